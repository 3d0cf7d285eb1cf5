package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Roles of services: who has one, and with which rights. */
class RoleRulesTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: pods, regions: [{name: us-east-1}]}
        services:
          - {name: own, image: {repository: ghcr.io/other/own, tag: "1"}, uses: [media, notes], publishes: [news], consumes: [audit]}
          - {name: idle, image: {repository: ghcr.io/other/idle, tag: "1"}}
        jobs: [{name: sweep, image: {repository: ghcr.io/other/sweep, tag: "1"}, schedule: "0 1 * * *", uses: [media]}]
        buckets: [{name: media}, {name: other}]
        tables:
          - {name: notes, partitionKey: {name: id, type: S}}
          - {name: unused, partitionKey: {name: id, type: S}}
        messaging:
          transport: %s
          topics: [{name: news}]
          queues: [{name: audit, subscribes: [news]}]
      """;

  private static Platform shop(String transport, Optional<PodRoles> roles, ItemOutputs outputs) {
    OperatorSettings settings =
        new OperatorSettings(
            "local",
            "registry.example.com/shop",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of(
                "pods",
                new AwsIdentity(Optional.empty(), Optional.empty(), Set.of(), Set.of(), roles)));
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(transport)),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER,
        outputs);
  }

  private static Optional<PodRoles> provider() {
    return Optional.of(
        new PodRoles("arn:aws:iam::123456789012:oidc-provider/example.com", Optional.empty()));
  }

  @Test
  void eachHasRightsToWhatItUsesAndToNothingElse() {
    List<AwsRole> roles =
        shop("SnsSqs", provider(), ItemOutputs.none()).aws().orElseThrow().roles();

    assertThat(roles).extracting(AwsRole::name).containsExactlyInAnyOrder("own", "sweep");
    assertThat(grants(roles, "own"))
        .containsExactly(
            "dynamodb.Table/notes", "s3.Bucket/media", "sns.Topic/news", "sqs.Queue/audit");
    assertThat(grants(roles, "sweep")).containsExactly("s3.Bucket/media");
  }

  @Test
  void withoutAProviderThereAreNoRolesAndNobodyWaits() {
    Platform platform = shop("SnsSqs", Optional.empty(), outputs());
    assertThat(platform.aws().orElseThrow().roles()).isEmpty();
    assertThat(platform.service("own").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void aServiceWaitsForItsRoleAndThenHasIt() {
    Platform before = shop("SnsSqs", provider(), outputs());
    assertThat(before.service("own").orElseThrow().waitsFor()).containsExactly("role own");
    assertThat(before.jobs().getFirst().waitsFor()).containsExactly("role sweep");
    assertThat(before.service("idle").orElseThrow().waitsFor()).isEmpty();

    Map<String, Map<String, String>> all = new HashMap<>(outputs().byItem());
    all.put("iam.Role/own", Map.of("arn", "arn:own"));
    ResolvedService own =
        shop("SnsSqs", provider(), new ItemOutputs(all)).service("own").orElseThrow();
    assertThat(own.waitsFor()).isEmpty();
    assertThat(own.roleArn()).contains("arn:own");
  }

  private static ItemOutputs outputs() {
    return new ItemOutputs(
        Map.of(
            "dynamodb.Table/notes", Map.of("name", "notes", "arn", "arn:notes"),
            "s3.Bucket/media", Map.of("name", "media", "region", "us-east-1"),
            "sns.Topic/news", Map.of("arn", "arn:news"),
            "sqs.Queue/audit", Map.of("url", "https://audit")));
  }

  private static List<String> grants(List<AwsRole> roles, String name) {
    return roles.stream()
        .filter(role -> role.name().equals(name))
        .flatMap(role -> role.grants().stream())
        .map(grant -> grant.type() + "/" + grant.name())
        .toList();
  }
}
