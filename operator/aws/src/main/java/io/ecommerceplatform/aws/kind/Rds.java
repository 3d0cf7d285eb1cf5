package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CloudwatchLogsExportConfiguration;
import software.amazon.awssdk.services.rds.model.Tag;

/** What all types of RDS have in common. */
final class Rds {
  private Rds() {}

  static RdsClient client(Clients clients) {
    return clients.of(RdsClient.class, RdsClient::builder);
  }

  static Map<String, String> tags(RdsClient rds, String arn) {
    return map(rds.listTagsForResource(request -> request.resourceName(arn)).tagList());
  }

  static Map<String, String> map(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).addTagsToResource(request -> request.resourceName(found.id()).tags(tags(tags)));
  }

  /** How a server is whose status AWS says. */
  static ItemHealth health(String status, boolean isPending, String window) {
    return switch (status) {
      case "available", "backing-up", "storage-optimization" ->
          isPending
              ? new ItemHealth.Waiting(
                  "a change waits for its maintenance window (%s)".formatted(window))
              : new ItemHealth.Ready();
      case "creating" -> new ItemHealth.Progressing("is being created");
      case "modifying" -> new ItemHealth.Progressing("is being changed");
      case "deleting" -> new ItemHealth.Deleting();
      case "failed",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "incompatible-credentials",
          "incompatible-network",
          "incompatible-option-group",
          "incompatible-parameters",
          "incompatible-restore",
          "insufficient-capacity",
          "migration-failed",
          "restore-error",
          "stopped",
          "storage-full" ->
          new ItemHealth.Failed("RDS says that it is " + status);
      default -> new ItemHealth.Progressing("RDS says that it is " + status);
    };
  }

  /** True when the first number of a version changes, which AWS has to be told. */
  static boolean isMajor(String wanted, String found) {
    return !wanted.split("[.]")[0].equals(found.split("[.]")[0]);
  }

  /** What turns the logs that are exported into those that are wanted. */
  static CloudwatchLogsExportConfiguration logs(List<String> wanted, List<String> there) {
    return CloudwatchLogsExportConfiguration.builder()
        .enableLogTypes(without(wanted, there))
        .disableLogTypes(without(there, wanted))
        .build();
  }

  private static List<String> without(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(some == null ? List.of() : some);
    rest.removeAll(others == null ? List.of() : others);
    return rest;
  }

  /** Null for what is not set: it is left to AWS. */
  static String orNull(String set) {
    return set.isEmpty() ? null : set;
  }
}
