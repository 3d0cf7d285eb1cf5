package io.ecommerceplatform.aws.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.aws.Kinds;
import io.ecommerceplatform.aws.PlatformItems;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.cost.Estimate;
import io.ecommerceplatform.cost.Estimator;
import io.ecommerceplatform.model.AwsIdentity;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.resource.ClusterFacts;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample costs what its source says, and the page shows both figures of each part. */
class RevcartCostInSyncTest {
  private static final Path SAMPLE = Path.of("../../samples/revcart.yaml");
  private static final Path PAGE = Path.of("../../docs/cost.md");
  private static final String BEGIN = "<!-- made by make golden: revcart -->\n";
  private static final String END = "<!-- end -->\n";
  private static final double SOURCE_TOTAL = 1045;

  /** What the source says of a part, and why ours differs. */
  private record Source(int usd, String why) {}

  private static final Map<String, Source> SOURCES = sources();

  private static Map<String, Source> sources() {
    Map<String, Source> parts = new LinkedHashMap<>();
    parts.put("compute", new Source(273, "the spot price is an assumption in both"));
    parts.put(
        "database",
        new Source(
            460,
            "the source rounds each line up (MySQL $120, replica $60, DocumentDB $200); ours are"
                + " list prices. Storage and I/O of DocumentDB are not priced"));
    parts.put(
        "storage",
        new Source(
            82,
            "the source takes gp2's price for volumes ($50); ours are gp3, and the storage of the"
                + " second zone and of the replica is counted. Backups are free up to the size of"
                + " the database"));
    parts.put("network", new Source(175, "the web ACL is counted, which the source leaves out"));
    parts.put("messaging", new Source(10, "one million messages a topic are assumed"));
    parts.put(
        "monitoring",
        new Source(
            35,
            "Container Insights sends some 200 metrics at $0.30 for this cluster; the source has"
                + " $10 for all metrics"));
    parts.put("registry", new Source(10, "2.5 GB of images a service are assumed"));
    parts.put("security", new Source(0, "the source does not count its secrets"));
    return parts;
  }

  @Test
  void theTotalIsWithinTenPercentOfTheSource() throws IOException {
    Estimate estimate = estimate();
    assertThat(estimate.monthlyUsd())
        .as("%s", estimate.byPart())
        .isCloseTo(SOURCE_TOTAL, withinPercentage(10));
    assertThat(estimate.byPart().keySet()).containsExactlyInAnyOrderElementsOf(SOURCES.keySet());
    assertThat(SOURCES.values().stream().mapToInt(Source::usd).sum()).isEqualTo(1045);
  }

  @Test
  void thePageShowsBothFigures() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String made = page.substring(0, from) + table(estimate()) + page.substring(page.indexOf(END));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE)).as("Repair it with: make golden").isEqualTo(made);
  }

  private static String table(Estimate estimate) {
    StringBuilder rows = new StringBuilder();
    rows.append("| part | source | estimate | why they differ |\n|---|---:|---:|---|\n");
    SOURCES.forEach(
        (part, source) ->
            rows.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %s |\n",
                    part,
                    source.usd(),
                    estimate.byPart().get(part),
                    source.why())));
    return rows.append(
            String.format(
                Locale.ROOT,
                "| **total** | **%.0f** | **%.0f** | %+.1f %% |\n",
                SOURCE_TOTAL,
                estimate.monthlyUsd(),
                100 * (estimate.monthlyUsd() / SOURCE_TOTAL - 1)))
        .toString();
  }

  private static Estimate estimate() throws IOException {
    ECommercePlatform resource =
        Serialization.unmarshal(Files.readString(SAMPLE), ECommercePlatform.class);
    resource.getMetadata().setNamespace("revcart");
    OperatorSettings settings =
        new OperatorSettings(
            "default",
            "registry.example.com",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of("default", AwsIdentity.own()));
    Platform platform =
        PlatformResolver.resolve(
            resource,
            CatalogueLoader.load(),
            settings,
            new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of()));
    return Estimator.bundled()
        .of(platform, new PlatformItems(Kinds.all()).compile(platform))
        .orElseThrow();
  }
}
