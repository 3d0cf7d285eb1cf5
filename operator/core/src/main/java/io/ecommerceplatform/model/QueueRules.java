package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.api.v1alpha1.service.QueueDepthTrigger;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.List;
import java.util.Optional;

/** Finds what stands behind the queue on which a service scales. */
record QueueRules(Resolution resolution, List<Store> stores) {
  /** Variable of the contracts with the group of a consumer. */
  static final String GROUP = "SPRING_KAFKA_CONSUMER_GROUP_ID";

  /** The queue; empty when none is asked for, or nobody could measure it. */
  Optional<QueueTrigger> trigger(WantedService service) {
    QueueDepthTrigger set =
        service.spec().scaling() == null ? null : service.spec().scaling().queueDepth();
    if (set == null) {
      return Optional.empty();
    }
    String path = service.path() + ".scaling.queueDepth";
    Optional<Store> kafka =
        stores.stream().filter(s -> s.kind() == StoreKind.EVENTS && s.inCluster()).findFirst();
    if (kafka.isEmpty() || ImpliedStores.transport(resolution) != Transport.Kafka) {
      report(
          path,
          Reason.NotManagedYet,
          "not managed yet: a queue that is not on a Kafka in the cluster");
      return Optional.empty();
    }
    if (!resolution.facts().servesAll(ManagedKind.KEDA)) {
      String text = "KEDA is not installed, so the depth of %s scales nothing; type: %s";
      report(path, Reason.KedaMissing, text.formatted(set.queue(), HelmChart.KEDA.install()));
      return Optional.empty();
    }
    return Optional.of(trigger(service, set, kafka.get()));
  }

  private QueueTrigger trigger(WantedService service, QueueDepthTrigger set, Store kafka) {
    List<String> topics = TopicList.subscriptions(resolution, set.queue());
    // a word that is no queue is a topic
    List<String> read = topics.isEmpty() ? List.of(set.queue()) : topics;
    return new QueueTrigger(
        StoreOutputs.addressIn(resolution.namespace(), kafka),
        group(service, set.queue(), !topics.isEmpty()),
        read,
        set.target(),
        kafka.isStrimzi() ? kafka.kafkaScaler() : "");
  }

  /** The same word as the queue, unless the service itself reads it under another one. */
  private String group(WantedService service, String queue, boolean isQueue) {
    Optional<String> own =
        list(service.spec().env()).stream()
            .filter(variable -> variable.name().equals(GROUP))
            .map(variable -> or(variable.value(), ""))
            .filter(value -> !value.isEmpty())
            .findFirst();
    boolean reads =
        list(service.spec().consumes()).contains(queue)
            || service.component().filter(c -> c.consumes().contains(queue)).isPresent();
    if (reads && own.isPresent()) {
      return own.get();
    }
    return isQueue ? queue : service.name();
  }

  private void report(String path, Reason reason, String message) {
    resolution.report(ConditionType.WorkloadsReady, reason, path, message);
  }
}
