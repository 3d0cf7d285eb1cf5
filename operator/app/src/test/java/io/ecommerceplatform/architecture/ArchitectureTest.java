package io.ecommerceplatform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.fabric8.kubernetes.client.Client;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, as docs/adr and CONTRIBUTING.md state them. */
class ArchitectureTest {
  private static final JavaClasses SHIPPED = Modules.imported();

  @Test
  void coreKnowsOnlyTheJdkTheApiJacksonAndModelClasses() {
    classes()
        .that(Modules.CORE)
        .should()
        .onlyDependOnClassesThat(
            Modules.CORE
                .or(
                    resideInAnyPackage(
                        Modules.API,
                        "java..",
                        "com.fasterxml.jackson..",
                        "io.fabric8.kubernetes.api..",
                        "io.fabric8.kubernetes.model..",
                        "io.strimzi.api..",
                        "com.cronutils.."))
                // The superclass of the API's resource; the client itself has a rule of its own.
                .or(equivalentTo(io.fabric8.kubernetes.client.CustomResource.class)))
        .because("core is pure; repair: move what needs more to operator/app, pass its result in")
        .check(SHIPPED);
  }

  @Test
  void coreReadsNoClockNoEnvironmentAndNoRandomness() {
    noClasses()
        .that(Modules.CORE)
        .should()
        .callMethodWhere(Impure.CALL)
        .orShould()
        .callConstructorWhere(Impure.RANDOM)
        .because("what is not an argument cannot be tested; repair: pass the value as an argument")
        .check(SHIPPED);
  }

  @Test
  void theApiKnowsNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage(Modules.API)
        .should()
        .dependOnClassesThat(resideInAPackage(Modules.BASE).and(not(resideInAPackage(Modules.API))))
        .because("crds <- core <- app; repair: move the type to crds, or the method out of it")
        .check(SHIPPED);
  }

  @Test
  void nothingKnowsTheAppButTheApp() {
    noClasses()
        .that(resideInAPackage(Modules.BASE).and(not(resideInAPackage(Modules.APP))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Modules.APP)
        .because("crds <- core <- app; repair: turn the arrow with a parameter or an interface")
        .check(SHIPPED);
  }

  @Test
  void theOperatorKnowsNoLocalPlane() {
    noClasses()
        .that(resideInAPackage(Modules.BASE).and(not(resideInAPackage(Modules.LOCAL_PLANE))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Modules.LOCAL_PLANE)
        .because("the plane is for people and tests; repair: use it from src/test only")
        .check(SHIPPED);
  }

  @Test
  void onlyAppAndCommandLineHaveAKubernetesClient() {
    noClasses()
        .that(
            resideInAPackage(Modules.BASE)
                .and(not(resideInAnyPackage(Modules.APP, Modules.CLI, Modules.LOCAL_PLANE))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Client.class)
        .because("observe and apply are the only rooms with a door; repair: pass what was read")
        .check(SHIPPED);
  }

  @Test
  void onlyAwsAndArbiterKnowTheAwsSdk() {
    noClasses()
        .that(
            resideInAPackage(Modules.BASE)
                .and(not(resideInAnyPackage("io.ecommerceplatform.aws..", "..operator.arbiter.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .because("repair: add the call to the engine in operator/aws and use its records")
        .check(SHIPPED);
  }

  @Test
  void onlyConfigReadsTheEnvironment() {
    noClasses()
        .that()
        .resideInAPackage(Modules.APP)
        .and()
        .resideOutsideOfPackage("..operator.config..")
        .should()
        .callMethodWhere(Impure.ENVIRONMENT)
        .because("repair: add the setting to OperatorConfig")
        .check(SHIPPED);
  }

  @Test
  void noStaticFieldCanChange() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .andShould(MutableState.NOT_HOLD)
        .because("two platforms are reconciled at once; repair: make it a field of one object")
        .check(SHIPPED);
  }

  @Test
  void noCycleBetweenPackages() {
    slices()
        .matching("io.ecommerceplatform.(**)")
        .should()
        .beFreeOfCycles()
        .because("repair: move the type that both need to the lower of the two packages")
        .check(SHIPPED);
  }

  @Test
  void oneClassAppliesObjects() {
    Writers.of(SHIPPED, Impure.OBJECT_WRITE)
        .except("io.ecommerceplatform.operator.report.EventPublisher") // events
        .except("io.ecommerceplatform.operator.leadership.Leadership") // its own Lease
        .except("io.ecommerceplatform.operator.apply.FingerprintKey") // its own Secret
        .except("io.ecommerceplatform.operator.observe.VeleroAccess") // a question; nothing is kept
        .areExactlyOneIn("..operator.apply..");
  }

  @Test
  void oneClassWritesStatus() {
    Writers.of(SHIPPED, Impure.STATUS_WRITE).areExactlyOneIn("..operator.report..");
  }
}
