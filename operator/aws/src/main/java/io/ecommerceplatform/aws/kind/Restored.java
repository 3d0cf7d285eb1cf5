package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.AwsRestore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is noted on a store that was made from a copy of data, as the resource may forget it. */
final class Restored {
  /** Says what it was made from. */
  static final String TAG = "ecommerceplatform.io/restored-from";

  /**
   * Says whose the password of its administrator is; a copy has that of what it was copied from.
   */
  static final String PASSWORD_TAG = "ecommerceplatform.io/password-set-by";

  static final String OPERATOR = "operator";

  private Restored() {}

  /** All tags of one that is made so. */
  static Map<String, String> tags(Map<String, String> others, String restoredFrom) {
    Map<String, String> tags = new HashMap<>(others);
    tags.put(TAG, restoredFrom);
    return tags;
  }

  static String text(Optional<AwsRestore> restore) {
    return restore.map(AwsRestore::text).orElse(null);
  }

  /** Whose password a store has to have; null of one that was made with it. */
  static String passwordSetBy(Optional<AwsRestore> restore) {
    return restore.map(r -> OPERATOR).orElse(null);
  }

  /** False while nobody in the cluster knows its password. */
  static boolean isOpen(Map<String, String> tags) {
    return !tags.containsKey(TAG) || tags.containsKey(PASSWORD_TAG);
  }
}
