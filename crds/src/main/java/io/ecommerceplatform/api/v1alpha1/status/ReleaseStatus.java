package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The release that promotes several services together. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleaseStatus(
    @JsonPropertyDescription("Hash of the candidates.") @Size(max = 64) String id,
    @JsonPropertyDescription("Healthy, Progressing, Paused or Degraded.") RolloutPhase phase,
    @JsonPropertyDescription("Services that take part.") @Size(max = 60)
        List<@Size(max = 63) String> services,
    @JsonPropertyDescription("Services that the others wait for.") @Size(max = 60)
        List<@Size(max = 63) String> blockedBy) {
  public ReleaseStatus {
    services = Copies.list(services);
    blockedBy = Copies.list(blockedBy);
  }
}
