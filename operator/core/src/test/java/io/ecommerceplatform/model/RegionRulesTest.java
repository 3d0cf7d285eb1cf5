package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which other regions have copies of a platform's data, and which cannot. */
class RegionRulesTest {
  private static final String SPEC =
      """
      profile: Economy
      version: "1.0.0"
      services: [{name: web}]
      aws: {identity: %s, regions: [%s]}
      tables: [{name: rows, partitionKey: {name: id, type: S}}]
      backup: {schedule: "0 4 * * *", copyToRegion: %s}
      """;

  @Test
  void copiesMayBeWhereTheBackupsGoAndInTheSecondRegion() {
    Aws aws =
        platform("default", "{name: eu-west-1}, {name: eu-west-2}", "eu-north-1")
            .aws()
            .orElseThrow();
    assertThat(aws.otherRegions()).containsExactly("eu-north-1", "eu-west-2");
    assertThat(aws.backup().orElseThrow().copyToRegion()).contains("eu-north-1");
  }

  @Test
  void oneRegionForBothIsLookedAtOnce() {
    String regions = "{name: eu-west-1}, {name: eu-west-2}";
    assertThat(platform("default", regions, "eu-west-2").aws().orElseThrow().otherRegions())
        .containsExactly("eu-west-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eu-west-1|eu-west-1|eu-west-1 is the platform's own region",
        "eu-west-1|eu-wast-1|eu-wast-1 is no region of AWS that this release knows",
        "eu-west-1|cn-north-1|AWS copies nothing from eu-west-1 to cn-north-1",
        "us-gov-west-1|us-east-1|AWS copies nothing from us-gov-west-1 to us-east-1",
      })
  void whereNoCopyCanBeIsRefusedAndNothingIsCopied(String home, String other, String why) {
    Platform platform = platform("default", "{name: %s}".formatted(home), other);
    assertThat(told(platform))
        .singleElement()
        .satisfies(finding -> assertThat(finding.reason()).isEqualTo(Reason.RegionRefused))
        .satisfies(f -> assertThat(f.path()).isEqualTo("spec.backup.copyToRegion"))
        .satisfies(f -> assertThat(f.message()).startsWith(why).contains("; use one of ["));
    assertThat(platform.aws().orElseThrow().otherRegions()).isEmpty();
    assertThat(platform.aws().orElseThrow().backup().orElseThrow().copyToRegion()).isEmpty();
  }

  @Test
  void whatIsNamedInsteadIsNearAndOfTheSamePartition() {
    assertThat(Regions.forCopies("eu-west-1"))
        .contains("eu-central-1")
        .doesNotContain("eu-west-1")
        .allMatch(region -> region.startsWith("eu-"));
    assertThat(Regions.forCopies("cn-north-1")).containsExactly("cn-northwest-1");
    assertThat(Regions.forCopies("us-gov-east-1")).containsExactly("us-gov-west-1");
    assertThat(Regions.forCopies("sa-east-1")).hasSizeGreaterThan(20).contains("us-east-1");
  }

  @Test
  void anIdentityThatMayNotBeUsedThereIsNamed() {
    Platform platform = platform("narrow", "{name: eu-west-1}, {name: eu-west-2}", "eu-north-1");
    assertThat(told(platform))
        .extracting(Finding::reason, Finding::message)
        .containsExactly(
            tuple(
                Reason.IdentityRefused,
                "eu-north-1: identity narrow may be used in [eu-west-1] only"));
    assertThat(platform.aws().orElseThrow().otherRegions()).isEmpty();
  }

  @Test
  void copiesOfBucketsNeedASecondRegionAndSayWhatToType() {
    String two = "buckets: [{name: media, replicate: true}, {name: site, replicate: true}]\n";
    Platform platform = platform("default", "{name: eu-west-1}", "eu-north-1", two);
    assertThat(told(platform, ConditionType.AwsReady))
        .extracting(Finding::reason, Finding::text)
        .containsExactly(
            tuple(
                Reason.RegionRefused,
                "spec.buckets[media, site].replicate: a copy needs a second region: add one to"
                    + " spec.aws.regions, for example {name: eu-central-1}"));
    assertThat(platform.aws().orElseThrow().buckets())
        .allSatisfy(bucket -> assertThat(bucket.replicaRegion()).isEmpty());
  }

  @Test
  void replicasOfTablesNeedASecondRegionToo() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            aws: {identity: default, regions: [{name: eu-west-1}]}
            services: [{name: web}]
            tables: [{name: carts, partitionKey: {name: id, type: S}, replicate: true}]
            """);
    assertThat(told(platform, ConditionType.AwsReady))
        .extracting(Finding::reason, Finding::path)
        .containsExactly(tuple(Reason.RegionRefused, "spec.tables[carts].replicate"));
  }

  @Test
  void copiesOfBucketsGoToTheSecondRegionAndBothKeepVersions() {
    String regions = "{name: eu-west-1}, {name: eu-west-2}";
    String two = "buckets: [{name: media, replicate: true}, {name: site, replicate: false}]\n";
    Platform platform = platform("default", regions, "eu-north-1", two);
    assertThat(told(platform, ConditionType.AwsReady)).isEmpty();
    assertThat(platform.aws().orElseThrow().buckets())
        .extracting(AwsBucket::name, AwsBucket::replicaRegion, AwsBucket::versioning)
        .containsExactly(
            tuple("media", Optional.of("eu-west-2"), true), tuple("site", Optional.empty(), null));
  }

  @Test
  void aSecondRegionWithoutCopiesMayBeAnything() {
    String far = "{name: eu-west-1}, {name: cn-north-1}";
    assertThat(told(platform("default", far, "eu-north-1", ""), ConditionType.AwsReady)).isEmpty();
    String one = "buckets: [{name: media, replicate: true}]\n";
    assertThat(told(platform("default", far, "eu-north-1", one), ConditionType.AwsReady))
        .extracting(Finding::reason)
        .containsExactly(Reason.RegionRefused);
  }

  private static List<Finding> told(Platform platform) {
    return told(platform, ConditionType.Protected);
  }

  private static List<Finding> told(Platform platform, ConditionType part) {
    return platform.findings().stream().filter(finding -> finding.part() == part).toList();
  }

  private static Platform platform(String identity, String regions, String copyTo) {
    return platform(identity, regions, copyTo, "");
  }

  private static Platform platform(String identity, String regions, String copyTo, String more) {
    AwsIdentity narrow =
        new AwsIdentity(
            Optional.empty(), Optional.empty(), Set.of(), Set.of("eu-west-1"), Optional.empty());
    OperatorSettings settings =
        new OperatorSettings(
            "local",
            "registry.example.com/shop",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of("default", AwsIdentity.own(), "narrow", narrow));
    String spec = SPEC.formatted(identity, regions, copyTo) + more;
    return PlatformResolver.resolve(
        Resolved.parse("metadata: {name: shop}\nspec:\n" + spec.indent(2)),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER,
        ItemOutputs.none());
  }
}
