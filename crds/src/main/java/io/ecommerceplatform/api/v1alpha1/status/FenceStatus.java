package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Evidence that the old side writes no more. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FenceStatus(
    @JsonPropertyDescription("Verified, BestEffort or Waived.") FenceVerdict verdict,
    @JsonPropertyDescription("Rungs of the fencing ladder.") @Size(max = 6) @ListMap("name")
        List<FenceRung> rungs) {
  public FenceStatus {
    rungs = Copies.list(rungs);
  }
}
