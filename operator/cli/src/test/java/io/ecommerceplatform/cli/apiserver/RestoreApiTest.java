package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change that restores a snapshot beside the old store, printed and made. */
@LocalPlane
class RestoreApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        domain: {host: shop.example.com}
        aws: {identity: default, regions: [{name: us-east-1}]}
        databases:
          - name: orders
            engine: PostgreSQL
            placement: Managed
            awsName: shop-orders
            version: "16"
            finalSnapshotName: the-last
            replicas: [{name: reports}]
        caches: [{name: hot, placement: Managed}]
      """;

  private KubernetesClient admin;
  private Kubeconfig config;
  private String namespace;

  @BeforeEach
  void shop(KubernetesClient client, Kubeconfig kubeconfig, TestNamespace own) {
    Shop.installDefinition(client);
    admin = client;
    config = kubeconfig;
    namespace = own.name();
    GenericKubernetesResource shop = Serialization.unmarshal(SHOP, GenericKubernetesResource.class);
    shop.getMetadata().setNamespace(namespace);
    client.resource(shop).create();
  }

  @Test
  void printsANewStoreWithWhatTheOldOneHasAndNotItsNames() {
    Command command = run("restore", "shop", "--store=orders", "--snapshot=monday");
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isZero();
    assertThat(command.out())
        .startsWith("# add this entry to spec.databases; --apply does\n")
        .contains("name: orders-restored", "version: \"16\"", "snapshot: monday")
        .doesNotContain("awsName", "the-last", "reports");
    assertThat(databases()).hasSize(1);
  }

  @Test
  void makesThatChange() {
    Command command = run("restore", "--store=hot", "--snapshot=monday", "--as=warm", "--apply");
    assertThat(command.err()).isEmpty();
    assertThat(command.out())
        .isEqualTo(
            "shop: added warm to spec.caches; follow it with: kubectl ecp status shop --watch\n");
    assertThat(Json.tree(live()).at("/spec/caches/1/restoreFrom/snapshot").asText())
        .isEqualTo("monday");
    assertThat(Json.tree(live()).at("/spec/caches/0/name").asText()).isEqualTo("hot");
  }

  @Test
  void aNameThatIsTakenAndAStoreThatIsNoneAreTold() {
    Command taken = run("restore", "--store=orders", "--snapshot=monday", "--as=hot", "--apply");
    assertThat(taken.exit()).isEqualTo(1);
    assertThat(taken.err()).startsWith("error: shop has a store hot already");
    Command unknown = run("restore", "--store=carts", "--snapshot=monday");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err())
        .startsWith(
            "error: --store: carts is not listed in spec.databases or spec.caches of shop, where there is orders, hot");
    assertThat(databases()).hasSize(1);
  }

  @Test
  void aSnapshotNeedsAPlatformWithAws() {
    Shop.create(admin, namespace, "bare");
    Command bare = run("snapshot", "bare");
    assertThat(bare.exit()).isEqualTo(1);
    assertThat(bare.err()).startsWith("error: bare has nothing in AWS");
  }

  private Stream<?> databases() {
    return Json.tree(live()).at("/spec/databases").valueStream();
  }

  private GenericKubernetesResource live() {
    return admin
        .genericKubernetesResources("ecommerceplatform.io/v1alpha1", "ECommercePlatform")
        .inNamespace(namespace)
        .withName("shop")
        .get();
  }

  private Command run(String... args) {
    return Command.run(
        config, Stream.concat(Stream.of(args), Stream.of("-n", namespace)).toArray(String[]::new));
  }
}
