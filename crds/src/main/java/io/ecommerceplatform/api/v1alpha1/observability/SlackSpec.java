package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.SecretKeyRef;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A Slack webhook. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SlackSpec(
    @JsonPropertyDescription("Key of a Secret with the webhook's address.") @Required
        SecretKeyRef secret,
    @JsonPropertyDescription("Channel. Absent: the webhook's own.")
        @Size(min = 1, max = 80)
        @Pattern(Patterns.SLACK_CHANNEL)
        String channel) {}
