package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.common.EnvVarSpec;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.EnvVariable;
import io.ecommerceplatform.model.KafkaUser.Grant;
import io.ecommerceplatform.model.KafkaUser.Operation;
import io.ecommerceplatform.model.KafkaUser.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds who connects to a Kafka of Strimzi, and the least that each one needs there.
 *
 * @param resolution what is resolved
 * @param kafka the store
 */
record KafkaUsers(Resolution resolution, Store kafka) {
  /** How the console consumer names its groups. */
  private static final String CONSOLE = "console-consumer-";

  /** One for each client, one for KEDA if it measures a queue, one for a person with a question. */
  List<KafkaUser> of(
      List<WantedService> clients, List<ResolvedService> services, List<KafkaTopic> topics) {
    List<KafkaUser> users = new ArrayList<>();
    clients.stream()
        .filter(client -> kafka.clients().contains(client.name()))
        .map(this::client)
        .forEach(users::add);
    List<QueueTrigger> queues =
        services.stream().flatMap(service -> service.scaling().queue().stream()).toList();
    if (!queues.isEmpty()) {
      users.add(scaler(queues));
    }
    List<String> deadLetters =
        topics.stream().map(KafkaTopic::name).filter(TopicList::isDeadLetters).toList();
    if (!deadLetters.isEmpty()) {
      users.add(reader(deadLetters));
    }
    return users;
  }

  private KafkaUser client(WantedService service) {
    Map<String, Set<Operation>> topics = new TreeMap<>();
    Set<String> published =
        words(service, BundledService::publishes, list(service.spec().publishes()));
    published.forEach(topic -> allow(topics, topic, Operation.WRITE));
    Set<String> consumed =
        words(service, BundledService::consumes, list(service.spec().consumes()));
    for (String topic : TopicList.behind(resolution, consumed)) {
      allow(topics, topic, Operation.READ);
      allow(topics, TopicList.deadLetters(topic), Operation.WRITE);
    }
    List<Grant> grants = new ArrayList<>();
    topics.forEach(
        (topic, operations) ->
            grants.add(new Grant(Subject.TOPIC, topic, false, List.copyOf(operations))));
    if (!consumed.isEmpty()) {
      grants.addAll(groups(service, consumed));
    }
    if (!published.isEmpty()) {
      List<Operation> operations = List.of(Operation.WRITE, Operation.DESCRIBE);
      grants.addAll(ownNames(service, Subject.TRANSACTION, operations));
    }
    return new KafkaUser(kafka.kafkaUser(service.name()), grants);
  }

  private static void allow(Map<String, Set<Operation>> topics, String topic, Operation operation) {
    topics.computeIfAbsent(topic, t -> EnumSet.of(Operation.DESCRIBE)).add(operation);
  }

  /** What the component does by itself, and what the resource adds. */
  private static Set<String> words(
      WantedService service, Function<BundledService, List<String>> own, List<String> added) {
    Set<String> words = new TreeSet<>(added);
    service.component().map(own).ifPresent(words::addAll);
    return words;
  }

  /** The one group that the process is told, else a queue's word and names of the service's own. */
  private List<Grant> groups(WantedService service, Set<String> consumed) {
    List<Operation> read = List.of(Operation.READ);
    Optional<String> told = told(service);
    if (told.isPresent()) {
      return List.of(new Grant(Subject.GROUP, told.get(), false, read));
    }
    List<Grant> grants = new ArrayList<>();
    consumed.stream()
        .filter(word -> !TopicList.subscriptions(resolution, word).isEmpty())
        .filter(queue -> !queue.equals(service.name()))
        .forEach(queue -> grants.add(new Grant(Subject.GROUP, queue, false, read)));
    grants.addAll(ownNames(service, Subject.GROUP, read));
    return grants;
  }

  private Optional<String> told(WantedService service) {
    Optional<EnvVarSpec> own =
        list(service.spec().env()).stream()
            .filter(variable -> variable.name().equals(QueueRules.GROUP))
            .findFirst();
    return own.isPresent()
        ? own.map(EnvVarSpec::value).filter(value -> !value.isEmpty())
        : service
            .component()
            .flatMap(component -> resolution.catalogue().contract(component.name()))
            .flatMap(contract -> contract.variable(QueueRules.GROUP))
            .flatMap(EnvVariable::defaultValue);
  }

  // with the hyphen: what belongs to a service "pay" is nothing of a service "payment"
  private static List<Grant> ownNames(
      WantedService service, Subject subject, List<Operation> operations) {
    return List.of(
        new Grant(subject, service.name(), false, operations),
        new Grant(subject, service.name() + "-", true, operations));
  }

  /** It compares offsets, and reads no message. */
  private KafkaUser scaler(List<QueueTrigger> queues) {
    return watching(
        kafka.kafkaScaler(),
        queues.stream().flatMap(queue -> queue.topics().stream()),
        List.of(Operation.DESCRIBE),
        new TreeSet<>(queues.stream().map(QueueTrigger::consumerGroup).toList())
            .stream()
                .map(group -> new Grant(Subject.GROUP, group, false, List.of(Operation.DESCRIBE))));
  }

  private KafkaUser reader(List<String> topics) {
    return watching(
        kafka.kafkaReader(),
        topics.stream(),
        List.of(Operation.READ, Operation.DESCRIBE),
        Stream.of(new Grant(Subject.GROUP, CONSOLE, true, List.of(Operation.READ))));
  }

  private static KafkaUser watching(
      String name, Stream<String> topics, List<Operation> operations, Stream<Grant> groups) {
    Stream<Grant> grants =
        topics.sorted().distinct().map(t -> new Grant(Subject.TOPIC, t, false, operations));
    return new KafkaUser(name, Stream.concat(grants, groups).toList());
  }
}
