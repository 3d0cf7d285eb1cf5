package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.StoreKind;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformResolverTest {

  @Test
  void aPlatformWithoutAListIsTheWholeShopOnInClusterStores() {
    Platform platform = Resolved.spec("profile: Economy");
    assertThat(platform.services())
        .extracting(ResolvedService::name)
        .containsExactlyInAnyOrderElementsOf(Resolved.CATALOGUE.servicesByName().keySet());
    assertThat(platform.services()).allMatch(s -> s.waitsFor().isEmpty());
    assertThat(platform.stores())
        .extracting(Store::name)
        .containsExactly("kafka", "opensearch", "postgresql", "redis");
    assertThat(platform.stores()).allMatch(Store::inCluster);
    assertThat(platform.findings()).isEmpty();
  }

  @Test
  void onlyWhatIsNeededIsImplied() {
    Platform platform =
        Resolved.spec("{profile: Economy, services: [{name: user}, {name: order}]}");
    assertThat(platform.stores()).extracting(Store::name).containsExactly("kafka", "postgresql");
    assertThat(platform.entrance()).isEmpty();
  }

  @Test
  void eachServiceOfADatabaseHasItsOwnDatabaseAndUser() {
    Platform platform = Resolved.spec("profile: Economy");
    ResolvedService order = platform.service("order").orElseThrow();
    assertThat(order.config())
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgresql:5432/order");
    assertThat(order.env()).extracting(EnvVar::getName).contains("SPRING_DATASOURCE_USERNAME");
    assertThat(order.secrets()).containsExactly("postgresql-order-credentials");
    assertThat(platform.service("user").orElseThrow().secrets())
        .containsExactly("jwt", "postgresql-user-credentials", "redis-credentials");
    assertThat(platform.store("postgresql").orElseThrow().clients())
        .contains("order", "user")
        .doesNotContain("gateway", "cart");
  }

  @Test
  void aSetFieldWinsOverTheProfile() {
    ResolvedService order =
        service(
            """
            name: order
            scaling: {minReplicas: 4}
            resources: {requests: {cpu: 1000m}, limits: {memory: 128Mi}}
            """);
    assertThat(order.scaling()).isEqualTo(new Scaling(4, 4, 80, 0));
    assertThat(order.resources().getRequests().get("cpu")).hasToString("1");
    assertThat(order.resources().getRequests().get("memory")).hasToString("128Mi");
    assertThat(order.maxUnavailable()).isEqualTo(1);
  }

  @Test
  void aServiceWithoutAContractGetsNamesMadeFromTheStore() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: billing, image: {repository: example.com/billing, tag: "2"}, uses: [main-db, kafka]}]
            databases: [{name: main-db, engine: MySQL}]
            """);
    ResolvedService billing = platform.service("billing").orElseThrow();
    assertThat(billing.config())
        .containsEntry("MAIN_DB_HOST", "main-db")
        .containsEntry("MAIN_DB_PORT", "3306")
        .containsEntry("MAIN_DB_DATABASE", "billing")
        .containsKey("MAIN_DB_POOL_MAX")
        .containsEntry("KAFKA_URL", "kafka:9092");
    assertThat(billing.env())
        .extracting(EnvVar::getName)
        .containsExactly("MAIN_DB_USERNAME", "MAIN_DB_PASSWORD", "MAIN_DB_URL");
    assertThat(billing.env().getLast().getValue())
        .isEqualTo("mysql://$(MAIN_DB_USERNAME):$(MAIN_DB_PASSWORD)@main-db:3306/billing");
    assertThat(billing.image()).isEqualTo("example.com/billing:2");
    assertThat(billing.livenessPath()).isEmpty();
    assertThat(billing.isBundled()).isFalse();
  }

  @Test
  void anAddressWithAPasswordIsComposedFromAVariableBeforeIt() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}, {name: product, uses: [documents]}]
            databases: [{name: documents, engine: MongoDB}, {name: user-db, engine: PostgreSQL}]
            """);
    List<EnvVar> env = platform.service("product").orElseThrow().env();
    assertThat(env)
        .extracting(EnvVar::getName)
        .containsSequence(
            "SPRING_MONGODB_URI_PASSWORD", "SPRING_MONGODB_URI_USERNAME", "SPRING_MONGODB_URI");
    assertThat(env)
        .anyMatch(
            v ->
                v.getName().equals("SPRING_MONGODB_URI")
                    && v.getValue()
                        .startsWith(
                            "mongodb://$(SPRING_MONGODB_URI_USERNAME)"
                                + ":$(SPRING_MONGODB_URI_PASSWORD)@"));
  }

  @Test
  void imagesComeFromTheRegistryOfTheOperatorUnlessTheResourceSaysOtherwise() {
    assertThat(service("name: order").image()).isEqualTo("registry.example.com/shop/order:v1.0.0");
    assertThat(service("{name: order, image: {tag: v2}}").image())
        .isEqualTo("registry.example.com/shop/order:v2");
    String digest = "sha256:" + "a".repeat(64);
    assertThat(service("{name: order, image: {tag: v2, digest: '" + digest + "'}}").image())
        .isEqualTo("registry.example.com/shop/order@" + digest);
    Platform external =
        Resolved.spec(
            """
            profile: Economy
            version: 2.1.0
            images: {registry: External, host: ghcr.io/mine, prefix: shop-, tagPrefix: r}
            services: [{name: web}, {name: gateway}]
            caches: [{name: c, version: "7.4"}]
            """);
    assertThat(external.service("web").orElseThrow().image())
        .isEqualTo("ghcr.io/mine/shop-web:r2.1.0");
    assertThat(external.store("c").orElseThrow().image()).isEqualTo("ghcr.io/mine/redis:7.4.5");
  }

  @Test
  void theSameComponentRunsUnderSeveralNames() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services:
            - {name: portal, component: web, expose: {path: /}}
            - {name: admin, component: web, expose: {path: /admin}, env: [{name: WEB_APP, value: admin}]}
            - {name: gateway}
            """);
    assertThat(platform.service("admin").orElseThrow().config()).containsEntry("WEB_APP", "admin");
    assertThat(platform.service("portal").orElseThrow().config())
        .containsEntry("WEB_APP", "portal");
    assertThat(platform.service("admin").orElseThrow().image()).contains("/web:");
  }

  @Test
  void managedStoresMakeTheirServicesWaitAndNobodyElse() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}, {name: order, uses: [core]}, {name: product}]
            databases: [{name: core, engine: AuroraMySQL}, {name: user-db, engine: PostgreSQL},
                        {name: product-db, engine: MongoDB}]
            """);
    assertThat(platform.service("order").orElseThrow().waitsFor())
        .containsExactly("core (spec.databases[core], not there yet)");
    assertThat(platform.service("user").orElseThrow().waitsFor()).isEmpty();
    assertThat(platform.service("product").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void productionImpliesWhatIsNotManagedYetAndSaysSo() {
    Platform platform = Resolved.spec("{profile: Production, domain: {host: a.example.com}}");
    assertThat(platform.stores())
        .extracting(Store::name)
        .contains("order-db", "user-db", "redis", "opensearch")
        .doesNotContain("postgresql", "kafka");
    assertThat(platform.stores()).noneMatch(Store::inCluster);
    assertThat(platform.service("web").orElseThrow().waitsFor()).isEmpty();
    assertThat(platform.service("order").orElseThrow().waitsFor())
        .contains("topic order-events", "topic payment-commands", "queue order")
        .anyMatch(text -> text.startsWith("order-db"));
    assertThat(platform.service("web").orElseThrow().spreadRequired()).isTrue();
    assertThat(platform.findings()).noneMatch(f -> f.text().contains("spec.edge.waf"));
    assertThat(platform.rotationDays()).isEqualTo(30);
  }

  @Test
  void aListedTopicOfDeadLettersIsAsItIsListed() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: cart}]
            kafka: {topics: [{name: product-events-dlt, partitions: 1, retentionHours: 720}]}
            """);
    assertThat(platform.topics()).contains(new KafkaTopic("product-events-dlt", 1, 1, 720));
  }

  @Test
  void topicsFollowTheServicesAndListedOnesOverride() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}, {name: cart}]
            kafka: {brokers: 3, topics: [{name: cart-events, partitions: 12, retentionHours: 24}, {name: clicks}]}
            """);
    assertThat(platform.topics())
        .contains(
            new KafkaTopic("cart-events", 12, 3, 24),
            new KafkaTopic("clicks", 6, 3, 0),
            new KafkaTopic("product-events-dlt", 6, 3, 0))
        .noneMatch(t -> t.name().equals("order-events"));
  }

  @Test
  void allPodsTogetherStayBelowTheConnectionsOfTheServer() {
    Platform platform = Resolved.spec("profile: Economy");
    int total =
        platform.services().stream()
            .filter(s -> s.config().containsKey("SPRING_DATASOURCE_URL"))
            .mapToInt(
                s ->
                    s.scaling().max()
                        * Integer.parseInt(
                            s.config().get("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE")))
            .sum();
    assertThat(total).isBetween(20, 97);
  }

  @Test
  void mailOpensItsPortOnlyAndTracesNone() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            email: {from: a@example.com, provider: SMTP, smtp: {host: mail.example.com, port: 2525}}
            observability: {tracing: {provider: OTLP, endpoint: "http://collector.tracing:4318/v1/traces", percent: 10}}
            """);
    Egress mail = new Egress("", List.of(2525));
    ResolvedService notification = platform.service("notification").orElseThrow();
    assertThat(notification.egress()).contains(mail);
    assertThat(notification.config())
        .containsEntry("SPRING_MAIL_HOST", "mail.example.com")
        .containsEntry("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1");
    // they go to the collector, which is in the cluster
    assertThat(platform.service("order").orElseThrow().egress()).isEmpty();
  }

  @Test
  void theUserServiceGetsAKeyThatIsGeneratedOnceOrNamed() {
    assertThat(Resolved.spec("profile: Economy").secrets())
        .extracting(PlatformSecret::name)
        .containsExactly("jwt");
    Platform named =
        Resolved.spec(
            "{profile: Economy, secrets: {entries: [{name: jwt, from: {secret: my-keys}}]}}");
    assertThat(named.secrets()).isEmpty();
    assertThat(named.service("user").orElseThrow().secrets()).contains("my-keys");
  }

  @Test
  void theLoadBalancerSpeaksTlsWhenACertificateIsAskedFor() {
    Platform plain = Resolved.spec("{profile: Economy, domain: {host: a.example.com}}");
    assertThat(plain.entrance().orElseThrow().annotations())
        .containsOnlyKeys(
            "alb.ingress.kubernetes.io/scheme", "alb.ingress.kubernetes.io/target-type");
    Platform tls =
        Resolved.spec(
            """
            profile: Economy
            domain: {host: a.example.com, certificate: {source: Existing}}
            edge: {minimumTls: "1.3", ingress: {scheme: internal, sourceCidrs: [10.0.0.0/16]}}
            """);
    assertThat(tls.entrance().orElseThrow().annotations())
        .containsEntry("alb.ingress.kubernetes.io/ssl-redirect", "443")
        .containsEntry("alb.ingress.kubernetes.io/scheme", "internal")
        .containsEntry(
            "alb.ingress.kubernetes.io/ssl-policy", "ELBSecurityPolicy-TLS13-1-3-2021-06");
    assertThat(tls.entrance().orElseThrow().sourceCidrs()).containsExactly("10.0.0.0/16");
    assertThat(tls.findings()).isEmpty();
  }

  @Test
  void theOrderOfListsIsNoPartOfTheResult() {
    String one = "{profile: Economy, services: [{name: user}, {name: cart}, {name: product}]}";
    String other = "{profile: Economy, services: [{name: product}, {name: user}, {name: cart}]}";
    assertThat(Resolved.spec(one)).isEqualTo(Resolved.spec(other));
  }

  @Test
  void tablesTakeThePlaceOfTheCacheForCarts() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: cart}, {name: user}]
            tables: [{name: carts, partitionKey: {name: id, type: S}}]
            """);
    assertThat(platform.stores()).noneMatch(s -> s.kind() == StoreKind.CACHE);
    assertThat(platform.service("cart").orElseThrow().waitsFor()).containsExactly("table carts");
  }

  private static ResolvedService service(String fields) {
    String spec = "profile: Economy\nservices:\n- name: user\n- ";
    Platform platform =
        Resolved.spec(
            fields.startsWith("{") ? spec + fields : spec + fields.strip().indent(2).strip());
    return platform.services().getFirst();
  }
}
