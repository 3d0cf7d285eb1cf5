package io.ecommerceplatform.resource;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.HashMap;
import java.util.Map;

/**
 * What is true of all items of one type.
 *
 * @param name as AWS and the status name it, for example {@code sqs.Queue}
 * @param identity how two of them are told apart
 * @param holdsData true when deleting one loses data of the user
 * @param takesSnapshots true when a last snapshot can be taken of one
 * @param isGlobal true when it lives in no region
 * @param longestName characters of a name
 * @param standard what becomes of one that nobody wants any more
 * @param rules the fields that are not simply changed in place, by their dotted path
 */
public record ItemType(
    String name,
    Identity identity,
    boolean holdsData,
    boolean takesSnapshots,
    boolean isGlobal,
    int longestName,
    DeletionPolicy standard,
    Map<String, FieldRule> rules) {
  /** Where the API of everything that lives in no region is. */
  public static final String GLOBAL_REGION = "us-east-1";

  public ItemType {
    rules = Map.copyOf(rules);
  }

  /** One without data, that goes when nobody wants it. */
  public static ItemType of(String name, Identity identity, int longestName) {
    return new ItemType(
        name, identity, false, false, false, longestName, DeletionPolicy.Delete, Map.of());
  }

  /** The same with the rule of one field more. */
  public ItemType with(String field, FieldRule rule) {
    Map<String, FieldRule> more = new HashMap<>(rules);
    more.put(field, rule);
    return new ItemType(
        name, identity, holdsData, takesSnapshots, isGlobal, longestName, standard, more);
  }

  /** The same, of which data is lost when one goes. */
  public ItemType holdingData(DeletionPolicy policy) {
    return new ItemType(name, identity, true, takesSnapshots, isGlobal, longestName, policy, rules);
  }

  /** The same, of which a last snapshot can be taken. */
  public ItemType takingSnapshots() {
    return new ItemType(name, identity, holdsData, true, isGlobal, longestName, standard, rules);
  }

  /** The same, outside of all regions. */
  public ItemType global() {
    return new ItemType(
        name, identity, holdsData, takesSnapshots, true, longestName, standard, rules);
  }

  /** Where items of it are asked for. */
  public String regionOf(String region) {
    return isGlobal ? GLOBAL_REGION : region;
  }
}
