package io.ecommerceplatform.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field that an action changes.
 *
 * @param path for example {@code spec.template.spec.containers[order].image}
 * @param before the live value, null when the field is absent
 * @param after the wanted value, null when the field goes away
 * @param forcesReplacement true when the API server refuses to change it in place
 * @param sensitive true when neither value may be shown
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record FieldChange(
    String path, JsonNode before, JsonNode after, boolean forcesReplacement, boolean sensitive) {

  static FieldChange of(String path, JsonNode before, JsonNode after) {
    return new FieldChange(path, before, after, false, false);
  }

  FieldChange forcingReplacement() {
    return new FieldChange(path, before, after, true, sensitive);
  }

  FieldChange masked() {
    return new FieldChange(path, null, null, forcesReplacement, true);
  }
}
