package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What services wait for and are told of what lives in AWS alone. */
class AwsBindingTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: eu-central-1}], deletionPolicy: Snapshot}
        images: {registry: ECR, prefix: shop/}
        services:
          - {name: user}
          - {name: product}
          - {name: portal, component: web, image: {repository: ghcr.io/other/web, tag: a}}
          - {name: own, image: {repository: ghcr.io/other/own, tag: a}, uses: [static-files]}
        jobs:
          - {name: sweep, image: {repository: ghcr.io/other/own, tag: a}, uses: [static-files], schedule: "0 1 * * *"}
        buckets: [{name: media}, {name: static-files, deletionPolicy: Delete}]
      """;

  private static final Map<String, Map<String, String>> THERE =
      Map.of(
          "ecr.Repository/user", Map.of("uri", "1.dkr.ecr.eu-central-1.amazonaws.com/shop/user"),
          "s3.Bucket/media", Map.of("name", "shop-media-12345678", "region", "eu-central-1"),
          "s3.Bucket/static-files", Map.of("name", "shop-static", "region", "eu-central-1"));

  private static Platform shop(Map<String, Map<String, String>> outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(SHOP),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        new ItemOutputs(outputs));
  }

  private static ResolvedService service(Platform platform, String name) {
    return platform.service(name).orElseThrow();
  }

  @Test
  void eachBundledServiceHasARepositoryUnlessItsImageIsElsewhere() {
    assertThat(shop(Map.of()).aws().orElseThrow().repositories())
        .extracting(AwsRepository::name, AwsRepository::awsName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("product", "shop/product"),
            org.assertj.core.groups.Tuple.tuple("user", "shop/user"));
  }

  @Test
  void servicesWaitForTheirRepositoryAndTakeTheirImageFromIt() {
    assertThat(service(shop(Map.of()), "user").waitsFor()).contains("repository user");
    assertThat(service(shop(Map.of()), "portal").waitsFor())
        .noneMatch(wait -> wait.startsWith("repository"));

    ResolvedService user = service(shop(THERE), "user");
    assertThat(user.waitsFor()).noneMatch(wait -> wait.startsWith("repository"));
    assertThat(user.image()).isEqualTo("1.dkr.ecr.eu-central-1.amazonaws.com/shop/user:v1.0.0");
    assertThat(service(shop(THERE), "product").waitsFor()).contains("repository product");
  }

  @Test
  void whoUsesABucketWaitsForItAndIsToldItsNameAndTheWay() {
    assertThat(service(shop(Map.of()), "own").waitsFor()).containsExactly("bucket static-files");
    assertThat(service(shop(Map.of()), "product").waitsFor()).contains("bucket media");

    Platform there = shop(THERE);
    ResolvedService own = service(there, "own");
    assertThat(own.waitsFor()).isEmpty();
    assertThat(own.config())
        .containsEntry("STATIC_FILES_BUCKET", "shop-static")
        .containsEntry("STATIC_FILES_REGION", "eu-central-1");
    Egress https = new Egress("0.0.0.0/0", java.util.List.of(443));
    assertThat(own.egress()).containsExactly(https);
    assertThat(there.jobs().getFirst().egress()).containsExactly(https);
    assertThat(service(there, "product").config())
        .containsEntry("SHOP_MEDIA_BUCKET", "shop-media-12345678");
    assertThat(service(there, "user").egress()).doesNotContain(https);
  }

  @Test
  void whatHasNoSnapshotsStaysWhereTheyAreAskedFor() {
    Aws aws = shop(Map.of()).aws().orElseThrow();
    assertThat(aws.repositories())
        .extracting(AwsRepository::deletionPolicy)
        .containsOnly(Optional.of(DeletionPolicy.Retain));
    assertThat(aws.buckets())
        .extracting(AwsBucket::deletionPolicy)
        .containsExactly(Optional.of(DeletionPolicy.Retain), Optional.of(DeletionPolicy.Delete));
  }
}
