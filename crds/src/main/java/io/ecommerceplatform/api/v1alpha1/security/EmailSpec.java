package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Sender of the shop's e-mail and text messages. */
@ValidationRule(
    value = "(self.provider == 'SMTP') == has(self.smtp)",
    message = "email: SMTP needs smtp with a host, and only SMTP has it")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EmailSpec(
    @JsonPropertyDescription("Sender address.")
        @Required
        @Size(min = 3, max = 254)
        @Pattern(Patterns.EMAIL)
        String from,
    @JsonPropertyDescription("SES or SMTP.") @Required EmailProvider provider,
    @JsonPropertyDescription("Mail server. Only with SMTP.") SmtpSpec smtp,
    @JsonPropertyDescription("Limit of text messages in US dollars a month.") @Min(0) @Max(100000)
        Integer smsMonthlySpendLimitUsd) {}
