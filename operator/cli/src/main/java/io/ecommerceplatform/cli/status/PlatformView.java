package io.ecommerceplatform.cli.status;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What {@code status} reads of a resource. Only the status is typed: words of a newer operator that
 * this command does not know are left out, never an error.
 *
 * @param resource the whole tree
 * @param status the typed status; empty until the operator has written one
 */
public record PlatformView(JsonNode resource, Optional<PlatformStatus> status) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .build();

  public static PlatformView of(JsonNode resource) {
    JsonNode status = resource.path("status");
    return new PlatformView(
        resource,
        status.isEmpty()
            ? Optional.empty()
            : Optional.of(MAPPER.convertValue(status, PlatformStatus.class)));
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
    return status
        .map(s -> s.observedGeneration() != null && s.observedGeneration() >= generation())
        .orElse(false);
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
    return status.isEmpty() ? Phase.Pending.name() : text("/status/phase");
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
    return status.map(PlatformStatus::conditions).orElse(List.of());
  }

  /** A list of the status; empty when it is absent. */
  public <T> List<T> list(java.util.function.Function<PlatformStatus, List<T>> part) {
    return status.map(part).orElse(List.of());
  }
}
