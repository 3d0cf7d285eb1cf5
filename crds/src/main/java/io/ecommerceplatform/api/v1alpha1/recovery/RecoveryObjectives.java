package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/** Recovery objectives. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryObjectives(
    @JsonPropertyDescription("Longest time to recover, such as 60m.")
        @Size(min = 2, max = 10)
        @Pattern(Patterns.DURATION)
        String rto,
    @JsonPropertyDescription("Longest loss per store, such as orders: 5m.") @Size(max = 20)
        Map<String, @Size(min = 2, max = 10) @Pattern(Patterns.DURATION) String> rpo) {
  public RecoveryObjectives {
    rpo = Copies.map(rpo);
  }
}
