package io.ecommerceplatform.api.v1alpha1.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Transport, topics and queues of events. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MessagingSpec(
    @JsonPropertyDescription("Kafka or SnsSqs. What the bundled services need is implied.")
        @Required
        Transport transport,
    @JsonPropertyDescription("Topics by name; they override the implied ones.")
        @Size(max = 50)
        @ListMap("name")
        List<TopicSpec> topics,
    @JsonPropertyDescription("Queues by name; they override the implied ones.")
        @Size(max = 50)
        @ListMap("name")
        List<QueueSpec> queues) {
  public MessagingSpec {
    topics = Copies.list(topics);
    queues = Copies.list(queues);
  }
}
