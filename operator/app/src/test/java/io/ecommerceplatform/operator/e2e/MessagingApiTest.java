package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform whose events go through SNS and SQS: both halves, one resource. */
@LocalPlane
@LocalAws
class MessagingApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        aws: {identity: %s, regions: [{name: us-east-1}]}
        services:
          - name: billing
            image: {repository: registry.example.com/billing, tag: "1"}
            port: 8080
            publishes: [paid]
            consumes: [ordered]
        messaging:
          transport: SnsSqs
          topics: [{name: orders}, {name: paid}]
          queues: [{name: ordered, subscribes: [orders], maxReceiveCount: 3}]
      """;

  private OperatorProcess operator;
  private KubernetesClient admin;
  private String namespace;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AwsEmulator aws)
      throws IOException {
    aws.reset();
    admin = client;
    namespace = own.name();
    Map<String, String> settings = new HashMap<>(aws.environment("us-east-1"));
    settings.put("ECP_NAMESPACES", namespace);
    settings.put("ECP_AWS_IDENTITIES_DEFAULT_ROLE_ARN", "own");
    operator = OperatorProcess.start(OperatorInstall.into(client, kubeconfig), settings);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void aServiceWaitsForItsQueuesAndFindsThem(AwsEmulator aws) {
    aws.inject(AwsFault.error("sqs", "CreateQueue", "AccessDenied", 403));
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, SHOP.formatted("default"));
    shop.await("the refusal", p -> reason(p).equals("AwsDenied"));
    assertThat(shop.condition("AwsReady").getMessage())
        .contains("spec.messaging.queues[ordered]: sqs.Queue/ordered", "the operator's own role");
    assertThat(shop.objectNames()).noneMatch(name -> name.startsWith("Deployment/"));

    aws.clearFaults();
    shop.patch("{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/refresh\": \"1\"}}}");
    ECommercePlatform ready = shop.awaitPhase(Phase.Ready);
    assertThat(ready.getStatus().summary().aws()).isEqualTo("5/5");
    assertThat(config("billing"))
        .containsEntry("AWS_REGION", "us-east-1")
        .hasEntrySatisfying("ORDERED_URL", url -> assertThat(url).contains("shop-ordered-"))
        .hasEntrySatisfying(
            "PAID_ARN", arn -> assertThat(arn).startsWith("arn:aws:sns:us-east-1:"));
  }

  @Test
  void aDriftIsPutBackAndDeletionLeavesNothing(AwsEmulator aws) {
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, SHOP.formatted("default"));
    shop.awaitPhase(Phase.Ready);
    long mark = aws.mark();
    shop.patch(
        """
        {"spec": {"messaging": {"queues": [{"name": "ordered", "subscribes": ["orders"],
          "maxReceiveCount": 3, "visibilityTimeoutSeconds": 77}]}}}
        """);
    shop.await(
        "the change in AWS",
        p -> writes(aws, mark).equals(List.of("SetQueueAttributes")) && isReady(p));

    shop.resource().delete();
    Await.until(
        "the end of the platform", () -> shop.resource().get() == null, () -> "it is still there");
    assertThat(writes(aws, mark))
        .filteredOn(operation -> !operation.equals("SetQueueAttributes"))
        .containsExactlyInAnyOrder(
            "Unsubscribe", "DeleteQueue", "DeleteQueue", "DeleteTopic", "DeleteTopic");
  }

  @Test
  void whatIsUnknownToTheConfigurationIsRefused(AwsEmulator aws) {
    long mark = aws.mark();
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, SHOP.formatted("other"));
    shop.await("the refusal", p -> reason(p).equals("IdentityNotMapped"));
    assertThat(shop.condition("AwsReady").getMessage())
        .contains("spec.aws.identity: other is no identity of this operator; use one of [default]");
    assertThat(aws.requests(mark)).isEmpty();
  }

  private static boolean isReady(ECommercePlatform platform) {
    return platform.getStatus().phase() == Phase.Ready
        && platform.getMetadata().getGeneration().equals(platform.getStatus().observedGeneration());
  }

  private static String reason(ECommercePlatform platform) {
    return platform.getStatus().conditions().stream()
        .filter(condition -> condition.getType().equals("AwsReady"))
        .map(Condition::getReason)
        .findFirst()
        .orElse("");
  }

  private static List<String> writes(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream()
        .filter(request -> !request.reads())
        .map(AwsRequest::operation)
        .toList();
  }

  private Map<String, String> config(String service) {
    return admin.configMaps().inNamespace(namespace).list().getItems().stream()
        .filter(map -> map.getMetadata().getName().startsWith(service + "-config-"))
        .findFirst()
        .orElseThrow()
        .getData();
  }
}
