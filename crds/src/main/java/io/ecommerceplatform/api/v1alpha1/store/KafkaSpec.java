package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.ecommerceplatform.api.v1alpha1.common.ResourcesSpec;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** The Kafka cluster. */
@ValidationRule(
    value = "!has(self.provider) || !has(oldSelf.provider) || self.provider == oldSelf.provider",
    message = "provider is immutable: its data would be lost",
    fieldPath = ".provider")
@ValidationRule(
    value =
        "!has(self.topics) || !has(self.brokers) || self.topics.all(t, "
            + "!has(t.replicationFactor) || t.replicationFactor <= self.brokers)",
    messageExpression =
        "'kafka.topics[%s].replicationFactor: is above brokers "
            + "%s'.format([self.topics.filter(t, has(t.replicationFactor) && t.replicationFactor > "
            + "self.brokers)[0].name, self.brokers])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KafkaSpec(
    @JsonPropertyDescription(
            "StatefulSet: run by this operator; Strimzi: by the Strimzi operator. " + "Immutable.")
        KafkaProvider provider,
    @JsonPropertyDescription("Kafka version; compared by prefix.")
        @Size(min = 1, max = 32)
        @Pattern(Patterns.ENGINE_VERSION)
        String version,
    @JsonPropertyDescription("Image of a broker.") ImageSpec image,
    @JsonPropertyDescription("Brokers.") @Min(1) @Max(50) Integer brokers,
    @JsonPropertyDescription("Storage of one broker.") Quantity storage,
    @JsonPropertyDescription("StorageClass of brokers. Absent: the default class.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String storageClassName,
    @JsonPropertyDescription("Topics by name, beside what the bundled services need.")
        @Size(max = 40)
        @ListMap("name")
        List<KafkaTopic> topics,
    @JsonPropertyDescription("What happens to the data when Kafka leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("CPU and memory of a broker.") ResourcesSpec resources,
    @JsonPropertyDescription("Nodes of the brokers.") PlacementSpec nodePlacement) {
  public KafkaSpec {
    topics = Copies.list(topics);
  }
}
