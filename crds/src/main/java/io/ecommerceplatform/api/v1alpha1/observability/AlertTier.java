package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One step of the escalation. */
@ValidationRule(
    value =
        "(has(self.email) && self.email.size() > 0) || (has(self.sms) && self.sms.size() > "
            + "0) || has(self.slack)",
    messageExpression =
        "'observability.alerts.tiers: the tier after %s minutes tells nobody: add email, sms "
            + "or slack'.format([self.afterMinutes])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AlertTier(
    @JsonPropertyDescription("Minutes that an alert must last.") @Required @Min(0) @Max(1440)
        Integer afterMinutes,
    @JsonPropertyDescription("E-mail addresses.") @Size(max = 10) @ListSet
        List<@Size(min = 3, max = 254) @Pattern(Patterns.EMAIL) String> email,
    @JsonPropertyDescription("Telephone numbers in E.164 form, such as +6560000000.")
        @Size(max = 10)
        @ListSet
        List<@Size(min = 8, max = 16) @Pattern(Patterns.PHONE) String> sms,
    @JsonPropertyDescription("Slack channel.") SlackSpec slack) {
  public AlertTier {
    email = Copies.list(email);
    sms = Copies.list(sms);
  }
}
