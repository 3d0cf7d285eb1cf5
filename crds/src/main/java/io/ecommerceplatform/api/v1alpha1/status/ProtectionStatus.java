package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How well data is protected. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProtectionStatus(
    @JsonPropertyDescription("True, False or Unknown.") ProtectionLevel status,
    @JsonPropertyDescription("Stores by name.") @Size(max = 120) @ListMap("name")
        List<ProtectedStore> stores) {
  public ProtectionStatus {
    stores = Copies.list(stores);
  }
}
