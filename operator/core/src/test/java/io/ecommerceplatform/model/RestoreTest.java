package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.AwsRestore.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store says that it is made from, and where nothing follows from it. */
class RestoreTest {
  private static final String AWS =
      "{profile: Economy, services: [], aws: {identity: default, regions: [{name: us-east-1}]}, %s}";

  @Test
  void eachFormReachesTheStoreInAws() {
    assertThat(database("snapshot: monday")).isEqualTo(new AwsRestore(Form.snapshot, "monday"));
    assertThat(database("retained: old")).isEqualTo(new AwsRestore(Form.retained, "old"));
    assertThat(database("backup: 'arn:aws:rds:x'"))
        .isEqualTo(new AwsRestore(Form.backup, "arn:aws:rds:x"));
    assertThat(database("time: '2026-01-07T03:00:00Z'").form()).isEqualTo(Form.time);
  }

  @Test
  void itIsReadAsItWasWritten() {
    AwsRestore restore = new AwsRestore(Form.backup, "arn:aws:rds:x:snapshot/y");
    assertThat(AwsRestore.parsed(restore.text())).isEqualTo(restore);
  }

  @Test
  void whatAwsHasIsNoFinding() {
    assertThat(notManaged(AWS.formatted(databases("Managed", "snapshot: monday")))).isEmpty();
    assertThat(notManaged(AWS.formatted(databases("Managed", "time: '2026-01-07T03:00:00Z'"))))
        .singleElement()
        .asString()
        .contains("databases[db].restoreFrom.time", "nothing is made");
  }

  @Test
  void insideTheClusterItIsNamed() {
    assertThat(notManaged(AWS.formatted(databases("InCluster", "snapshot: monday"))))
        .containsExactly(
            "spec.databases[db].restoreFrom: not managed yet inside the cluster: db starts empty; take it out, or set placement: Managed");
    assertThat(notManaged(AWS.formatted("caches: [{name: hot, restoreFrom: {snapshot: monday}}]")))
        .containsExactly(
            "spec.caches[hot]: not managed yet inside the cluster: restoreFrom; take it out, or set placement: Managed");
  }

  private static AwsRestore database(String from) {
    return Resolved.spec(AWS.formatted(databases("Managed", from)))
        .aws()
        .orElseThrow()
        .instances()
        .getFirst()
        .database()
        .restore()
        .orElseThrow();
  }

  private static String databases(String placement, String from) {
    return "databases: [{name: db, engine: PostgreSQL, placement: %s, restoreFrom: {%s}}]"
        .formatted(placement, from);
  }

  private static List<String> notManaged(String spec) {
    return Resolved.spec(spec).findings().stream()
        .filter(finding -> finding.reason() == Reason.NotManagedYet)
        .map(Finding::text)
        .toList();
  }
}
