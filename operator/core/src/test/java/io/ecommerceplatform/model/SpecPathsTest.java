package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpecPathsTest {
  private final SpecPaths paths = SpecPaths.load();

  @Test
  void everyFieldOfTheSchemaIsManagedOrSaidToBeNotManagedYet() {
    Set<String> unknown = new TreeSet<>(SpecSchema.load().leaves());
    assertThat(unknown).hasSizeGreaterThan(300);
    unknown.removeIf(leaf -> paths.covering(leaf).isPresent());
    assertThat(unknown).as("add to spec/paths.yaml, as managed or under its part").isEmpty();
  }

  @Test
  void everyPathOfTheFileIsInTheSchema() {
    Set<String> leaves = SpecSchema.load().leaves();
    Set<String> gone = new TreeSet<>(paths.entries().keySet());
    gone.removeIf(path -> leaves.stream().anyMatch(leaf -> isAtOrBelow(leaf, path)));
    assertThat(gone).as("take out of spec/paths.yaml").isEmpty();
  }

  @Test
  void onlyPartsHaveFieldsThatAreNotManagedYet() {
    assertThat(paths.entries().values())
        .allMatch(entry -> entry.part().map(ConditionType::isPart).orElse(true));
  }

  @Test
  void reportsExactPathsAndJoinsItemsOfOneList() {
    JsonNode spec =
        Resolved.tree(
            """
            tables: [{name: carts, restoreFrom: {snapshot: last}}]
            services:
            - {name: a, mounts: [{files: x, path: /x}], rollout: {strategy: Canary}}
            - {name: b, rollout: {strategy: Rolling}}
            - {name: c, rollout: {strategy: BlueGreen}}
            observability: {tracing: {provider: XRay, reservoirPerSecond: 5}}
            """);
    Map<ConditionType, List<String>> found = UnmanagedFields.of(spec, paths, Set.of());
    assertThat(found)
        .containsOnlyKeys(
            ConditionType.WorkloadsReady, ConditionType.AwsReady, ConditionType.ObservabilityReady);
    assertThat(found.get(ConditionType.AwsReady)).containsExactly("spec.tables[carts].restoreFrom");
    assertThat(found.get(ConditionType.WorkloadsReady))
        .containsExactly(
            "spec.services[a].mounts (meanwhile the file system is there, and the pods do not see it)",
            "spec.services[a, c].rollout.strategy"
                + " (meanwhile both colours are there and an update replaces the pods of the"
                + " stable one in place, as Rolling does)");
    assertThat(found.get(ConditionType.ObservabilityReady))
        .containsExactly("spec.observability.tracing.reservoirPerSecond");
  }

  @Test
  void skipsWhatIsReportedAsAWhole() {
    JsonNode spec =
        Resolved.tree(
            "databases: [{name: db, replicaScaling: {max: 2}}, {name: other, replicaScaling: {max: 2}}]");
    assertThat(UnmanagedFields.of(spec, paths, Set.of("spec.databases[db]")))
        .containsEntry(ConditionType.AwsReady, List.of("spec.databases[other].replicaScaling"));
  }

  private static boolean isAtOrBelow(String leaf, String path) {
    return leaf.equals(path) || leaf.startsWith(path + ".") || leaf.startsWith(path + "[");
  }
}
