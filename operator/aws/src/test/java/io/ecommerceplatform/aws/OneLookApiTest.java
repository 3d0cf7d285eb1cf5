package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemDiff;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.PlanText;
import io.ecommerceplatform.plan.WholePlan;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.WantedItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees of AWS who looks once, with their own credentials. */
@LocalAws
class OneLookApiTest {
  private static final List<String> PROPERTIES =
      List.of(
          "aws.accessKeyId",
          "aws.secretAccessKey",
          "aws.endpointUrl",
          "aws.sharedCredentialsFile",
          "aws.configFile",
          "aws.disableEc2Metadata");

  private final Platform platform =
      EngineLife.platform(
          "shop",
          """
          profile: Economy
          aws: {identity: default, regions: [{name: us-east-1}]}
          services: [{name: user}]
          messaging:
            transport: SnsSqs
            topics: [{name: orders}]
            queues: [{name: mails, subscribes: [orders], visibilityTimeoutSeconds: 40}]
          """);

  @BeforeEach
  void nobodysCredentials() {
    System.setProperty("aws.disableEc2Metadata", "true");
    System.setProperty("aws.sharedCredentialsFile", "/nonexistent");
    System.setProperty("aws.configFile", "/nonexistent");
  }

  @AfterEach
  void forget() {
    PROPERTIES.forEach(System::clearProperty);
  }

  @Test
  void aPlanOfOneLookHasWhatComesInSeveralPasses(AwsEmulator aws) {
    aws.reset();
    Plan plan = plan(look(aws));
    assertThat(plan.of(Operation.CREATE))
        .extracting(action -> action.ref().id())
        .contains("sns.Topic/orders", "sqs.Queue/mails", "sns.Subscription/orders-to-mails");
    assertThat(PlanText.render(plan))
        .contains("+ sqs.Queue/mails\n")
        .contains("    visibilityTimeout: ")
        .contains("topicArn: \"(known after apply: sns.Topic/orders.arn)\"");
  }

  @Test
  void nothingIsPlannedWhenAllIsThere(AwsEmulator aws) {
    aws.reset();
    new EngineLife(aws, new HandClock(), Kinds.all()).converge(platform);
    assertThat(plan(look(aws)).actions()).isEmpty();
  }

  @Test
  void whoHasNoCredentialsSeesRowsThatNobodyLookedAt() {
    assertThat(OneLook.ofThisProcess(InstantSource.system())).isEmpty();
    Plan plan = plan(ItemWorld.none());
    assertThat(plan.actions())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(action -> assertThat(action.operation()).isEqualTo(Operation.UNKNOWN))
        .allSatisfy(action -> assertThat(action.reason()).isEqualTo("no credentials"));
    assertThat(plan.isEmpty()).as("writes nothing").isTrue();
    assertThat(plan.summary()).contains("unknown");
  }

  private Plan plan(ItemWorld world) {
    List<WantedItem> items = new PlatformItems(Kinds.all()).compile(platform);
    Plan pass = Plan.of(new ItemDiff(platform.owner(), items, world).actions());
    return new WholePlan(platform.owner(), world, "no credentials").of(pass, items);
  }

  private ItemWorld look(AwsEmulator aws) {
    Map.of(
            "aws.accessKeyId", aws.accessKeyId(),
            "aws.secretAccessKey", aws.secretAccessKey(),
            "aws.endpointUrl", aws.endpoint().toString())
        .forEach(System::setProperty);
    Optional<OneLook> look = OneLook.ofThisProcess(InstantSource.system());
    return look.orElseThrow().at(platform);
  }
}
