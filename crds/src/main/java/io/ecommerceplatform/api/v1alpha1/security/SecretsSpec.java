package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Where secrets live and how often they rotate. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretsSpec(
    @JsonPropertyDescription("Kubernetes or SecretsManager.") SecretStore store,
    @JsonPropertyDescription("Days between rotations.") @Min(1) @Max(365) Integer rotationDays,
    @JsonPropertyDescription("Further secrets by name.") @Size(max = 50) @ListMap("name")
        List<SecretEntry> entries) {
  public SecretsSpec {
    entries = Copies.list(entries);
  }
}
