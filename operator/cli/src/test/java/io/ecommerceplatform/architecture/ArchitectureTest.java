package io.ecommerceplatform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fabric8.kubernetes.client.Client;
import org.junit.jupiter.api.Test;

/** The arrows of the command line; it starts fast because it knows so little. */
class ArchitectureTest {
  private static final String CLI = "io.ecommerceplatform.cli..";
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.ecommerceplatform");

  @Test
  void theCommandLineKnowsCoreAndNoOperator() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.ecommerceplatform.operator..",
            "io.ecommerceplatform.localplane..",
            "io.javaoperatorsdk..",
            "io.quarkus..")
        .because("cli -> core; repair: move what both need to operator/core")
        .check(SHIPPED);
  }

  @Test
  void onlyOnePackageTalksToTheCluster() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .and()
        .resideOutsideOfPackage("io.ecommerceplatform.cli.cluster..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Client.class)
        .because("what is printed is a function of what was read; repair: read it in cli.cluster")
        .check(SHIPPED);
  }

  @Test
  void onlyMainReadsTheEnvironment() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .because("repair: pass the value down from Main")
        .check(SHIPPED);
  }

  @Test
  void noCycleBetweenPackages() {
    slices()
        .matching("io.ecommerceplatform.cli.(**)..")
        .should()
        .beFreeOfCycles()
        .because("repair: move the type that both need to the lower of the two packages")
        .check(SHIPPED);
  }
}
