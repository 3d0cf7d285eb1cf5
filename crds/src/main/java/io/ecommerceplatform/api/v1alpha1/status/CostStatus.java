package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Monthly estimate. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CostStatus(
    @JsonPropertyDescription("Total in US dollars.") @Min(0) Double monthlyUsd,
    @JsonPropertyDescription("Parts of the total.") @Size(max = 20) @ListMap("part")
        List<CostPart> byPart,
    @JsonPropertyDescription("Date of the price table.") @Size(max = 40) String priceDate) {
  public CostStatus {
    byPart = Copies.list(byPart);
  }
}
