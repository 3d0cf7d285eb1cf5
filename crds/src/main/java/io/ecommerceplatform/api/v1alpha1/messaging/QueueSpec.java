package io.ecommerceplatform.api.v1alpha1.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One SQS queue. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "(has(self.fifo) && self.fifo) == (has(oldSelf.fifo) && oldSelf.fifo)",
    message = "fifo is immutable: list a second one under another name",
    fieldPath = ".fifo")
@ValidationRule(
    value =
        "!has(self.awsName) || self.awsName.endsWith('.fifo') == (has(self.fifo) && "
            + "self.fifo)",
    message = "awsName ends in .fifo exactly when fifo is true",
    fieldPath = ".awsName")
@ValidationRule(
    value = "!has(self.deadLetter) || self.deadLetter != self.name",
    messageExpression =
        "'messaging.queues[%s].deadLetter: a queue cannot be its own dead-letter "
            + "queue'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueueSpec(
    @JsonPropertyDescription("Name of the queue.")
        @Required
        @Size(min = 1, max = 75)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("First in, first out.") Boolean fifo,
    @JsonPropertyDescription("Name in AWS; a FIFO queue ends in .fifo. Absent: derived. Immutable.")
        @Size(min = 1, max = 80)
        @Pattern(Patterns.QUEUE_NAME)
        String awsName,
    @JsonPropertyDescription("Topics whose messages arrive here.") @Size(max = 16)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> subscribes,
    @JsonPropertyDescription("Time that a received message stays hidden.") @Min(0) @Max(43200)
        Integer visibilityTimeoutSeconds,
    @JsonPropertyDescription("Time that a message is kept.") @Min(60) @Max(1209600)
        Integer messageRetentionSeconds,
    @JsonPropertyDescription("Time that a receive waits for a message.") @Min(0) @Max(20)
        Integer receiveWaitTimeSeconds,
    @JsonPropertyDescription("Time before a message becomes visible.") @Min(0) @Max(900)
        Integer delaySeconds,
    @JsonPropertyDescription("Largest message in bytes.") @Min(1024) @Max(1048576)
        Integer maximumMessageSize,
    @JsonPropertyDescription("Receives before a message goes to the dead-letter queue.")
        @Min(1)
        @Max(1000)
        Integer maxReceiveCount,
    @JsonPropertyDescription("Dead-letter queue, of the same type. Absent: <name>-dlq.")
        @Size(min = 1, max = 80)
        @Pattern(Patterns.LABEL)
        String deadLetter) {
  public QueueSpec {
    subscribes = Copies.list(subscribes);
  }
}
