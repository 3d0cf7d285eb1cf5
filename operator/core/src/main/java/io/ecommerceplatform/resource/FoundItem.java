package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One item as AWS shows it.
 *
 * @param type its type
 * @param awsName its name in AWS; of a type without names its id
 * @param id what calls about it need: a URL, an ARN or an id
 * @param settings its fields, named as those of what is wanted
 * @param tags its tags
 * @param health how it is
 * @param outputs what others need of it, for example {@code arn}
 */
public record FoundItem(
    ItemType type,
    String awsName,
    String id,
    ObjectNode settings,
    Map<String, String> tags,
    ItemHealth health,
    Map<String, String> outputs) {

  public FoundItem {
    tags = Map.copyOf(tags);
    outputs = Map.copyOf(outputs);
  }

  /** The same with other tags. */
  public FoundItem with(Map<String, String> others) {
    return new FoundItem(type, awsName, id, settings, others, health, outputs);
  }

  public boolean isReady() {
    return health instanceof ItemHealth.Ready;
  }
}
