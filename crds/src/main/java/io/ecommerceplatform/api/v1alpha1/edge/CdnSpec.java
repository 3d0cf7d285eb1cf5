package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The CloudFront distribution. */
@ValidationRule(
    value =
        "!has(self.geoAllow) || !has(self.geoBlock) || self.geoAllow.size() == 0 || "
            + "self.geoBlock.size() == 0",
    message = "edge.cdn: geoAllow and geoBlock exclude each other: use one of the two")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CdnSpec(
    @JsonPropertyDescription(
            "PriceClass_100 (United States, Canada, Europe), PriceClass_200 or "
                + "PriceClass_All.")
        PriceClass priceClass,
    @JsonPropertyDescription("Only these countries, by ISO 3166 code.") @Size(max = 250) @ListSet
        List<@Size(min = 2, max = 2) @Pattern(Patterns.COUNTRY) String> geoAllow,
    @JsonPropertyDescription("Not these countries.") @Size(max = 250) @ListSet
        List<@Size(min = 2, max = 2) @Pattern(Patterns.COUNTRY) String> geoBlock,
    @JsonPropertyDescription("Paths that go to the load balancer. Absent: /api/*.")
        @Size(min = 1, max = 128)
        @Pattern(Patterns.CDN_PATH)
        String apiPath,
    @JsonPropertyDescription("API paths that are cached.") @Size(max = 20) @ListMap("path")
        List<CachedPath> cachedPaths) {
  public CdnSpec {
    geoAllow = Copies.list(geoAllow);
    geoBlock = Copies.list(geoBlock);
    cachedPaths = Copies.list(cachedPaths);
  }
}
