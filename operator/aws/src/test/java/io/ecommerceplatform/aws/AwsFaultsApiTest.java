package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An AWS that fails for a while: nothing is lost, nothing made twice, and all of it heals. */
@LocalAws
class AwsFaultsApiTest {
  private static final Platform SHOP =
      EngineLife.platform(
          "shop",
          """
          profile: Economy
          services: [{name: user}]
          aws: {identity: default, regions: [{name: us-east-1}]}
          messaging:
            transport: SnsSqs
            topics: [{name: a}, {name: b}, {name: c}]
            queues:
              - {name: qa, subscribes: [a, b]}
              - {name: qb, subscribes: [b, c], maxReceiveCount: 2}
          """);

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
  }

  @Test
  void tenMinutesWithoutAwsCostNothingButTime(AwsEmulator aws) {
    engine.converge(SHOP);
    int items = items();
    aws.inject(AwsFault.unreachable(".*", ".*"));
    for (int minute = 0; minute < 10; minute++) {
      engine.rest(Duration.ofMinutes(1));
      assertThat(engine.pass(SHOP).applied()).isEmpty();
    }
    // a wish in the meantime waits, and what was there is not taken for gone
    assertThat(engine.verdicts(SHOP)).allMatch(v -> v.found().isPresent());

    aws.clearFaults();
    engine.rest(Duration.ofSeconds(60));
    engine.pass(SHOP);
    assertThat(engine.verdicts(SHOP)).allMatch(ItemVerdict::isReady);
    assertThat(items()).isEqualTo(items);
  }

  @Test
  void aPlatformThatComesWhileAwsIsAwayIsMadeWithinAMinuteAfter(AwsEmulator aws) {
    aws.inject(AwsFault.unreachable(".*", ".*"));
    for (int minute = 0; minute < 3; minute++) {
      assertThat(engine.pass(SHOP).applied()).isEmpty();
      assertThat(reasons()).containsOnly(Reason.AwsUnreachable);
      engine.rest(Duration.ofMinutes(1));
    }
    aws.clearFaults();
    engine.rest(Duration.ofSeconds(60));
    assertThat(engine.pass(SHOP).applied()).isNotEmpty();
    engine.converge(SHOP);
  }

  @Test
  void everyFifthCallThrottledStillEndsInOneOfEach(AwsEmulator aws) {
    aws.inject(AwsFault.throttle(".*", ".*").withProbability(0.2, 7));
    engine.converge(SHOP);
    aws.clearFaults();
    assertThat(items()).isEqualTo(engine.wanted(SHOP).size());
  }

  @Test
  void aLimitStopsOneTypeAndNoSibling(AwsEmulator aws) {
    aws.inject(AwsFault.error("sns", "CreateTopic", "TopicLimitExceeded", 403));
    for (int i = 0; i < 4; i++) {
      engine.pass(SHOP);
      engine.rest(Duration.ofSeconds(20));
    }
    assertThat(reasons()).contains(Reason.QuotaExceeded);
    assertThat(engine.verdicts(SHOP).stream().filter(v -> v.item().ref().name().equals("qb-dlq")))
        .allMatch(ItemVerdict::isReady);
    assertThat(
            engine.verdicts(SHOP).stream()
                .filter(v -> v.reason() == Reason.QuotaExceeded)
                .map(ItemVerdict::message))
        .allMatch(text -> text.contains("Service Quotas"));

    long mark = aws.mark();
    engine.rest(Duration.ofMinutes(5));
    engine.pass(SHOP);
    assertThat(aws.requests(mark)).noneMatch(r -> r.operation().equals("CreateTopic"));
    aws.clearFaults();
    engine.rest(Duration.ofMinutes(15));
    engine.converge(SHOP);
  }

  @Test
  void aNameThatAnotherAccountHasIsToldAndAskedForOnceAnHour(AwsEmulator aws) {
    Platform shop =
        EngineLife.platform(
            "shop",
            """
            profile: Economy
            services: [{name: user}]
            aws: {identity: default, regions: [{name: us-east-1}]}
            buckets: [{name: media}]
            """);
    aws.inject(AwsFault.error("s3", "CreateBucket", "BucketAlreadyExists", 409));
    for (int i = 0; i < 10; i++) {
      engine.pass(shop);
      engine.rest(Duration.ofSeconds(20));
    }
    assertThat(engine.verdicts(shop)).extracting(ItemVerdict::reason).contains(Reason.Conflict);

    long mark = aws.mark();
    engine.rest(Duration.ofMinutes(5));
    engine.pass(shop);
    assertThat(aws.requests(mark)).noneMatch(r -> r.operation().equals("CreateBucket"));
    aws.clearFaults();
    engine.rest(Duration.ofHours(1));
    engine.converge(shop);
  }

  @Test
  void aRestLooksOnceInFiveMinutesAtWhatAwsListsAndOnceInAnHourAtTheRest(AwsEmulator aws) {
    engine.converge(SHOP);
    engine.rest(Duration.ofHours(2));
    engine.pass(SHOP);
    long mark = aws.mark();
    for (int minute = 0; minute < 30; minute++) {
      engine.rest(Duration.ofMinutes(1));
      engine.pass(SHOP);
    }
    Map<String, Long> looks =
        aws.requests(mark).stream()
            .collect(Collectors.groupingBy(AwsRightsApiTest::action, Collectors.counting()));
    assertThat(looks.keySet()).isNotEmpty().allMatch(look -> readers(look) > 0);
    // every five minutes for each type that reads it
    assertThat(looks)
        .allSatisfy((look, times) -> assertThat(times).as(look).isBetween(5L, 6 * readers(look)));
  }

  /** How many types that AWS lists are read by that call; the tags are read by none of them. */
  private static long readers(String look) {
    return look.startsWith("tag:")
        ? 1
        : Kinds.all().list().stream()
            .filter(AwsKind::isReadInBulk)
            .filter(kind -> kind.actions().contains(look))
            .count();
  }

  @Test
  void whatWasWrittenIsLookedAtOnceMoreWhenListsShowIt(AwsEmulator aws) {
    engine.converge(SHOP);
    for (int second = 0; second < 20; second++) {
      engine.world(SHOP);
      engine.rest(Duration.ofSeconds(1));
    }
    assertThat(engine.world(SHOP).isCertain()).isTrue();
  }

  private List<Reason> reasons() {
    return engine.verdicts(SHOP).stream().map(ItemVerdict::reason).distinct().toList();
  }

  /** Items that are there, seen by a life that remembers nothing. */
  private int items() {
    Set<String> ids =
        engine.reborn().verdicts(SHOP).stream()
            .flatMap(v -> v.found().stream())
            .map(found -> found.id())
            .collect(Collectors.toSet());
    return ids.size();
  }
}
