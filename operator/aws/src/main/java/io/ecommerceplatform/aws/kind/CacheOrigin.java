package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.model.AwsRestore;
import io.ecommerceplatform.resource.FailureKind;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

/** The snapshot that a cache is to be made from. */
record CacheOrigin(AwsRestore restore, Clients clients) {

  Optional<Obstacle> obstacle() {
    if (restore.form() != AwsRestore.Form.snapshot) {
      return Optional.of(
          refused(
              "ElastiCache makes a cache from a snapshot alone; name one in restoreFrom.snapshot"));
    }
    Optional<Snapshot> found = snapshot();
    if (found.isEmpty()) {
      return Optional.of(
          new Obstacle(
              FailureKind.ABSENT,
              "%s: ElastiCache shows no snapshot %s in %s; correct the name, or copy it there"
                  .formatted(field(), restore.value(), clients.region())));
    }
    return switch (found.get().snapshotStatus()) {
      case "available" -> Optional.empty();
      case "creating", "copying", "exporting" ->
          Optional.of(
              new Obstacle(
                  FailureKind.BUSY,
                  "%s: waits for %s, which is %s"
                      .formatted(field(), restore.value(), found.get().snapshotStatus())));
      default ->
          Optional.of(
              refused(
                  "%s is %s; name another one"
                      .formatted(restore.value(), found.get().snapshotStatus())));
    };
  }

  private Optional<Snapshot> snapshot() {
    try {
      return ElastiCache.client(clients)
          .describeSnapshots(request -> request.snapshotName(restore.value()))
          .snapshots()
          .stream()
          .findFirst();
    } catch (SnapshotNotFoundException e) {
      return Optional.empty();
    }
  }

  private Obstacle refused(String why) {
    return new Obstacle(FailureKind.INVALID, field() + ": " + why);
  }

  private String field() {
    return "restoreFrom." + restore.form();
  }
}
