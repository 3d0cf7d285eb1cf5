package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.CommandStatus;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the annotation behind {@code kubectl ecp refresh} makes the operator read, write and say.
 */
@LocalPlane
@LocalAws
class RefreshApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        aws: {identity: default, regions: [{name: us-east-1}]}
        services:
          - name: billing
            image: {repository: registry.example.com/billing, tag: "1"}
            port: 8080
            consumes: [ordered]
        messaging:
          transport: SnsSqs
          topics: [{name: orders}]
          queues: [{name: ordered, subscribes: [orders], visibilityTimeoutSeconds: 30}]
      """;
  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");

  private OperatorProcess operator;
  private KubernetesClient admin;
  private String namespace;
  private PlatformUnderTest shop;

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
    shop = PlatformUnderTest.create(admin, namespace, SHOP);
    shop.awaitPhase(Phase.Ready);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void readsEverythingAndWritesNoObjectWhenNothingDrifted(AwsEmulator aws, AuditLog audit) {
    Quiet quiet = new Quiet(audit, new Controllers(admin, namespace));
    long settled = quiet.await();
    Map<String, String> before = shop.versions();
    long mark = aws.mark();

    CommandStatus answer = refresh("one");

    assertThat(answer.result()).isEqualTo("nothing had drifted");
    quiet.await();
    assertThat(shop.versions()).isEqualTo(before);
    List<AuditLog.Request> sent = quiet.since(settled);
    assertThat(sent)
        .filteredOn(r -> WRITES.contains(r.verb()))
        .extracting(r -> r.verb() + " " + r.resource())
        .containsExactly("update ecommerceplatforms");
    assertThat(sent)
        .filteredOn(r -> r.verb().equals("list"))
        .extracting(AuditLog.Request::resource)
        .contains("deployments", "secrets", "services", "pods");
    assertThat(operations(aws, mark))
        .contains("ListQueues", "ListTopics", "DescribeDBInstances", "ListTables", "ListBuckets")
        .noneMatch(o -> o.startsWith("Create") || o.startsWith("Set") || o.startsWith("Put"));
  }

  @Test
  void putsRightWhatSomebodyChangedInAwsAndSaysSo(AwsEmulator aws) {
    String url = urlOfTheQueue(aws);
    sqs(aws)
        .setQueueAttributes(
            r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77")));

    CommandStatus answer = refresh("two");

    assertThat(answer.result()).isEqualTo("brought in line sqs.Queue/ordered (visibilityTimeout)");
    assertThat(
            sqs(aws)
                .getQueueAttributes(
                    r -> r.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                .attributesAsStrings())
        .containsEntry("VisibilityTimeout", "30");
  }

  @Test
  void aWordCountsOnceAlsoForTheNextOperator(
      KubernetesClient client, Kubeconfig kubeconfig, AwsEmulator aws) throws IOException {
    CommandStatus first = refresh("three");
    operator.close();
    Map<String, String> settings = new HashMap<>(aws.environment("us-east-1"));
    settings.put("ECP_NAMESPACES", namespace);
    settings.put("ECP_AWS_IDENTITIES_DEFAULT_ROLE_ARN", "own");
    operator = OperatorProcess.start(OperatorInstall.into(client, kubeconfig), settings);

    CommandStatus second = refresh("four");

    assertThat(second.value()).isEqualTo("four");
    assertThat(shop.resource().get().getStatus().commands()).doesNotContain(first);
  }

  private CommandStatus refresh(String word) {
    shop.patch(
        "{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/refresh\": \"%s\"}}}"
            .formatted(word));
    return answer(shop.await("the answer", p -> answer(p, word).isPresent()), word).orElseThrow();
  }

  private static Optional<CommandStatus> answer(ECommercePlatform platform, String word) {
    return Objects.requireNonNullElse(platform.getStatus().commands(), List.<CommandStatus>of())
        .stream()
        .filter(c -> word.equals(c.value()))
        .findFirst();
  }

  private static Set<String> operations(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream().map(AwsRequest::operation).collect(Collectors.toSet());
  }

  private static String urlOfTheQueue(AwsEmulator aws) {
    return sqs(aws).listQueues().queueUrls().stream()
        .filter(url -> url.contains("shop-ordered-") && !url.contains("dead"))
        .findFirst()
        .orElseThrow();
  }

  private static SqsClient sqs(AwsEmulator aws) {
    return SqsClient.builder()
        .endpointOverride(aws.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey())))
        .build();
  }
}
