package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.AwsItemStatus;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.resource.ItemOwner;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two namespaces of people who do not trust each other, each with an identity of its own, in one
 * account: nobody gets at what the other has, whatever a resource says.
 */
@LocalPlane
@LocalAws
class TwoTenantsApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: %s}
      spec:
        profile: Economy
        version: "1.0.0"
        aws: {identity: %s, regions: [{name: %s}], deletionPolicy: Delete, adopt: %s}
        services:
        - name: billing
          image: {repository: registry.example.com/billing, tag: "1"}
          port: 8080
        buckets: [%s]
        tables: [%s]
        messaging:
          transport: SnsSqs
          topics: [{name: orders%s}]
          queues: [%s]
      """;

  private static final String TABLE =
      "{name: carts%s, partitionKey: {name: id, type: S}, deletionProtection: false}";

  private KubernetesClient admin;
  private AwsEmulator aws;
  private AwsAccount account;
  private OperatorProcess operator;
  private String red;
  private String blue;

  @BeforeEach
  void start(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AwsEmulator emulator)
      throws IOException {
    admin = client;
    aws = emulator;
    aws.reset();
    aws.delay("default", Duration.ZERO);
    account = new AwsAccount(aws);
    red = own.name();
    blue = own.name() + "-blue";
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(blue).endMetadata().build())
        .create();
    Map<String, String> settings = new HashMap<>(aws.environment(AwsAccount.REGION));
    settings.put("ECP_NAMESPACES", red + "," + blue);
    identity(settings, "RED", red);
    identity(settings, "BLUE", blue);
    operator = OperatorProcess.start(OperatorInstall.into(client, kubeconfig), settings);
  }

  private void identity(Map<String, String> settings, String name, String namespace) {
    String prefix = "ECP_AWS_IDENTITIES_%s_".formatted(name);
    String role = "arn:aws:iam::%s:role/%s".formatted(aws.account(), name);
    settings.put(prefix + "ROLE_ARN", role);
    settings.put(prefix + "NAMESPACES", namespace);
    settings.put(prefix + "REGIONS", AwsAccount.REGION);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
    admin.namespaces().withName(blue).delete();
  }

  @Test
  void theSameNamesAreTwoPlatformsAndTheEndOfOneIsNoneOfTheOther() {
    String text = shop("shop", "red", "{name: ordered, subscribes: [orders]}");
    PlatformUnderTest mine = PlatformUnderTest.create(admin, red, text);
    mine.awaitPhase(Phase.Ready);
    Map<String, Map<String, String>> before = of(red);
    assertThat(items(before)).containsExactly("carts", "media", "ordered", "orders");

    PlatformUnderTest theirs =
        PlatformUnderTest.create(admin, blue, text.replace("identity: red", "identity: blue"));
    theirs.awaitPhase(Phase.Ready);
    assertThat(items(of(blue))).isEqualTo(items(before));
    assertThat(of(blue)).doesNotContainKeys(before.keySet().toArray(String[]::new));
    assertThat(of(red)).isEqualTo(before);
    assertThat(aws.requests(0)).extracting(r -> r.operation()).contains("AssumeRole");

    theirs.patch("{\"spec\": {\"aws\": {\"tags\": {\"team\": \"blue\"}}}}");
    theirs.await("the tags", p -> of(blue).values().stream().allMatch(t -> t.containsKey("team")));
    delete(theirs);
    assertThat(of(blue)).isEmpty();
    assertThat(of(red)).isEqualTo(before);
    assertThat(mine.is(Phase.Ready)).isTrue();
  }

  @Test
  void whatTheOtherHasIsAConflictHoweverItIsAskedFor() {
    PlatformUnderTest mine = PlatformUnderTest.create(admin, red, named("red", "[]"));
    mine.awaitPhase(Phase.Ready);
    Map<String, Map<String, String>> before = of(red);
    long mark = aws.mark();
    String adopted = names().stream().collect(Collectors.joining(", ", "[", "]"));
    PlatformUnderTest theirs = PlatformUnderTest.create(admin, blue, named("blue", adopted));
    ECommercePlatform refused = theirs.await("the conflicts", p -> conflicts(p).size() == 4);

    assertThat(conflicts(refused).values())
        .allMatch(text -> text.contains("belongs to platform default/" + red + "/shop; give yours"))
        .allMatch(text -> text.contains("took its tag " + ItemOwner.OWNER));
    // what nobody else has is theirs all the same
    Await.until(
        "the one queue",
        () -> items(of(blue)).equals(Set.of("mails-dlq")),
        () -> of(blue).toString());
    assertThat(of(red)).isEqualTo(before);
    delete(theirs);
    assertThat(of(red)).isEqualTo(before);
    // nothing but the one queue that was theirs
    assertThat(account.writes(mark))
        .filteredOn(write -> !write.equals("sts:AssumeRole"))
        .containsExactly("sqs:CreateQueue", "sqs:DeleteQueue");
    assertThat(mine.is(Phase.Ready)).isTrue();
  }

  @Test
  void whatAnIdentityDoesNotAllowIsRefusedAndNothingIsAsked() {
    String text = shop("shop", "red", "{name: ordered}");
    PlatformUnderTest intruder = PlatformUnderTest.create(admin, blue, text);
    intruder.await("the refusal", p -> intruder.hasReason("AwsReady", "IdentityRefused"));
    assertThat(intruder.condition("AwsReady").getMessage())
        .contains("spec.aws.identity: red is not for platforms in namespace " + blue)
        .contains("ask the cluster's admin to allow it");

    PlatformUnderTest abroad =
        PlatformUnderTest.create(admin, red, text.replace("us-east-1", "eu-west-1"));
    abroad.await("the refusal", p -> abroad.hasReason("AwsReady", "IdentityRefused"));
    assertThat(abroad.condition("AwsReady").getMessage())
        .contains("spec.aws.regions[eu-west-1]: identity red may be used in [us-east-1] only");
    assertThat(aws.requests(0)).isEmpty();
    delete(intruder);
    delete(abroad);
    assertThat(aws.requests(0)).isEmpty();
  }

  static Stream<Arguments> namesThatLookAlike() {
    String longest = "p" + "1".repeat(39);
    String queue = "q" + "u".repeat(70);
    String pair = "{name: %sa}, {name: %sb}".formatted(queue, queue);
    return Stream.of(
        // the same after trimming
        Arguments.of(longest, pair, longest, pair, 5),
        // each begins with the name of the other, and the readable part of both is one text
        Arguments.of("team", "{name: shop-a}", "team-shop", "{name: a}", 4));
  }

  @ParameterizedTest
  @MethodSource
  void namesThatLookAlike(
      String name, String queues, String otherName, String otherQueues, int items) {
    PlatformUnderTest mine = PlatformUnderTest.create(admin, red, shop(name, "red", queues));
    PlatformUnderTest theirs =
        PlatformUnderTest.create(admin, blue, shop(otherName, "blue", otherQueues));
    mine.awaitPhase(Phase.Ready);
    theirs.awaitPhase(Phase.Ready);
    assertThat(of(red)).hasSize(items);
    Map<String, Map<String, String>> before = of(blue);
    assertThat(before).hasSize(items);
    delete(mine);
    assertThat(of(red)).isEmpty();
    assertThat(of(blue)).isEqualTo(before);
    assertThat(theirs.is(Phase.Ready)).isTrue();
  }

  private static String shop(String name, String identity, String queues) {
    return SHOP.formatted(
        name, identity, AwsAccount.REGION, "[]", "{name: media}", TABLE.formatted(""), "", queues);
  }

  /** With names in AWS that both want. */
  private String named(String identity, String adopted) {
    return SHOP.formatted(
        "shop",
        identity,
        AwsAccount.REGION,
        adopted,
        "{name: media, awsName: %s}".formatted(bucket()),
        TABLE.formatted(", awsName: team-carts"),
        ", awsName: team-orders",
        "{name: mails, awsName: team-mails, maxReceiveCount: 3}");
  }

  private List<String> names() {
    return List.of(
        "s3.Bucket/" + bucket(),
        "dynamodb.Table/team-carts",
        "sns.Topic/team-orders",
        "sqs.Queue/team-mails");
  }

  /** Names of buckets are the whole world's. */
  private String bucket() {
    return "team-media-" + aws.account();
  }

  /** What platforms of a namespace have, by ARN. */
  private Map<String, Map<String, String>> of(String namespace) {
    Map<String, Map<String, String>> theirs = new TreeMap<>(account.tags());
    theirs
        .values()
        .removeIf(tags -> !tags.getOrDefault(ItemOwner.OWNER, "").contains("/" + namespace + "/"));
    return theirs;
  }

  private static Set<String> items(Map<String, Map<String, String>> tags) {
    Set<String> items = new TreeSet<>();
    tags.values().forEach(one -> items.add(one.get(ItemOwner.ITEM)));
    return items;
  }

  /** What is said of items that belong to somebody else, by item. */
  private static Map<String, String> conflicts(ECommercePlatform platform) {
    List<AwsItemStatus> rows = platform.getStatus().aws();
    return (rows == null ? List.<AwsItemStatus>of() : rows)
        .stream()
            .filter(row -> row.reason().equals("Conflict"))
            .collect(Collectors.toMap(AwsItemStatus::id, AwsItemStatus::message));
  }

  private static void delete(PlatformUnderTest platform) {
    platform.resource().delete();
    Await.until(
        "the end of " + platform.namespace(),
        () -> platform.resource().get() == null,
        () -> String.valueOf(platform.resource().get()));
  }
}
