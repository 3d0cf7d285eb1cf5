package io.ecommerceplatform.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AWS as one pass sees it.
 *
 * @param scans the last look at each type in each region, by {@link #key}
 * @param attempts the last write to each item
 * @param account id of the account; empty until it is known
 * @param settledAt when lists show everything that an operator before this process may have made
 * @param now when the pass looked
 */
public record ItemWorld(
    Map<String, Scan> scans,
    Map<ObjectRef, Attempt> attempts,
    Optional<String> account,
    Instant settledAt,
    Instant now) {

  public ItemWorld {
    scans = Map.copyOf(scans);
    attempts = Map.copyOf(attempts);
  }

  /** That of a platform without AWS. */
  public static ItemWorld none() {
    return new ItemWorld(Map.of(), Map.of(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
  }

  public static String key(String type, String region) {
    return type + "@" + region;
  }

  /** The last look at the items like this one. */
  public Optional<Scan> scan(ObjectRef ref) {
    return Optional.ofNullable(scans.get(key(ref.kind(), ref.namespace())));
  }

  /**
   * True when it is certain what is there: every look succeeded, and began after each write, in
   * time for AWS's lists to show it. Only then may anybody say that nothing is left.
   */
  public boolean isCertain() {
    return scans.values().stream().allMatch(scan -> scan.failure().isEmpty())
        && attempts.entrySet().stream()
            .allMatch(
                made ->
                    scan(made.getKey())
                        .filter(scan -> scan.startedAt().isAfter(made.getValue().shownAt()))
                        .isPresent());
  }

  /** True when each look began at that time or later; one that failed counts as a look. */
  public boolean isReadSince(Instant since) {
    return scans.values().stream()
        .allMatch(
            scan ->
                !scan.startedAt().isBefore(since)
                    || scan.failure().filter(why -> !why.at().isBefore(since)).isPresent());
  }

  public Optional<Attempt> attempt(ObjectRef ref) {
    return Optional.ofNullable(attempts.get(ref));
  }

  /** The item that is there for a wanted one, whoever's it is. */
  public Optional<FoundItem> find(WantedItem item, ItemOwner owner) {
    return scan(item.ref()).map(Scan::items).stream()
        .flatMap(Collection::stream)
        .filter(
            found ->
                switch (item.type().identity()) {
                  case NAME, CHILD -> found.awsName().equals(item.awsName());
                  case TOKEN, TAG -> owner.owns(found, item);
                })
        .findFirst();
  }

  /** What has a name of AWS and no owner. */
  public Optional<FoundItem> named(String type, String awsName) {
    return scans.entrySet().stream()
        .filter(scan -> scan.getKey().startsWith(type + "@"))
        .flatMap(scan -> scan.getValue().items().stream())
        .filter(found -> found.awsName().equals(awsName))
        .findFirst();
  }

  /** Everything of one owner, by where it is. */
  public Stream<Map.Entry<ObjectRef, FoundItem>> of(ItemOwner owner) {
    return scans.entrySet().stream()
        .flatMap(
            scan ->
                scan.getValue().items().stream()
                    .filter(owner::owns)
                    .map(found -> Map.entry(ref(scan.getKey(), found), found)));
  }

  private static ObjectRef ref(String key, FoundItem found) {
    String region = key.substring(key.indexOf('@') + 1);
    return new ObjectRef(
        ObjectRef.AWS, found.type().name(), region, found.tags().get(ItemOwner.ITEM));
  }
}
