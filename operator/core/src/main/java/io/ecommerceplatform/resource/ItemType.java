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
 * @param isAdoptable true when it can be said of one of somebody else that it is ours now
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
    boolean isAdoptable,
    boolean isGlobal,
    int longestName,
    DeletionPolicy standard,
    Map<String, FieldRule> rules) {
  /** Where the API of everything that lives in no region is. */
  public static final String GLOBAL_REGION = "us-east-1";

  public ItemType {
    rules = Map.copyOf(rules);
  }

  /** One without data, that goes when nobody wants it; a child has no tags that say whose it is. */
  public static ItemType of(String name, Identity identity, int longestName) {
    boolean isTagged = identity != Identity.CHILD;
    return new ItemType(
        name,
        identity,
        false,
        false,
        isTagged,
        false,
        longestName,
        DeletionPolicy.Delete,
        Map.of());
  }

  /** The same with the rule of one field more. */
  public ItemType with(String field, FieldRule rule) {
    Map<String, FieldRule> more = new HashMap<>(rules);
    more.put(field, rule);
    return new ItemType(
        name,
        identity,
        holdsData,
        takesSnapshots,
        isAdoptable,
        isGlobal,
        longestName,
        standard,
        more);
  }

  /** The same, of which data is lost when one goes. */
  public ItemType holdingData(DeletionPolicy policy) {
    return new ItemType(
        name, identity, true, takesSnapshots, isAdoptable, isGlobal, longestName, policy, rules);
  }

  /** The same, of which a last snapshot can be taken. */
  public ItemType takingSnapshots() {
    return new ItemType(
        name, identity, holdsData, true, isAdoptable, isGlobal, longestName, standard, rules);
  }

  /** The same, outside of all regions. */
  public ItemType global() {
    return new ItemType(
        name, identity, holdsData, takesSnapshots, isAdoptable, true, longestName, standard, rules);
  }

  /** The same child, beside which something says whose it is. */
  public ItemType marked() {
    return new ItemType(
        name, identity, holdsData, takesSnapshots, true, isGlobal, longestName, standard, rules);
  }

  /** Where items of it are asked for. */
  public String regionOf(String region) {
    return isGlobal ? GLOBAL_REGION : region;
  }
}
