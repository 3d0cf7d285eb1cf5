package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** File systems that pods share: what is made in AWS. */
class FilesTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: us-east-1}]}
        services: [{name: user%s}]
        sharedFiles: [%s]
      """;

  private static Platform shop(String ofService, String files) {
    OperatorSettings settings =
        new OperatorSettings(
            "local",
            "registry.example.com/shop",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of("default", AwsIdentity.own()));
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(ofService, files)),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER);
  }

  private static List<AwsFiles> files(String files) {
    return shop("", files).aws().orElseThrow().files();
  }

  @Test
  void theyAreSortedAndNamedAsTheResourceSays() {
    assertThat(files("{name: reports}, {name: exports, awsName: shop-exports}"))
        .containsExactly(
            new AwsFiles("exports", "spec.sharedFiles[exports]", "shop-exports", Optional.empty()),
            new AwsFiles("reports", "spec.sharedFiles[reports]", "", Optional.empty()));
  }

  @Test
  void theyStandInTheNetworkBehindTheirPort() {
    Aws aws = shop("", "{name: exports}").aws().orElseThrow();

    assertThat(aws.network()).isPresent();
    assertThat(aws.stores()).extracting(AwsStore::port).containsExactly(2049);
    assertThat(shop("", "").aws().orElseThrow().network()).isEmpty();
  }

  @Test
  void whatIsBesideKeptFilesGoesAllTheSame() {
    AwsFiles kept = files("{name: exports, deletionPolicy: Retain}").getFirst();

    assertThat(kept.deletionPolicy()).contains(DeletionPolicy.Retain);
    assertThat(kept.policyBeside()).contains(DeletionPolicy.Delete);
  }

  @Test
  void thatNoPodSeesThemYetIsSaid() {
    assertThat(notManaged("", "{name: exports}")).noneMatch(text -> text.contains("exports"));
    assertThat(notManaged(", mounts: [{files: exports, path: /data}]", "{name: exports}"))
        .anyMatch(
            text ->
                text.contains(
                    "spec.services[user].mounts (meanwhile the file system is there, and the pods do"
                        + " not see it)"));
  }

  private static List<String> notManaged(String ofService, String files) {
    return shop(ofService, files).findings().stream()
        .filter(finding -> finding.reason() == Reason.NotManagedYet)
        .map(Finding::message)
        .toList();
  }
}
