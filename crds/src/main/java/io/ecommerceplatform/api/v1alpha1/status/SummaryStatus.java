package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** Short texts behind the columns of kubectl get. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SummaryStatus(
    @JsonPropertyDescription("Ready services of all, such as 8/8.") @Size(max = 32) String services,
    @JsonPropertyDescription("Ready AWS items of all, such as 24/25.") @Size(max = 32) String aws,
    @JsonPropertyDescription("The rollout that runs, or Healthy.") @Size(max = 128) String rollout,
    @JsonPropertyDescription("The active region.") @Size(max = 64) String region,
    @JsonPropertyDescription("Monthly estimate, such as $1045.") @Size(max = 32) String cost) {}
