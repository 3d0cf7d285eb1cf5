package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Who is told of what: alarms follow the items, and people are asked once. */
@LocalAws
class AlarmsApiTest {
  private static final String SHOP =
      """
      profile: Economy
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: [{name: web}]
      messaging:
        transport: SnsSqs
        topics: [{name: news}]
        queues: [{name: audit, subscribes: [news], maxReceiveCount: 3}]
      """;
  private static final String TOLD =
      """
      observability:
        alerts: {tiers: [{afterMinutes: 0, email: [%s]}, {afterMinutes: 30, sms: ["+6560000000"]}]}
      """;

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
  }

  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  private static Platform shop(String addresses) {
    return EngineLife.platform("shop", SHOP + TOLD.formatted(addresses));
  }

  @Test
  void eachQueueHasItsAlarmsForEachTier() {
    engine.converge(shop("a@example.com"));

    assertThat(alarms())
        .extracting(MetricAlarm::alarmName)
        .hasSize(6)
        .anyMatch(name -> name.matches("shop-Queue-audit-age-[0-9a-f]{8}"))
        .anyMatch(name -> name.startsWith("shop-Queue-audit-age-30-"))
        .anyMatch(name -> name.startsWith("shop-Queue-audit-dlq-dead-letters-"));
    MetricAlarm age = alarm("shop-Queue-audit-age-");
    assertThat(age.dimensions().getFirst().value()).startsWith("shop-audit-");
    assertThat(age.evaluationPeriods()).isEqualTo(5);
    assertThat(alarm("shop-Queue-audit-age-30-").evaluationPeriods()).isEqualTo(35);
    assertThat(alarm("shop-Queue-audit-depth-").thresholdMetricId()).isEqualTo("band");
    assertThat(people()).containsExactlyInAnyOrder("a@example.com", "+6560000000");
  }

  @Test
  void everythingThatIsWatchedSaysItsName() {
    String everything =
        """
        databases:
          - {name: core, engine: PostgreSQL, placement: Managed, instanceClass: db.t3.medium, allocatedStorage: 20Gi}
          - {name: more, engine: AuroraMySQL, placement: Managed, instanceClass: db.t3.medium}
        caches: [{name: hot, placement: Managed, nodeType: cache.t4g.small, replicas: 2}]
        tables: [{name: carts, partitionKey: {name: id, type: S}}]
        edge: {cdn: {}, waf: {attachTo: [CloudFront, LoadBalancer]}}
        """;
    engine.layNetwork();
    engine.converge(
        EngineLife.platform("shop", SHOP + everything + TOLD.formatted("a@example.com")));

    assertThat(alarms())
        .extracting(MetricAlarm::alarmName)
        .anyMatch(name -> name.startsWith("shop-Instance-core-cpu-"))
        .anyMatch(name -> name.startsWith("shop-ClusterInstance-more-0-cpu-"))
        .anyMatch(name -> name.startsWith("shop-ReplicationGroup-hot-001-evictions-"))
        .anyMatch(name -> name.startsWith("shop-ReplicationGroup-hot-002-replica-lag-"))
        .noneMatch(name -> name.startsWith("shop-ReplicationGroup-hot-004"))
        .anyMatch(name -> name.startsWith("shop-Table-carts-reads-throttled-"))
        .anyMatch(name -> name.startsWith("shop-WebAcl-edge-blocked-"))
        .anyMatch(name -> name.startsWith("shop-CloudFrontWebAcl-edge-blocked-"));
  }

  @Test
  void withoutSomebodyToTellThereAreNone() {
    Platform told = shop("a@example.com");
    engine.converge(told);
    engine.converge(EngineLife.platform("shop", SHOP));

    assertThat(alarms()).isEmpty();
    assertThat(people()).isEmpty();
  }

  @Test
  void whoLeavesIsNotAskedAgainUntilTheListChanges() {
    engine.converge(shop("a@example.com"));
    Subscription theirs =
        sns().listSubscriptions().subscriptions().stream()
            .filter(s -> s.endpoint().equals("a@example.com"))
            .findFirst()
            .orElseThrow();
    sns().unsubscribe(request -> request.subscriptionArn(theirs.subscriptionArn()));
    engine.rest(Duration.ofMinutes(6));
    assertThat(engine.converge(shop("a@example.com"))).isEmpty();
    assertThat(people()).doesNotContain("a@example.com");

    engine.converge(shop("b@example.com"));
    assertThat(people()).contains("b@example.com").doesNotContain("a@example.com");
  }

  @Test
  void whatIsWatchedIsOnTheDashboard() {
    Platform shop = EngineLife.platform("shop", SHOP + "observability: {dashboardAwsName: Shop}\n");
    engine.converge(shop);

    String body = cloudWatch().getDashboard(r -> r.dashboardName("Shop")).dashboardBody();
    assertThat(body).contains("ApproximateAgeOfOldestMessage", "shop-audit-", "us-east-1");
    assertThat(alarms()).isEmpty();
    assertThat(engine.wanted(shop)).extracting(WantedItem::awsName).contains("Shop");
  }

  private List<String> people() {
    return sns().listSubscriptions().subscriptions().stream()
        .filter(subscription -> !subscription.protocol().equals("sqs"))
        .map(Subscription::endpoint)
        .toList();
  }

  private MetricAlarm alarm(String start) {
    return alarms().stream()
        .filter(alarm -> alarm.alarmName().matches(start + "[0-9a-f]{8}"))
        .findFirst()
        .orElseThrow();
  }

  private List<MetricAlarm> alarms() {
    return cloudWatch().describeAlarms().metricAlarms();
  }

  private CloudWatchClient cloudWatch() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(CloudWatchClient.class, CloudWatchClient::builder);
  }

  private SnsClient sns() {
    return engine.accounts.of("default", EngineLife.REGION).of(SnsClient.class, SnsClient::builder);
  }
}
