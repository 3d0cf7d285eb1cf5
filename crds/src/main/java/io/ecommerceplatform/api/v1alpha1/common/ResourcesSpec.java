package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Compute resources of one container. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ResourcesSpec(
    @JsonPropertyDescription("Requested cpu, memory and ephemeral-storage.") @Size(max = 4)
        Map<String, Quantity> requests,
    @JsonPropertyDescription("Limits of cpu, memory and ephemeral-storage.") @Size(max = 4)
        Map<String, Quantity> limits) {
  public ResourcesSpec {
    requests = Copies.map(requests);
    limits = Copies.map(limits);
  }
}
