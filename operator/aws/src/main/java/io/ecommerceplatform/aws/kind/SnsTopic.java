package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsAlertTier;
import io.ecommerceplatform.model.AwsTopic;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/** SNS topics, standard and FIFO. */
public final class SnsTopic implements AwsKind<SnsTopic.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsTopic.TYPE, Identity.NAME, 256)
          .with("fifoTopic", FieldRule.REPLACE)
          .with("subscribers", FieldRule.HOW);

  private static final String NO_KEY = "";

  /** Tag with what the subscribers were when they were asked. */
  private static final String ASKED = "ecommerceplatform.io/subscribers";

  /**
   * The attributes of a topic, named as SNS names them.
   *
   * @param subscribers people, as {@code protocol:endpoint}
   * @param subscribersHash of them, as they were asked: who leaves by himself is not asked again
   */
  public record Settings(
      Boolean fifoTopic,
      Boolean contentBasedDeduplication,
      String kmsMasterKeyId,
      List<String> subscribers,
      String subscribersHash) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "sns:ListTopics",
        "sns:GetTopicAttributes",
        "sns:ListTagsForResource",
        "sns:CreateTopic",
        "sns:SetTopicAttributes",
        "sns:TagResource",
        "sns:ListSubscriptionsByTopic",
        "sns:Subscribe",
        "sns:Unsubscribe",
        "sns:DeleteTopic");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return Stream.concat(
            aws.topics().stream(), aws.telemetry().tiers().stream().map(AwsAlertTier::topic))
        .map(
            topic ->
                Wish.of(topic.name(), topic.path(), topic.awsName(), settings(topic, aws))
                    .endingIn(topic.fifo() ? ".fifo" : ""))
        .toList();
  }

  /** A topic that is to have no key says so, as one that is still there would stay. */
  private static Settings settings(AwsTopic topic, Aws aws) {
    Boolean fifo = topic.fifo() ? true : null;
    if (topic.isForPeople()) { // CloudWatch may not use a key of ours
      List<String> people = topic.subscribers();
      return new Settings(fifo, fifo, NO_KEY, people, Json.hash(people));
    }
    String key = KmsKey.arn(aws);
    return new Settings(fifo, fifo, key == null ? NO_KEY : key, null, null);
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    SnsClient sns = client(clients);
    return sns.listTopicsPaginator().topics().stream()
        .map(Topic::topicArn)
        .filter(arn -> interest.has(name(arn)))
        .flatMap(arn -> read(sns, arn).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(SnsClient sns, String arn) {
    try {
      Map<String, String> attributes =
          sns.getTopicAttributes(request -> request.topicArn(arn)).attributes();
      Map<String, String> tags =
          sns.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Settings settings =
          new Settings(
              Boolean.valueOf(attributes.getOrDefault("FifoTopic", "false")),
              Boolean.valueOf(attributes.getOrDefault("ContentBasedDeduplication", "false")),
              attributes.getOrDefault("KmsMasterKeyId", NO_KEY),
              null,
              tags.getOrDefault(ASKED, ""));
      return Optional.of(Found.ready(name(arn), arn, settings, tags, Map.of("arn", arn)));
    } catch (NotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Map<String, String> attributes = new HashMap<>();
    if (Boolean.TRUE.equals(creation.settings().fifoTopic())) {
      attributes.put("FifoTopic", "true");
      attributes.put("ContentBasedDeduplication", "true");
    }
    if (!creation.settings().kmsMasterKeyId().equals(NO_KEY)) {
      attributes.put("KmsMasterKeyId", creation.settings().kmsMasterKeyId());
    }
    String arn =
        client(clients)
            .createTopic(
                request ->
                    request
                        .name(creation.awsName())
                        .attributes(attributes)
                        .tags(tags(creation.tags())))
            .topicArn();
    ask(arn, creation.settings(), clients);
  }

  /**
   * Each address gets a mail with a link to confirm; the tag last, as it says that all were asked.
   */
  private static void ask(String arn, Settings settings, Clients clients) {
    if (settings.subscribers() == null) {
      return;
    }
    SnsClient sns = client(clients);
    List<Subscription> there =
        sns
            .listSubscriptionsByTopicPaginator(request -> request.topicArn(arn))
            .subscriptions()
            .stream()
            .toList();
    Set<String> known = there.stream().map(SnsTopic::person).collect(Collectors.toSet());
    for (String person : settings.subscribers()) {
      if (!known.contains(person)) {
        int colon = person.indexOf(':');
        sns.subscribe(
            request ->
                request
                    .topicArn(arn)
                    .protocol(person.substring(0, colon))
                    .endpoint(person.substring(colon + 1)));
      }
    }
    there.stream()
        .filter(one -> !settings.subscribers().contains(person(one)))
        .map(Subscription::subscriptionArn)
        .filter(one -> one.startsWith("arn:")) // who never confirmed is forgotten by SNS itself
        .forEach(one -> sns.unsubscribe(request -> request.subscriptionArn(one)));
    Map<String, String> asked = Map.of(ASKED, settings.subscribersHash());
    sns.tagResource(request -> request.resourceArn(arn).tags(tags(asked)));
  }

  private static String person(Subscription subscription) {
    return subscription.protocol() + ":" + subscription.endpoint();
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    if (update.changes("contentBasedDeduplication")) {
      String deduplication = settings.contentBasedDeduplication().toString();
      set(update.found(), "ContentBasedDeduplication", deduplication, clients);
    }
    if (update.changes("kmsMasterKeyId")) {
      set(update.found(), "KmsMasterKeyId", settings.kmsMasterKeyId(), clients);
    }
    if (update.changes("subscribersHash")) {
      ask(update.found().id(), settings, clients);
    }
  }

  private static void set(FoundItem found, String attribute, String value, Clients clients) {
    client(clients)
        .setTopicAttributes(
            r -> r.topicArn(found.id()).attributeName(attribute).attributeValue(value));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteTopic(request -> request.topicArn(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.resourceArn(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static SnsClient client(Clients clients) {
    return clients.of(SnsClient.class, SnsClient::builder);
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
