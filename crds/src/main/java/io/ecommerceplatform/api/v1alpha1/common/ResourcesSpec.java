package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Compute resources of one container. */
@ValidationRule(
    value =
        "!has(self.requests) || self.requests.all(k, k in ['cpu', 'memory', "
            + "'ephemeral-storage'])",
    message = "requests may name cpu, memory and ephemeral-storage only",
    fieldPath = ".requests")
@ValidationRule(
    value = "!has(self.limits) || self.limits.all(k, k in ['cpu', 'memory', 'ephemeral-storage'])",
    message = "limits may name cpu, memory and ephemeral-storage only",
    fieldPath = ".limits")
@ValidationRule(
    value =
        "!has(self.requests) || !has(self.limits) || self.requests.all(k, !(k in self.limits) ||"
            + " quantity(string(self.requests[k])).compareTo(quantity(string(self.limits[k]))) <="
            + " 0)",
    message = "a request is above its limit")
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
