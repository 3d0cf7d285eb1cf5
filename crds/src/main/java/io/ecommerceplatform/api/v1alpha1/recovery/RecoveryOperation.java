package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One run of a failover, switchover or drill. */
@ValidationRule(
    value = "self.id != oldSelf.id || self == oldSelf",
    messageExpression =
        "'operation %s is immutable once it is accepted: give the new run a new "
            + "id'.format([self.id])")
@ValidationRule(
    value = "self.type == 'Failover' || !has(self.acceptDataLoss)",
    messageExpression =
        "'disasterRecovery.operation.acceptDataLoss: a %s loses nothing: remove it or use "
            + "Failover'.format([self.type])")
@ValidationRule(
    value = "self.type == 'Failover' || !has(self.acceptUnfenced) || !self.acceptUnfenced",
    messageExpression =
        "'disasterRecovery.operation.acceptUnfenced: a %s needs a verified fence: remove it "
            + "or use Failover'.format([self.type])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryOperation(
    @JsonPropertyDescription("New for each run, such as 2026-01-07-a.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.OPERATION_ID)
        String id,
    @JsonPropertyDescription("Failover, Switchover or Drill.") @Required OperationType type,
    @JsonPropertyDescription("Region that becomes active.")
        @Required
        @Size(min = 9, max = 20)
        @Pattern(Patterns.REGION)
        String target,
    @JsonPropertyDescription("Loss that a failover may cause. Only with Failover.")
        AcceptDataLoss acceptDataLoss,
    @JsonPropertyDescription("Go on although the old region could not be fenced.")
        Boolean acceptUnfenced) {}
