package io.ecommerceplatform.localplane.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ecommerceplatform.localplane.junit.LocalAws;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What tests in Java can ask of the emulator, over bare HTTP; its services have tests in Python.
 */
@LocalAws
class AwsEmulatorApiTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String REGION = "eu-central-1";

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void requestsAreSeenWithServiceOperationAndRegion(AwsEmulator aws) throws Exception {
    call(aws, "us-west-2", "CreateTopic", "Name", "before");
    var mark = aws.mark();

    assertThat(call(aws, REGION, "CreateTopic", "Name", "orders").statusCode()).isEqualTo(200);
    call(aws, REGION, "GetTopicAttributes", "TopicArn", "arn:aws:sns:x:y:z");

    var seen = aws.requests(mark);
    assertThat(seen)
        .extracting(AwsRequest::service, AwsRequest::operation, AwsRequest::region)
        .containsExactly(
            tuple("sns", "CreateTopic", REGION), tuple("sns", "GetTopicAttributes", REGION));
    assertThat(seen.get(0).reads()).isFalse();
    assertThat(seen.get(1).reads()).isTrue();
    assertThat(seen.get(1).status()).isBetween(400, 404);
    assertThat(seen.get(1).error()).isNotEmpty();
    assertThat(aws.counters()).containsEntry("sns:CreateTopic:us-west-2", 1L);
  }

  @Test
  void accountsShareNothing(AwsEmulator aws) throws Exception {
    var other = aws.otherAccount();
    call(aws, REGION, "CreateTopic", "Name", "mine");
    other.inject(AwsFault.throttle("sns", ".*"));

    assertThat(topics(aws)).contains(aws.account() + ":mine");
    assertThat(call(other, REGION, "ListTopics").body()).contains("ThrottlingException");
    other.clearFaults();
    assertThat(topics(other)).doesNotContain("mine");
    assertThat(aws.requests(0)).hasSize(2);

    aws.reset();
    assertThat(aws.requests(0)).isEmpty();
    assertThat(topics(aws)).doesNotContain("mine");
  }

  @Test
  void faultsHitAsOftenAsTheySay(AwsEmulator aws) throws Exception {
    aws.inject(AwsFault.error("sns", "CreateTopic", "InternalError", 500).after(1).times(1));

    assertThat(call(aws, REGION, "CreateTopic", "Name", "a").statusCode()).isEqualTo(200);
    var hit = call(aws, REGION, "CreateTopic", "Name", "b");
    assertThat(hit.statusCode()).isEqualTo(500);
    assertThat(hit.body()).contains("<Code>InternalError</Code>");
    assertThat(call(aws, REGION, "CreateTopic", "Name", "c").statusCode()).isEqualTo(200);
    assertThat(topics(aws)).contains(":a<", ":c<").doesNotContain(":b<");
  }

  @Test
  void anErrorCanQuoteWhatWasSent(AwsEmulator aws) throws Exception {
    aws.inject(AwsFault.error("sns", "CreateTopic", "InvalidParameter", 400).quoting());

    var hit = call(aws, REGION, "CreateTopic", "Name", "two words");
    assertThat(hit.body()).contains("<Message>injected by the test: ", "Name=two words");
  }

  @Test
  void aLostResponseIsExecutedAndAnUnreachableServiceIsNot(AwsEmulator aws) throws Exception {
    aws.inject(AwsFault.lostResponse("sns", "CreateTopic").in(REGION).times(1));
    assertThatThrownBy(() -> call(aws, REGION, "CreateTopic", "Name", "lost"))
        .isInstanceOf(IOException.class);
    assertThat(topics(aws)).contains(":lost<");

    aws.inject(AwsFault.unreachable("sns", "CreateTopic").times(1));
    assertThatThrownBy(() -> call(aws, REGION, "CreateTopic", "Name", "never"))
        .isInstanceOf(IOException.class);
    assertThat(topics(aws)).doesNotContain(":never<");
    assertThat(aws.requests(0)).filteredOn(AwsRequest::injected).hasSize(2);
  }

  @Test
  void chanceCanBePlayedAgain(AwsEmulator aws) throws Exception {
    assertThat(pattern(aws)).isEqualTo(pattern(aws)).contains("200", "400");
  }

  private static String pattern(AwsEmulator aws) throws Exception {
    aws.reset();
    aws.inject(AwsFault.throttle("sns", ".*").withProbability(0.5, 42));
    var seen = new StringBuilder();
    for (var i = 0; i < 20; i++) {
      seen.append(call(aws, REGION, "ListTopics").statusCode()).append(' ');
    }
    return seen.toString();
  }

  @Test
  void latencyIsWaitedFor(AwsEmulator aws) throws Exception {
    aws.inject(AwsFault.latency("sns", "ListTopics", Duration.ofMillis(300)));
    var started = System.nanoTime();

    topics(aws);

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void creationTakesTimeThatCanBeAdvanced(AwsEmulator aws) throws Exception {
    aws.delay("elasticache", Duration.ofMinutes(10));
    cache(aws, "CreateReplicationGroup", "ReplicationGroupDescription", "d");

    assertThat(cache(aws, "DescribeReplicationGroups")).contains("<Status>creating</Status>");
    aws.advance(Duration.ofMinutes(11));
    assertThat(cache(aws, "DescribeReplicationGroups")).contains("<Status>available</Status>");
  }

  @Test
  void whatIsNewIsNotFoundAtOnce(AwsEmulator aws) throws Exception {
    aws.lag(Duration.ofMinutes(1), Duration.ZERO);
    cache(aws, "CreateReplicationGroup", "ReplicationGroupDescription", "d");

    assertThat(cache(aws, "DescribeReplicationGroups")).contains("ReplicationGroupNotFoundFault");
    aws.advance(Duration.ofMinutes(2));
    assertThat(cache(aws, "DescribeReplicationGroups")).contains("<ReplicationGroupId>s<");
  }

  private static String cache(AwsEmulator aws, String action, String... parameters)
      throws Exception {
    var all = new ArrayList<>(List.of("ReplicationGroupId", "s"));
    all.addAll(List.of(parameters));
    return send(aws, "elasticache", REGION, action, all.toArray(String[]::new)).body();
  }

  @Test
  void whatIsMissingIsAnErrorThatNoSdkRepeats(AwsEmulator aws) throws Exception {
    var answer = call(aws, REGION, "DescribeTheWeather");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>EmulatorNotImplemented</Code>");
    assertThat(aws.unimplemented()).containsExactly("sns:DescribeTheWeather");
  }

  private static String topics(AwsEmulator aws) throws Exception {
    return call(aws, REGION, "ListTopics").body();
  }

  private static HttpResponse<String> call(
      AwsEmulator aws, String region, String action, String... parameters) throws Exception {
    return send(aws, "sns", region, action, parameters);
  }

  private static HttpResponse<String> send(
      AwsEmulator aws, String service, String region, String action, String... parameters)
      throws Exception {
    var form = new TreeMap<>(Map.of("Action", action, "Version", "2010-03-31"));
    for (var i = 0; i < parameters.length; i += 2) {
      form.put(parameters[i], parameters[i + 1]);
    }
    var body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(aws.endpoint().resolve("/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                    .formatted(aws.accessKeyId(), region, service))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
