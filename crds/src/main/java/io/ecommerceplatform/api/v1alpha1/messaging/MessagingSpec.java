package io.ecommerceplatform.api.v1alpha1.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Transport, topics and queues of events. */
@ValidationRule(
    value =
        "!has(self.queues) || self.queues.all(q, !has(q.deadLetter) || "
            + "!self.queues.exists(d, d.name == q.deadLetter && (has(d.fifo) && d.fifo) != "
            + "(has(q.fifo) && q.fifo)))",
    messageExpression =
        "'messaging.queues[%s].deadLetter: %s is not of the same type: both FIFO or both "
            + "standard'.format(self.queues.map(q, has(q.deadLetter) && self.queues.exists(d, "
            + "d.name == q.deadLetter && (has(d.fifo) && d.fifo) != (has(q.fifo) && q.fifo)), "
            + "[q.name, q.deadLetter])[0])")
@ValidationRule(
    value =
        "!has(self.queues) || !has(self.topics) || self.queues.all(q, !has(q.subscribes) || "
            + "!has(q.fifo) || !q.fifo || !self.topics.exists(t, t.name in q.subscribes && "
            + "!(has(t.fifo) && t.fifo)))",
    messageExpression =
        "'messaging.queues[%s].subscribes: a FIFO queue can subscribe to FIFO topics"
            + " only'.format([self.queues.filter(q, has(q.subscribes) && has(q.fifo) && q.fifo &&"
            + " self.topics.exists(t, t.name in q.subscribes && !(has(t.fifo) &&"
            + " t.fifo)))[0].name])")
@ValidationRule(
    value =
        "self.transport == 'SnsSqs' || ((!has(self.topics) || !self.topics.exists(t, "
            + "has(t.awsName))) && (!has(self.queues) || !self.queues.exists(t, has(t.awsName))))",
    message =
        "messaging: awsName names SNS topics and SQS queues: remove it or set transport to "
            + "SnsSqs")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MessagingSpec(
    @JsonPropertyDescription("Kafka or SnsSqs. What the bundled services need is implied.")
        @Required
        Transport transport,
    @JsonPropertyDescription("Topics by name; they override the implied ones.")
        @Size(max = 40)
        @ListMap("name")
        List<TopicSpec> topics,
    @JsonPropertyDescription("Queues by name; they override the implied ones.")
        @Size(max = 40)
        @ListMap("name")
        List<QueueSpec> queues) {
  public MessagingSpec {
    topics = Copies.list(topics);
    queues = Copies.list(queues);
  }
}
