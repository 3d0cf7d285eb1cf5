package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One type of item in AWS: what a platform wants of it, how it is read and how it is written. There
 * is no waiting, no retry and no policy in here.
 *
 * @param <S> its fields, the same record for what is wanted and for what is there; null is not
 *     compared
 */
public interface AwsKind<S extends Record> {

  ItemType type();

  Class<S> settings();

  /** IAM actions that the calls of this kind need. */
  Set<String> actions();

  /** What the platform wants; pure. */
  List<Wish<S>> wanted(Platform platform, Aws aws);

  /** All items of the type, or of types that can only be read one by one those of interest. */
  List<Found<S>> scan(Clients clients, Interest interest);

  /** What stands in the way of making it, as far as a look shows. */
  default Optional<Obstacle> obstacle(Creation<S> creation, Clients clients) {
    return Optional.empty();
  }

  void create(Creation<S> creation, Clients clients);

  /** Sends what differs, and no tags. */
  void update(Update<S> update, Clients clients);

  /** Deletes it; one that is gone already is no error. */
  void delete(FoundItem found, boolean snapshotFirst, Clients clients);

  /** Sets tags and removes none. */
  void tag(FoundItem found, Map<String, String> tags, Clients clients);

  /** What of one item CloudWatch measures one by one, as what is behind its name; pure. */
  default List<String> measured(S settings) {
    return List.of("");
  }

  /** True when a look at all of them is a few calls, however many there are. */
  default boolean isReadInBulk() {
    return true;
  }

  /** True when items of it may be in another region than the platform that wants them. */
  default boolean isInOtherRegions() {
    return false;
  }

  /**
   * Why something cannot be made now.
   *
   * @param kind what it means for the next try
   * @param message the field, what is wrong and what to do
   */
  record Obstacle(FailureKind kind, String message) {}

  /**
   * What is to be made.
   *
   * @param token the same for the same item, however often it is tried
   */
  record Creation<S>(String awsName, S settings, Map<String, String> tags, String token) {}

  /**
   * What is to be changed.
   *
   * @param changed the first words of the fields that differ
   */
  record Update<S>(FoundItem found, S settings, Set<String> changed) {

    public boolean changes(String... fields) {
      return Set.of(fields).stream().anyMatch(changed::contains);
    }

    /**
     * The value of a field that differs; null, which the SDK does not send, of one that does not.
     */
    public <T> T changed(String field, T value) {
      return changed.contains(field) ? value : null;
    }
  }
}
