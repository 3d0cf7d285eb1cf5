package io.ecommerceplatform.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.KafkaUser;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a Kafka does from what Strimzi says of it, of its topics and of its users.
 *
 * @param observed the world
 * @param platform whose Kafka it is
 */
record StrimziHealth(Observed observed, Platform platform) {
  private static final String CREATING = "Creating";

  Health of(Store store) {
    int wanted = store.replicas();
    if (!observed.cluster().servesAll(ManagedKind.STRIMZI)) {
      return new Health(0, wanted, Reason.DefinitionMissing, "Strimzi is not installed");
    }
    Optional<LiveObject> kafka = observed.find("Kafka", store.name(), platform.owner());
    if (kafka.isEmpty()) {
      String text = "Kafka/%s is not there yet".formatted(store.name());
      return new Health(0, wanted, Reason.Applying, text);
    }
    Optional<Health> unready = unready(kafka.get(), wanted);
    List<String> topics = platform.topics().stream().map(KafkaTopic::name).toList();
    List<String> users = platform.kafkaUsers().stream().map(KafkaUser::name).toList();
    return unready
        .or(() -> unready("KafkaTopic", topics, wanted, "topics"))
        .or(() -> unready("KafkaUser", users, wanted, "users"))
        .orElseGet(() -> Health.fine(wanted));
  }

  /** Empty when all of a kind are ready. */
  private Optional<Health> unready(String kind, List<String> names, int wanted, String plural) {
    List<LiveObject> objects =
        names.stream()
            .flatMap(name -> observed.find(kind, name, platform.owner()).stream())
            .toList();
    List<Health> troubles =
        objects.stream().flatMap(object -> unready(object, wanted).stream()).toList();
    Optional<Health> failing =
        troubles.stream().filter(health -> health.reason() == Reason.PodsFailing).findFirst();
    int ready = objects.size() - troubles.size();
    if (failing.isPresent() || ready == names.size()) {
      return failing;
    }
    String text = "%d of %d %s are ready".formatted(ready, names.size(), plural);
    return Optional.of(new Health(wanted, wanted, Reason.Applying, text));
  }

  /** Empty when Strimzi has seen the newest spec and calls it ready. */
  private static Optional<Health> unready(LiveObject object, int wanted) {
    Optional<JsonNode> trouble =
        condition(object, "NotReady").filter(c -> !CREATING.equals(c.path("reason").asText()));
    if (trouble.isPresent()) {
      String text =
          "%s: Strimzi says %s: %s; see kubectl describe %s %s"
              .formatted(
                  object.ref().id(),
                  trouble.get().path("reason").asText(),
                  trouble.get().path("message").asText(),
                  ManagedKind.of(object.ref()).definition(),
                  object.ref().name());
      return Optional.of(new Health(0, wanted, Reason.PodsFailing, text));
    }
    if (object.isObserved() && condition(object, "Ready").isPresent()) {
      return Optional.empty();
    }
    String text = "Strimzi is not done with " + object.ref().id();
    return Optional.of(new Health(0, wanted, Reason.PodsStarting, text));
  }

  private static Optional<JsonNode> condition(LiveObject object, String type) {
    return object
        .at("/status/conditions")
        .valueStream()
        .filter(c -> type.equals(c.path("type").asText()))
        .filter(c -> "True".equals(c.path("status").asText()))
        .findFirst();
  }
}
