package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsQueue;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** SQS queues: standard and FIFO, with dead letters and a policy that names their topics. */
public final class SqsQueue implements AwsKind<SqsQueue.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsQueue.TYPE, Identity.NAME, 80)
          .with("fifoQueue", FieldRule.REPLACE)
          .with("policy", FieldRule.JSON)
          .with("redrivePolicy", FieldRule.JSON);

  /** The attributes of a queue, named as SQS names them. */
  public record Settings(
      Boolean fifoQueue,
      Boolean contentBasedDeduplication,
      Integer visibilityTimeout,
      Integer messageRetentionPeriod,
      Integer receiveMessageWaitTimeSeconds,
      Integer delaySeconds,
      Integer maximumMessageSize,
      Boolean sqsManagedSseEnabled,
      String kmsMasterKeyId,
      String redrivePolicy,
      String policy) {}

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
        "sqs:ListQueues",
        "sqs:GetQueueAttributes",
        "sqs:ListQueueTags",
        "sqs:CreateQueue",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:DeleteQueue");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.queues().stream()
        .map(
            queue ->
                Wish.of(queue.name(), queue.path(), queue.awsName(), settings(queue, aws))
                    .endingIn(queue.fifo() ? ".fifo" : ""))
        .toList();
  }

  private static Settings settings(AwsQueue queue, Aws aws) {
    return new Settings(
        queue.fifo() ? true : null,
        queue.fifo() ? true : null,
        queue.visibilityTimeoutSeconds(),
        queue.messageRetentionSeconds(),
        queue.receiveWaitTimeSeconds(),
        queue.delaySeconds(),
        queue.maximumMessageSize(),
        aws.key().isPresent() ? null : true,
        KmsKey.arn(aws),
        queue.deadLetter().map(name -> redrive(name, queue, aws)).orElse(null),
        queue.subscribes().isEmpty() ? null : policy(queue, aws));
  }

  private static String redrive(String deadLetter, AwsQueue queue, Aws aws) {
    String arn = Reference.to(TYPE, aws.region(), deadLetter, "arn").text();
    return Json.text(
        Json.tree(Map.of("deadLetterTargetArn", arn, "maxReceiveCount", queue.maxReceiveCount())));
  }

  /** Only the topics that it subscribes to may send to it. */
  private static String policy(AwsQueue queue, Aws aws) {
    List<String> topics =
        queue.subscribes().stream()
            .map(topic -> Reference.to(SnsTopic.TYPE, aws.region(), topic, "arn").text())
            .toList();
    return Json.text(
        Json.tree(
            Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    Map.of(
                        "Sid", "topics",
                        "Effect", "Allow",
                        "Principal", Map.of("Service", "sns.amazonaws.com"),
                        "Action", "sqs:SendMessage",
                        "Resource", "*",
                        "Condition", Map.of("ArnEquals", Map.of("aws:SourceArn", topics)))))));
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    SqsClient sqs = client(clients);
    return sqs.listQueuesPaginator(request -> request.maxResults(1000)).queueUrls().stream()
        .filter(url -> interest.has(name(url)))
        .flatMap(url -> read(sqs, url).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(SqsClient sqs, String url) {
    try {
      Map<String, String> attributes =
          sqs.getQueueAttributes(
                  request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
              .attributesAsStrings();
      Map<String, String> tags = sqs.listQueueTags(request -> request.queueUrl(url)).tags();
      Map<String, String> outputs =
          Map.of("arn", attributes.get("QueueArn"), "name", name(url), "url", url);
      return Optional.of(Found.ready(name(url), url, settings(attributes), tags, outputs));
    } catch (QueueDoesNotExistException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static Settings settings(Map<String, String> attributes) {
    return new Settings(
        flag(attributes, "FifoQueue"),
        flag(attributes, "ContentBasedDeduplication"),
        number(attributes, "VisibilityTimeout"),
        number(attributes, "MessageRetentionPeriod"),
        number(attributes, "ReceiveMessageWaitTimeSeconds"),
        number(attributes, "DelaySeconds"),
        number(attributes, "MaximumMessageSize"),
        flag(attributes, "SqsManagedSseEnabled"),
        attributes.get("KmsMasterKeyId"),
        attributes.get("RedrivePolicy"),
        attributes.get("Policy"));
  }

  private static Boolean flag(Map<String, String> attributes, String name) {
    return Boolean.valueOf(attributes.getOrDefault(name, "false"));
  }

  private static Integer number(Map<String, String> attributes, String name) {
    return attributes.containsKey(name) ? Integer.valueOf(attributes.get(name)) : null;
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createQueue(
            request ->
                request
                    .queueName(creation.awsName())
                    .attributesWithStrings(attributes(creation.settings()))
                    .tags(creation.tags()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Map<String, String> attributes = attributes(update.settings());
    attributes.remove("FifoQueue"); // is set once
    if (update.changes("sqsManagedSseEnabled")) {
      attributes.putIfAbsent("KmsMasterKeyId", ""); // a queue has one of both
    }
    client(clients)
        .setQueueAttributes(
            request -> request.queueUrl(update.found().id()).attributesWithStrings(attributes));
  }

  /** SQS names its attributes as the settings are named, with a capital. */
  private static Map<String, String> attributes(Settings settings) {
    Map<String, String> attributes = new HashMap<>();
    Json.tree(settings)
        .properties()
        .forEach(
            field ->
                attributes.put(
                    Character.toUpperCase(field.getKey().charAt(0)) + field.getKey().substring(1),
                    field.getValue().asText()));
    return attributes;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteQueue(request -> request.queueUrl(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagQueue(request -> request.queueUrl(found.id()).tags(tags));
  }

  private static SqsClient client(Clients clients) {
    return clients.of(SqsClient.class, SqsClient::builder);
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
