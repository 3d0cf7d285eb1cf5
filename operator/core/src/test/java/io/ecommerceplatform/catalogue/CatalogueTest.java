package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.StoreEngine.StoreEnv;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Set<String> PROFILES = Set.of("Economy", "Production");
  private static final Set<String> ENGINES =
      Set.of("PostgreSQL", "MySQL", "AuroraPostgreSQL", "AuroraMySQL", "MongoDB");

  private final Catalogue catalogue = CatalogueLoader.load();

  @Test
  void theShopIsComplete() {
    assertThat(catalogue.servicesByName().keySet())
        .containsExactly(
            "gateway",
            "user",
            "product",
            "order",
            "payment",
            "notification",
            "cart",
            "search",
            "delivery",
            "analytics",
            "web");
  }

  @Test
  void portsDoNotClash() {
    List<Integer> ports = catalogue.services().stream().map(BundledService::port).toList();
    assertThat(ports).doesNotHaveDuplicates().doesNotContain(catalogue.common().managementPort());
  }

  @Test
  void dependenciesExistAndHaveNoCycle() {
    Map<String, BundledService> services = catalogue.servicesByName();
    for (BundledService service : catalogue.services()) {
      assertThat(services.keySet()).as(service.name()).containsAll(service.dependsOn());
      assertThat(reachable(service.dependsOn(), services)).doesNotContain(service.name());
    }
  }

  private static Set<String> reachable(List<String> from, Map<String, BundledService> services) {
    Set<String> seen = new HashSet<>(from);
    Stream.of(from)
        .flatMap(Collection::stream)
        .forEach(name -> seen.addAll(reachable(services.get(name).dependsOn(), services)));
    return seen;
  }

  @Test
  void topicsHavePublishersAndQueuesHaveConsumers() {
    Set<String> published = all(BundledService::publishes);
    Set<String> consumed = all(BundledService::consumes);
    assertThat(catalogue.topics()).extracting(Topic::name).hasSameElementsAs(published);
    assertThat(catalogue.queues()).extracting(Queue::name).hasSameElementsAs(consumed);
    assertThat(catalogue.queues()).flatExtracting(Queue::subscribes).allMatch(published::contains);
  }

  private Set<String> all(java.util.function.Function<BundledService, List<String>> names) {
    Set<String> found = new HashSet<>();
    catalogue.services().forEach(s -> found.addAll(names.apply(s)));
    return found;
  }

  @Test
  void enginesAreThoseOfTheResource() {
    for (BundledService service : catalogue.services()) {
      service
          .need(StoreKind.DATABASE)
          .ifPresent(n -> assertThat(n.engines()).isNotEmpty().isSubsetOf(ENGINES));
    }
    assertThat(catalogue.engines())
        .extracting(StoreEngine::engine)
        .containsExactlyInAnyOrder(
            "PostgreSQL", "MySQL", "MongoDB", "Redis", "Kafka", "OpenSearch");
  }

  @Test
  void moneyStaysRelational() {
    for (String service : List.of("user", "order", "payment")) {
      Need database =
          catalogue.service(service).orElseThrow().need(StoreKind.DATABASE).orElseThrow();
      assertThat(database.engines()).as(service).doesNotContain("MongoDB");
    }
  }

  @Test
  void storesRunUnderTheRestrictedPodSecurity() {
    for (StoreEngine engine : catalogue.engines()) {
      assertThat(engine.runAsUser()).as(engine.engine()).isPositive();
      assertThat(engine.version()).isNotEqualTo("latest").matches("[0-9][0-9A-Za-z.-]*");
      assertThat(engine.resources().keySet()).isEqualTo(PROFILES);
      assertThat(engine.writableDirs()).doesNotContain(engine.dataPath());
      assertThat(engine.env()).allMatch(e -> (e.value() == null) != (e.secretKey() == null));
      assertThat(engine.env().stream().map(StoreEnv::secretKey).filter(k -> k != null))
          .allMatch(engine.credentials()::containsKey);
      assertThat(Stream.of(engine.readiness(), engine.liveness()))
          .allMatch(p -> (p.exec() == null) != (p.tcp() == null));
    }
  }

  @Test
  void profilesDecideTheSameThings() {
    assertThat(catalogue.profiles().keySet()).isEqualTo(PROFILES);
    for (String name : PROFILES) {
      ProfileDefaults profile = catalogue.profile(name);
      assertThat(profile).hasNoNullFieldsOrProperties();
      assertThat(ENGINES).contains(profile.implied().database().engine());
      assertThat(profile.services().minReplicas())
          .isLessThanOrEqualTo(profile.services().maxReplicas());
      catalogue.services().forEach(s -> assertThat(catalogue.size(s, name)).isNotNull());
    }
  }

  @Test
  void podsDrainBeforeTheyStop() {
    Lifecycle lifecycle = catalogue.lifecycle();
    assertThat(lifecycle.deregistrationDelaySeconds())
        .isLessThanOrEqualTo(lifecycle.preStopSleepSeconds());
    assertThat(lifecycle.preStopSleepSeconds()).isLessThan(lifecycle.terminationGraceSeconds());
  }
}
