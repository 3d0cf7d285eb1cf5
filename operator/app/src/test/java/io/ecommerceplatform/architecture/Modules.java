package io.ecommerceplatform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Which package belongs to which module; a package that no line names belongs to core. */
final class Modules {
  static final String BASE = "io.ecommerceplatform..";
  static final String API = "io.ecommerceplatform.api..";
  static final String APP = "io.ecommerceplatform.operator..";
  static final String CLI = "io.ecommerceplatform.cli..";
  static final String AWS = "io.ecommerceplatform.aws..";
  static final String LOCAL_PLANE = "io.ecommerceplatform.localplane..";

  static final DescribedPredicate<JavaClass> CORE =
      resideInAPackage(BASE)
          .and(not(resideInAnyPackage(API, AWS, APP, CLI, LOCAL_PLANE)))
          .as("operator/core");

  private Modules() {}

  /** Everything that is shipped: the main classes of all modules on this class path. */
  static JavaClasses imported() {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/test-classes/"))
        .importPackages("io.ecommerceplatform");
  }
}
