package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Who is told, and when. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AlertsSpec(
    @JsonPropertyDescription("Escalation: each tier is told when an alert lasts.")
        @Required
        @Size(min = 1, max = 5)
        @ListMap("afterMinutes")
        List<AlertTier> tiers) {
  public AlertsSpec {
    tiers = Copies.list(tiers);
  }
}
