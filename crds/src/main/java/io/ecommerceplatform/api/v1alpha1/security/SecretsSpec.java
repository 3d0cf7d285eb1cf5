package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Where secrets live and how often they rotate. */
@ValidationRule(
    value =
        "!has(self.entries) || (has(self.store) && self.store == 'SecretsManager') || "
            + "!self.entries.exists(e, has(e.awsName))",
    messageExpression =
        "'secrets.entries[%s].awsName: names a secret of Secrets Manager: set store to "
            + "SecretsManager'.format([self.entries.filter(e, has(e.awsName))[0].name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretsSpec(
    @JsonPropertyDescription("Kubernetes or SecretsManager.") SecretStore store,
    @JsonPropertyDescription("How many days old a service's login to a database may become.")
        @Min(1)
        @Max(365)
        Integer rotationDays,
    @JsonPropertyDescription("Further secrets by name.") @Size(max = 50) @ListMap("name")
        List<SecretEntry> entries) {
  public SecretsSpec {
    entries = Copies.list(entries);
  }
}
