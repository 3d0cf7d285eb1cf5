package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Whether the standby could take over. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReadinessStatus(
    @JsonPropertyDescription("True, False or Unknown.") ProtectionLevel status,
    @JsonPropertyDescription("Checks that fail.") @Size(max = 50)
        List<@Size(max = 512) String> failing,
    @JsonPropertyDescription("Time of the check.") @Size(max = 40) String checkedAt) {
  public ReadinessStatus {
    failing = Copies.list(failing);
  }
}
