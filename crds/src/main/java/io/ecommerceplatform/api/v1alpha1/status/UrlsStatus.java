package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** Where the shop answers. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UrlsStatus(
    @JsonPropertyDescription("The shop.") @Size(max = 512) String storefront,
    @JsonPropertyDescription("The API.") @Size(max = 512) String api,
    @JsonPropertyDescription("The admin dashboard.") @Size(max = 512) String admin) {}
