package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which secrets of a platform are in Secrets Manager too. */
class SecretCopiesTest {
  private static final String STORES =
      """
      secrets:
        store: SecretsManager
        entries: [{name: jwt, awsName: shop/jwt}, {name: unused}, {name: psp, from: {secret: psp-keys}}]
      services: [{name: user}]
      databases:
        - {name: core, engine: PostgreSQL, placement: Managed, databaseName: shop, awsNames: {credentials: shop/db}}
      caches: [{name: redis, placement: Managed, transitEncryption: true}]
      """;

  private static List<AwsSecret> secrets(String spec, ItemOutputs outputs) {
    return PlatformResolver.resolve(
            Resolved.parse(
                """
                metadata: {name: shop}
                spec:
                  profile: Economy
                  aws: {identity: default, regions: [{name: eu-west-1}]}
                  domain: {host: shop.example.com}
                """
                    + spec.indent(2)),
            Resolved.CATALOGUE,
            Resolved.SETTINGS,
            Resolved.CLUSTER,
            outputs)
        .aws()
        .orElseThrow()
        .secrets();
  }

  @Test
  void entriesAndLoginsOfManagedStoresAreCopied() {
    assertThat(secrets(STORES, ItemOutputs.none()))
        .extracting(AwsSecret::name, AwsSecret::awsName, AwsSecret::source)
        .containsExactly(
            tuple("core_credentials", "shop/db", "core-credentials"),
            tuple("jwt", "shop/jwt", "jwt"),
            tuple("psp", "", "psp-keys"),
            tuple("redis_credentials", "", "redis-credentials"));
  }

  @Test
  void anEntryWithTheNameOfALoginIsAnotherSecret() {
    String other = "{name: core-credentials, from: {secret: psp-keys}}";
    assertThat(secrets(STORES.replace("{name: psp, from: {secret: psp-keys}}", other), at("one")))
        .extracting(AwsSecret::name)
        .doesNotHaveDuplicates()
        .contains("core-credentials", "core_credentials");
  }

  @Test
  void theClusterAloneHasThemOtherwise() {
    assertThat(
            secrets(
                STORES.replace("SecretsManager", "Kubernetes").replace(", awsName: shop/jwt", ""),
                ItemOutputs.none()))
        .isEmpty();
  }

  @Test
  void theProfileDecidesWhenNobodySaysAnything() {
    String none = "secrets: {entries: [{name: psp, from: {secret: psp-keys}}]}";
    assertThat(secrets(none, ItemOutputs.none())).isEmpty();
    assertThat(secrets(none + "\nprofile: Production", ItemOutputs.none()))
        .extracting(AwsSecret::name)
        .contains("psp");
  }

  @Test
  void aStoreThatMovedIsAnotherVersion() {
    AwsSecret before = secrets(STORES, at("one")).getFirst();
    assertThat(secrets(STORES, at("one")).getFirst()).isEqualTo(before);
    assertThat(secrets(STORES, at("two")).getFirst().version()).isNotEqualTo(before.version());
  }

  private static ItemOutputs at(String host) {
    return new ItemOutputs(Map.of("rds.Instance/core", Map.of("endpoint", host)));
  }
}
