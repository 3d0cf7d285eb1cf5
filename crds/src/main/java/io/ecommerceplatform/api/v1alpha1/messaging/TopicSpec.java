package io.ecommerceplatform.api.v1alpha1.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One SNS topic. */
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
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TopicSpec(
    @JsonPropertyDescription("Name of the topic.")
        @Required
        @Size(min = 1, max = 80)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("First in, first out.") Boolean fifo,
    @JsonPropertyDescription("Name in AWS; a FIFO topic ends in .fifo. Absent: derived. Immutable.")
        @Size(min = 1, max = 256)
        @Pattern(Patterns.QUEUE_NAME)
        String awsName) {}
