package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What leaves a resource soon after it was made leaves AWS too, though the tags are not told yet.
 */
@LocalAws
class FreshRemovalApiTest {
  private static final String QUEUE = ", {name: audit, subscribes: [orders]}";
  private static final String SHOP =
      """
      profile: Economy
      services: [{name: user}]
      aws: {identity: default, regions: [{name: us-east-1}]}
      messaging:
        transport: SnsSqs
        topics: [{name: orders}]
        queues: [{name: mail, subscribes: [orders]}%s]
      """;

  @Test
  void goesAtOnce(AwsEmulator aws) {
    aws.reset();
    aws.lag(Duration.ZERO, Duration.ofMinutes(30));
    EngineLife engine = new EngineLife(aws, new HandClock(), Kinds.all());
    engine.converge(EngineLife.platform("shop", SHOP.formatted(QUEUE)));
    assertThat(queues(engine)).contains("shop-audit-");

    assertThat(engine.converge(EngineLife.platform("shop", SHOP.formatted(""))))
        .extracting(action -> action.operation() + " " + action.ref().kind())
        .contains("DELETE sqs.Queue", "DELETE sns.Subscription");
    assertThat(queues(engine)).contains("shop-mail-").doesNotContain("shop-audit-");
  }

  private static String queues(EngineLife engine) {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(SqsClient.class, SqsClient::builder)
        .listQueues()
        .queueUrls()
        .toString();
  }
}
