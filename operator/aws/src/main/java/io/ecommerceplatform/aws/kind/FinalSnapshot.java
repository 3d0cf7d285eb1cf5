package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.AwsDatabase;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Json;
import java.util.Map;

/** What the last snapshot of a database is called, which outlives the resource. */
final class FinalSnapshot {
  /** What AWS calls the data of one database for ever, as an output of it. */
  static final String RESOURCE_ID = "resourceId";

  static final String TAG = "ecommerceplatform.io/final-snapshot";

  private FinalSnapshot() {}

  /** Keeps the name on the item, as the resource that said it may be gone. */
  static Map<String, String> tags(AwsDatabase database) {
    return database.finalSnapshot().isEmpty() ? Map.of() : Map.of(TAG, database.finalSnapshot());
  }

  /** The same for the same database, and never that of an earlier one of its name. */
  static String name(FoundItem found) {
    String resource = found.outputs().get(RESOURCE_ID);
    String derived = found.awsName() + "-final-" + Json.hash(resource).substring(0, 8);
    return found.tags().getOrDefault(TAG, derived);
  }

  /** True when a snapshot with that data is of this one. */
  static boolean isOf(FoundItem found, String resourceId) {
    return resourceId != null && resourceId.equals(found.outputs().get(RESOURCE_ID));
  }
}
