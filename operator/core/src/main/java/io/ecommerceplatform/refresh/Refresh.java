package io.ecommerceplatform.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.status.CommandStatus;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish that everything of a platform is read anew. Each new word counts once.
 *
 * @param word what the annotation says, such as a time
 * @param by who wrote it, as far as managedFields say
 */
public record Refresh(String word, String by) {
  /** Annotation that asks for it. */
  public static final String ANNOTATION = "ecommerceplatform.io/refresh";

  /** Its name in {@code status.commands}. */
  public static final String COMMAND = "refresh";

  private static final int LONGEST_WORD = 512; // of status.commands[].value
  private static final int LONGEST_NAME = 254;

  /** The wish of a resource that its status does not answer yet. */
  public static Optional<Refresh> of(ECommercePlatform resource) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(resource.getMetadata().getAnnotations(), Map.of());
    String word = shortened(annotations.getOrDefault(ANNOTATION, "").strip(), LONGEST_WORD);
    return word.isEmpty() || isAnswered(resource, word)
        ? Optional.empty()
        : Optional.of(new Refresh(word, shortened(author(resource), LONGEST_NAME)));
  }

  private static boolean isAnswered(ECommercePlatform resource, String word) {
    return resource.getStatus() != null
        && Objects.requireNonNullElse(resource.getStatus().commands(), List.<CommandStatus>of())
            .stream()
            .anyMatch(c -> COMMAND.equals(c.command()) && word.equals(c.value()));
  }

  private static String author(ECommercePlatform resource) {
    return Objects.requireNonNullElse(
            resource.getMetadata().getManagedFields(), List.<ManagedFieldsEntry>of())
        .stream()
        .filter(entry -> entry.getFieldsV1() != null)
        .filter(entry -> isOfAnnotation(Json.tree(entry.getFieldsV1())))
        .map(ManagedFieldsEntry::getManager)
        .findFirst()
        .orElse("");
  }

  private static boolean isOfAnnotation(JsonNode fields) {
    return fields.path("f:metadata").path("f:annotations").has("f:" + ANNOTATION);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
