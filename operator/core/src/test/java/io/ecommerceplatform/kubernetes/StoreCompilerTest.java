package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreCompilerTest {

  @Test
  void holdsMembersAndSetupUntilTheirSecretsExist() {
    Desired first = StorePlatform.economy(Engine.PostgreSQL).clients("order").compileFirst();

    assertThat(first.held())
        .extracting(h -> h.ref().kind(), h -> h.message())
        .containsExactlyInAnyOrder(
            tuple("StatefulSet", "waits for Secret store-credentials"),
            tuple("Job", "waits for Secret store-credentials, store-order-credentials"));
    assertThat(first.secrets())
        .extracting(s -> s.ref().name())
        .containsExactlyInAnyOrder("store-credentials", "store-order-credentials");
    assertThat(kinds(first)).containsExactlyInAnyOrder("Service", "Service", "NetworkPolicy");
  }

  @Test
  void doesNotHoldWhatHasNoCredentials() {
    Desired first = StorePlatform.economy(Engine.OpenSearch).compileFirst();

    assertThat(first.held()).isEmpty();
    assertThat(kinds(first)).contains("StatefulSet");
  }

  @Test
  void generatesAPasswordAndKeepsItWithTheData() {
    Desired desired = StorePlatform.economy(Engine.MySQL).clients("price-list").compile();

    GeneratedSecret client =
        desired.secrets().stream()
            .filter(s -> s.ref().name().equals("store-price-list-credentials"))
            .findFirst()
            .orElseThrow();
    assertThat(client.fixed()).containsExactly(Map.entry("username", "price_list"));
    assertThat(client.generated()).containsExactly(Map.entry("password", 32));
    assertThat(desired.secrets())
        .allSatisfy(s -> assertThat(s.labels()).containsEntry(Diff.DELETION_POLICY, Diff.RETAIN));
  }

  @Test
  void changesThePodsWhenTheirCredentialsChange() {
    StorePlatform store = StorePlatform.economy(Engine.Redis);

    String before = credentials(store.compile("f1"));
    String after = credentials(store.compile("f2"));

    assertThat(before).isNotNull().isNotEqualTo(after);
  }

  @Test
  void namesTheSetupByItsContent() {
    StorePlatform store = StorePlatform.economy(Engine.PostgreSQL).clients("order");
    String one = setup(store.compile()).getMetadata().getName();

    assertThat(one).matches("store-setup-[0-9a-f]{10}");
    assertThat(setup(store.compile()).getMetadata().getName()).isEqualTo(one);
    assertThat(setup(store.compile("f2")).getMetadata().getName()).isNotEqualTo(one);
    assertThat(setup(store.clients("order", "user").compile()).getMetadata().getName())
        .isNotEqualTo(one);
  }

  @Test
  void keepsTheNameOfASetupWithinTheLimit() {
    String longest = "a".repeat(51) + "b";
    Desired desired = StorePlatform.economy(Engine.MySQL).named(longest).clients("order").compile();

    Job job = StorePlatform.find(desired, Job.class, "a");
    assertThat(job.getMetadata().getName()).hasSize(63).contains("a-setup-");
  }

  @Test
  void hasNoSetupWithoutClients() {
    assertThat(kinds(StorePlatform.economy(Engine.PostgreSQL).compile())).doesNotContain("Job");
    assertThat(kinds(StorePlatform.economy(Engine.Redis).clients("cart").compile()))
        .doesNotContain("Job");
  }

  @Test
  void budgetsDisruptionsOfSeveralMembersOnly() {
    assertThat(kinds(StorePlatform.economy(Engine.Kafka).compile()))
        .doesNotContain("PodDisruptionBudget");
    assertThat(kinds(StorePlatform.production(Engine.Kafka).members(3).compile()))
        .contains("PodDisruptionBudget");
  }

  @ParameterizedTest
  @EnumSource(names = {"PostgreSQL", "MySQL"})
  void runsOneServerWhereSeveralWouldNotShareData(Engine engine) {
    Desired desired = StorePlatform.production(engine).members(3).compile();

    assertThat(members(desired).getSpec().getReplicas()).isEqualTo(1);
  }

  @Test
  void letsOnlyClientsAndItselfIn() {
    Desired desired = StorePlatform.economy(Engine.Redis).clients("cart", "user").compile();

    NetworkPolicy policy = StorePlatform.find(desired, NetworkPolicy.class, "store");
    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(policy.getSpec().getIngress())
        .flatExtracting(rule -> rule.getFrom())
        .filteredOn(p -> p.getPodSelector() != null)
        .extracting(p -> p.getPodSelector().getMatchLabels().get(ObjectMetadata.INSTANCE))
        .containsExactly("store", "cart", "user");
    assertThat(policy.getSpec().getIngress())
        .as("whoever reads metrics reaches nothing else")
        .filteredOn(rule -> rule.getFrom().getFirst().getPodSelector() == null)
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .containsExactly(9121);
    assertThat(policy.getSpec().getEgress()).hasSize(2);
  }

  @Test
  void servesMembersBeforeTheyAreReady() {
    Desired desired = StorePlatform.production(Engine.Kafka).members(3).compile();

    Service headless = StorePlatform.find(desired, Service.class, "store-headless");
    assertThat(headless.getSpec().getClusterIP()).isEqualTo("None");
    assertThat(headless.getSpec().getPublishNotReadyAddresses()).isTrue();
    assertThat(members(desired).getSpec().getServiceName()).isEqualTo("store-headless");
    assertThat(headless.getSpec().getSelector())
        .isEqualTo(members(desired).getSpec().getSelector().getMatchLabels());
  }

  @Test
  void neverSelectsThePodsOfTheSetup() {
    Desired desired = StorePlatform.economy(Engine.PostgreSQL).clients("order").compile();

    Map<String, String> job = setup(desired).getSpec().getTemplate().getMetadata().getLabels();
    Map<String, String> selector = members(desired).getSpec().getSelector().getMatchLabels();
    assertThat(job.entrySet())
        .doesNotContainAnyElementsOf(
            List.of(Map.entry(ObjectMetadata.COMPONENT, selector.get(ObjectMetadata.COMPONENT))));
  }

  @Test
  void overridesAVariableOfTheCatalogueOnce() {
    Desired desired = StorePlatform.economy(Engine.PostgreSQL).database("orders", "shop").compile();

    List<EnvVar> env =
        members(desired).getSpec().getTemplate().getSpec().getContainers().get(0).getEnv();
    assertThat(env)
        .filteredOn(e -> e.getName().equals("POSTGRES_USER"))
        .extracting(EnvVar::getValue)
        .containsExactly("shop");
  }

  static List<String> kinds(Desired desired) {
    return desired.objects().stream().map(Manifest::ref).map(ObjectRef::kind).toList();
  }

  static StatefulSet members(Desired desired) {
    return StorePlatform.find(desired, StatefulSet.class, "store");
  }

  static Job setup(Desired desired) {
    return StorePlatform.find(desired, Job.class, "store-setup-");
  }

  private static String credentials(Desired desired) {
    return members(desired)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .get(Fingerprints.ANNOTATION);
  }
}
