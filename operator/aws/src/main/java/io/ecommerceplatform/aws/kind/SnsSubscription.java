package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsQueue;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Subscriptions of queues to topics, delivered raw. SNS gives them no tags and no names: one is
 * known by the topic and the queue that it joins, and belongs to whom the topic belongs.
 */
public final class SnsSubscription implements AwsKind<SnsSubscription.Settings> {
  public static final ItemType TYPE =
      ItemType.of("sns.Subscription", Identity.CHILD, 600)
          .with("topicArn", FieldRule.REPLACE)
          .with("endpoint", FieldRule.REPLACE);

  private static final String PENDING = "PendingConfirmation";

  /** Its fields, named as SNS names them. */
  public record Settings(String topicArn, String endpoint, Boolean rawMessageDelivery) {}

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
        "sns:ListSubscriptions",
        "sns:GetSubscriptionAttributes",
        "sns:Subscribe",
        "sns:SetSubscriptionAttributes",
        "sns:Unsubscribe");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.queues().stream().flatMap(queue -> of(queue, aws)).toList();
  }

  private static Stream<Wish<Settings>> of(AwsQueue queue, Aws aws) {
    String endpoint = Reference.to(SqsQueue.TYPE, aws.region(), queue.name(), "arn").text();
    return queue.subscribes().stream()
        .map(
            topic -> {
              String arn = Reference.to(SnsTopic.TYPE, aws.region(), topic, "arn").text();
              return Wish.of(
                  topic + "-to-" + queue.name(),
                  queue.path(),
                  name(arn, endpoint),
                  new Settings(arn, endpoint, true));
            });
  }

  private static String name(String topicArn, String endpoint) {
    return topicArn + " -> " + endpoint;
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    SnsClient sns = client(clients);
    return sns.listSubscriptionsPaginator().subscriptions().stream()
        .filter(subscription -> !subscription.subscriptionArn().equals(PENDING))
        .filter(s -> interest.has(last(s.topicArn())) && interest.has(last(s.endpoint())))
        .map(subscription -> read(sns, subscription))
        .toList();
  }

  private static Found<Settings> read(SnsClient sns, Subscription subscription) {
    Map<String, String> attributes =
        sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscription.subscriptionArn()))
            .attributes();
    return Found.child(
        name(subscription.topicArn(), subscription.endpoint()),
        subscription.subscriptionArn(),
        new Settings(
            subscription.topicArn(),
            subscription.endpoint(),
            Boolean.valueOf(attributes.getOrDefault("RawMessageDelivery", "false"))),
        Map.of("arn", subscription.subscriptionArn()),
        List.of(subscription.topicArn(), subscription.endpoint()));
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .subscribe(
            request ->
                request
                    .topicArn(settings.topicArn())
                    .protocol("sqs")
                    .endpoint(settings.endpoint())
                    .attributes(
                        Map.of("RawMessageDelivery", settings.rawMessageDelivery().toString())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    client(clients)
        .setSubscriptionAttributes(
            request ->
                request
                    .subscriptionArn(update.found().id())
                    .attributeName("RawMessageDelivery")
                    .attributeValue(update.settings().rawMessageDelivery().toString()));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).unsubscribe(request -> request.subscriptionArn(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a subscription has no tags");
  }

  private static SnsClient client(Clients clients) {
    return clients.of(SnsClient.class, SnsClient::builder);
  }
}
