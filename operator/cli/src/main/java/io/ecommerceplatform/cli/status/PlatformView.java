package io.ecommerceplatform.cli.status;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code status} reads of a resource. Parts of the status are typed when somebody asks for
 * them: each type costs time, and words of a newer operator are left out, never an error.
 *
 * @param resource the whole tree
 */
public record PlatformView(JsonNode resource) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .build();

  public static PlatformView of(JsonNode resource) {
    return new PlatformView(resource);
  }

  /** True as soon as the operator has written a status. */
  public boolean hasStatus() {
    return !resource.path("status").isEmpty();
  }

  public String name() {
    return text("/metadata/name");
  }

  public String namespace() {
    return text("/metadata/namespace");
  }

  /** The text at a JSON pointer; empty when there is none. */
  public String text(String pointer) {
    return resource.at(pointer).asText();
  }

  public long generation() {
    return resource.at("/metadata/generation").asLong();
  }

  /** True when the status describes the present spec. */
  public boolean isCurrent() {
    return resource.at("/status/observedGeneration").asLong(-1) >= generation();
  }

  public boolean isBeingDeleted() {
    return resource.at("/metadata/deletionTimestamp").isTextual();
  }

  /** True when everything that the present spec asks for is there. */
  public boolean isReady() {
    return isCurrent()
        && !isBeingDeleted()
        && conditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** The phase in the resource's own word, also when this command does not know it. */
  public String phase() {
    return hasStatus() ? text("/status/phase") : Phase.Pending.name();
  }

  public String message() {
    return text("/status/message");
  }

  /** The active region; empty when there is no AWS. */
  public String region() {
    String active = text("/status/summary/region");
    return active.isEmpty() ? text("/spec/aws/regions/0/name") : active;
  }

  public List<Condition> conditions() {
    return list("conditions", Condition.class);
  }

  /** The items of a list of the status; none when it is absent. */
  <T> List<T> list(String name, Class<T> type, Predicate<JsonNode> wanted) {
    List<T> items = new ArrayList<>();
    for (JsonNode item : resource.path("status").path(name)) {
      if (wanted.test(item)) {
        items.add(MAPPER.convertValue(item, type));
      }
    }
    return items;
  }

  <T> List<T> list(String name, Class<T> type) {
    return list(name, type, item -> true);
  }

  /** One part of the status. */
  <T> Optional<T> part(String name, Class<T> type) {
    JsonNode part = resource.path("status").path(name);
    return part.isObject() ? Optional.of(MAPPER.convertValue(part, type)) : Optional.empty();
  }
}
