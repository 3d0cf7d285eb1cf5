package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.resource.ItemHealth;
import java.util.List;
import java.util.Map;

/**
 * One item as a kind reads it; most fields are those of {@code FoundItem}.
 *
 * @param parents ARNs of the items that it belongs to, when it has no tags; it is ours when all of
 *     them are
 */
public record Found<S>(
    String awsName,
    String id,
    S settings,
    Map<String, String> tags,
    ItemHealth health,
    Map<String, String> outputs,
    List<String> parents) {

  public Found {
    tags = Map.copyOf(tags);
    outputs = Map.copyOf(outputs);
    parents = List.copyOf(parents);
  }

  public static <S> Found<S> of(
      String awsName,
      String id,
      S settings,
      Map<String, String> tags,
      ItemHealth health,
      Map<String, String> outputs) {
    return new Found<>(awsName, id, settings, tags, health, outputs, List.of());
  }

  /** One that is ready as soon as it is there. */
  public static <S> Found<S> ready(
      String awsName,
      String id,
      S settings,
      Map<String, String> tags,
      Map<String, String> outputs) {
    return of(awsName, id, settings, tags, new ItemHealth.Ready(), outputs);
  }

  /** One without tags, that belongs to others. */
  public static <S> Found<S> child(
      String awsName, String id, S settings, Map<String, String> outputs, List<String> parents) {
    return new Found<>(awsName, id, settings, Map.of(), new ItemHealth.Ready(), outputs, parents);
  }
}
