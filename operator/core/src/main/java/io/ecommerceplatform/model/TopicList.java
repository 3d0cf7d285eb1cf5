package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.messaging.MessagingSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.QueueSpec;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.Queue;
import io.ecommerceplatform.catalogue.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The topics of the in-cluster Kafka: what the services exchange, and what is listed beside it. */
final class TopicList {
  private static final String DEAD_LETTERS = "-dlt";
  private static final int PARTITIONS = 6;
  private static final int COPIES = 3;

  private final Resolution resolution;
  private final int brokers;
  private final Map<String, KafkaTopic> topics = new TreeMap<>();
  private final Set<String> subscribed = new HashSet<>();
  private final Set<String> listed = new HashSet<>();

  private TopicList(Resolution resolution, int brokers) {
    this.resolution = resolution;
    this.brokers = brokers;
  }

  static List<KafkaTopic> of(Resolution resolution, List<WantedService> services, Store kafka) {
    TopicList list = new TopicList(resolution, kafka.replicas());
    services.forEach(list::exchangedBy);
    list.listedInMessaging();
    list.listedInKafka();
    list.deadLetters();
    return new ArrayList<>(list.topics.values());
  }

  private void exchangedBy(WantedService service) {
    service.component().map(BundledService::publishes).orElse(List.of()).forEach(this::add);
    service.component().map(BundledService::consumes).orElse(List.of()).forEach(this::consume);
    list(service.spec().publishes()).forEach(this::add);
    list(service.spec().consumes()).forEach(this::consume);
  }

  /** A queue stands for the topics that it subscribes to; anything else is a topic. */
  private void consume(String name) {
    behind(resolution, List.of(name)).forEach(this::subscribe);
  }

  /** The topics that somebody reads who consumes these. */
  static Set<String> behind(Resolution resolution, Collection<String> consumed) {
    Set<String> topics = new TreeSet<>();
    for (String word : consumed) {
      List<String> subscribed = subscriptions(resolution, word);
      topics.addAll(subscribed.isEmpty() ? List.of(word) : subscribed);
    }
    return topics;
  }

  /** The topics behind a queue; none for what is no queue. */
  static List<String> subscriptions(Resolution resolution, String queue) {
    Optional<List<String>> listed =
        Optional.ofNullable(resolution.spec().messaging()).stream()
            .flatMap(m -> list(m.queues()).stream())
            .filter(q -> q.name().equals(queue))
            .findFirst()
            .map(QueueSpec::subscribes);
    return listed
        .or(() -> resolution.catalogue().queue(queue).map(Queue::subscribes))
        .orElse(List.of());
  }

  private void listedInMessaging() {
    for (MessagingSpec messaging : messaging().stream().toList()) {
      list(messaging.topics()).forEach(t -> add(t.name()));
      list(messaging.queues()).forEach(q -> list(q.subscribes()).forEach(this::subscribe));
    }
  }

  private void listedInKafka() {
    if (resolution.spec().kafka() == null) {
      return;
    }
    for (var topic : list(resolution.spec().kafka().topics())) {
      listed.add(topic.name());
      put(
          topic.name(),
          or(topic.partitions(), partitions(topic.name())),
          or(topic.replicationFactor(), COPIES),
          or(topic.retentionHours(), 0));
    }
  }

  /**
   * Where consumers put what they cannot read, with a partition for each one of the topic; one that
   * is listed is as it is listed.
   */
  private void deadLetters() {
    for (String name : subscribed) {
      if (!listed.contains(deadLetters(name))) {
        put(deadLetters(name), topics.get(name).partitions(), COPIES, 0);
      }
    }
  }

  /** Where the unreadable messages of a topic go. */
  static String deadLetters(String topic) {
    return topic + DEAD_LETTERS;
  }

  static boolean isDeadLetters(String topic) {
    return topic.endsWith(DEAD_LETTERS);
  }

  private void subscribe(String topic) {
    subscribed.add(topic);
    add(topic);
  }

  private void add(String topic) {
    put(topic, partitions(topic), COPIES, 0);
  }

  private void put(String name, int partitions, int copies, int hours) {
    int possible = Math.min(copies, brokers);
    topics.put(name, new KafkaTopic(name, partitions, possible, hours));
  }

  private int partitions(String topic) {
    return resolution.catalogue().topic(topic).map(Topic::partitions).orElse(PARTITIONS);
  }

  private Optional<MessagingSpec> messaging() {
    return Optional.ofNullable(resolution.spec().messaging());
  }
}
