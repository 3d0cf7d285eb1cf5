package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.messaging.MessagingSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.QueueSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.TopicSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.Queue;
import io.ecommerceplatform.catalogue.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The topics and queues in AWS: those that are listed, and those that services need. */
final class MessagingRules {
  private final Resolution resolution;
  private final Map<String, TopicSpec> topicSpecs = new TreeMap<>();
  private final Map<String, QueueSpec> queueSpecs = new TreeMap<>();
  private final Set<String> topics = new TreeSet<>();
  private final Set<String> queues = new TreeSet<>();

  private MessagingRules(Resolution resolution) {
    this.resolution = resolution;
    for (MessagingSpec spec :
        Optional.ofNullable(resolution.spec().messaging()).stream().toList()) {
      list(spec.topics()).forEach(topic -> topicSpecs.put(topic.name(), topic));
      list(spec.queues()).forEach(queue -> queueSpecs.put(queue.name(), queue));
    }
  }

  /** Empty unless events go through SNS and SQS. */
  static Optional<MessagingRules> of(Resolution resolution, List<WantedService> services) {
    if (ImpliedStores.transport(resolution) != Transport.SnsSqs) {
      return Optional.empty();
    }
    MessagingRules rules = new MessagingRules(resolution);
    services.forEach(rules::neededBy);
    rules.topics.addAll(rules.topicSpecs.keySet());
    rules.queues.addAll(rules.queueSpecs.keySet());
    rules.queues.forEach(queue -> rules.topics.addAll(rules.subscriptions(queue)));
    return Optional.of(rules);
  }

  /** Names of the queues that a service reads; a topic that it names has none. */
  static Stream<String> queuesOf(WantedService service) {
    return Stream.concat(
        service.component().map(BundledService::consumes).orElse(List.of()).stream(),
        list(service.spec().consumes()).stream());
  }

  /** Names of the topics that a service writes to. */
  static Stream<String> topicsOf(WantedService service) {
    return Stream.concat(
        service.component().map(BundledService::publishes).orElse(List.of()).stream(),
        list(service.spec().publishes()).stream());
  }

  private void neededBy(WantedService service) {
    topicsOf(service).filter(this::isTopic).forEach(topics::add);
    queuesOf(service).filter(this::isQueue).forEach(queues::add);
  }

  boolean isTopic(String name) {
    return topicSpecs.containsKey(name) || resolution.catalogue().topic(name).isPresent();
  }

  boolean isQueue(String name) {
    return queueSpecs.containsKey(name) || resolution.catalogue().queue(name).isPresent();
  }

  List<AwsTopic> topics() {
    return topics.stream().map(this::topic).toList();
  }

  private AwsTopic topic(String name) {
    Optional<TopicSpec> spec = Optional.ofNullable(topicSpecs.get(name));
    return new AwsTopic(
        name,
        spec.isPresent() ? "spec.messaging.topics[%s]".formatted(name) : "spec.messaging",
        spec.map(TopicSpec::awsName).orElse(""),
        isFifo(name),
        List.of());
  }

  private boolean isFifo(String topic) {
    return Optional.ofNullable(topicSpecs.get(topic))
        .map(spec -> or(spec.fifo(), false))
        .or(() -> resolution.catalogue().topic(topic).map(Topic::fifo))
        .orElse(false);
  }

  List<AwsQueue> queues() {
    Map<String, AwsQueue> all = new TreeMap<>();
    queues.forEach(name -> all.put(name, queue(name)));
    for (AwsQueue queue : List.copyOf(all.values())) {
      queue
          .deadLetter()
          .ifPresent(
              name ->
                  all.putIfAbsent(name, AwsQueue.ofDeadLetters(name, queue.path(), queue.fifo())));
    }
    return List.copyOf(all.values());
  }

  private AwsQueue queue(String name) {
    Optional<QueueSpec> spec = Optional.ofNullable(queueSpecs.get(name));
    Optional<Queue> bundled = resolution.catalogue().queue(name);
    return new AwsQueue(
        name,
        spec.isPresent() ? "spec.messaging.queues[%s]".formatted(name) : "spec.messaging",
        spec.map(QueueSpec::awsName).orElse(""),
        isFifoQueue(name),
        subscriptions(name),
        spec.map(QueueSpec::visibilityTimeoutSeconds).orElse(null),
        spec.map(QueueSpec::messageRetentionSeconds).orElse(null),
        spec.map(QueueSpec::receiveWaitTimeSeconds).orElse(null),
        spec.map(QueueSpec::delaySeconds).orElse(null),
        spec.map(QueueSpec::maximumMessageSize).orElse(null),
        deadLetter(name, spec, bundled),
        spec.map(QueueSpec::maxReceiveCount)
            .or(() -> bundled.map(Queue::maxReceiveCount))
            .orElse(AwsQueue.TRIES));
  }

  /** A dead-letter queue has none itself, unless it is listed with one. */
  private Optional<String> deadLetter(
      String name, Optional<QueueSpec> spec, Optional<Queue> bundled) {
    Optional<String> set = spec.map(QueueSpec::deadLetter);
    boolean asked = spec.map(QueueSpec::maxReceiveCount).isPresent() || bundled.isPresent();
    boolean takesThemItself =
        queueSpecs.values().stream().anyMatch(other -> name.equals(other.deadLetter()));
    return set.or(() -> asked && !takesThemItself ? Optional.of(name + "-dlq") : Optional.empty());
  }

  /** An implied queue is standard as soon as one of its topics is: SNS does not mix them. */
  private boolean isFifoQueue(String name) {
    return Optional.ofNullable(queueSpecs.get(name))
        .map(spec -> or(spec.fifo(), false))
        .orElseGet(() -> subscriptions(name).stream().allMatch(this::isFifo));
  }

  private List<String> subscriptions(String queue) {
    return TopicList.subscriptions(resolution, queue);
  }
}
