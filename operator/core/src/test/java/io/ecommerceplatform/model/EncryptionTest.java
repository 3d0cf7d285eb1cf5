package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The key of a platform: who gets one, and when it may go. */
class EncryptionTest {

  private static Optional<AwsKey> key(String profile, String aws, String more) {
    OperatorSettings settings =
        new OperatorSettings(
            "local",
            "registry.example.com/shop",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of("default", AwsIdentity.own()));
    String resource =
        """
        metadata: {name: shop}
        spec:
          profile: %s
          services: []
          aws: {identity: default, regions: [{name: us-east-1}]%s}
        %s"""
            .formatted(profile, aws, more.indent(2));
    return PlatformResolver.resolve(
            Resolved.parse(resource),
            CatalogueLoader.load(),
            settings,
            Resolved.CLUSTER,
            ItemOutputs.none())
        .aws()
        .orElseThrow()
        .key();
  }

  @Test
  void theProfileDecidesWhenTheResourceDoesNot() {
    assertThat(key("Economy", "", "")).isEmpty();
    assertThat(key("Production", "", "")).isPresent();
    assertThat(key("Production", "", "encryption: {kms: false}")).isEmpty();
    assertThat(key("Economy", "", "encryption: {kms: true, awsName: shop/data}"))
        .contains(new AwsKey("spec.encryption.kms", "shop/data", DeletionPolicy.Retain));
  }

  @Test
  void itStaysWhileAnythingThatItEncryptsMayStay() {
    String keyed = "encryption: {kms: true}\nbuckets: [{name: media%s}]";
    assertThat(policy("", keyed.formatted(""))).isEqualTo(DeletionPolicy.Retain);
    assertThat(policy(", deletionPolicy: Snapshot", keyed.formatted("")))
        .isEqualTo(DeletionPolicy.Retain);
    assertThat(policy(", deletionPolicy: Delete", keyed.formatted("")))
        .isEqualTo(DeletionPolicy.Delete);
    assertThat(policy(", deletionPolicy: Delete", keyed.formatted(", deletionPolicy: Retain")))
        .isEqualTo(DeletionPolicy.Retain);
    assertThat(policy("", keyed.formatted(", deletionPolicy: Delete")))
        .isEqualTo(DeletionPolicy.Retain);
  }

  private static DeletionPolicy policy(String aws, String more) {
    return key("Economy", aws, more).orElseThrow().deletionPolicy();
  }
}
