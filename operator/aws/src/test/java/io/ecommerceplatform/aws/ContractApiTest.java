package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind has to hold, over the wire; a kind without a row fails the first test. */
@LocalAws
class ContractApiTest {
  private static final Duration LONG = Duration.ofHours(2);

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  static Stream<ContractRow> rows() {
    return ContractRows.all().stream();
  }

  static Stream<ContractPlatform> platforms() {
    return ContractRows.platforms().stream();
  }

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
    engine.layZone();
  }

  @Test
  void everyKindHasARow() {
    assertThat(ContractRows.all())
        .extracting(ContractRow::type)
        .containsExactlyInAnyOrderElementsOf(
            Kinds.all().list().stream()
                .filter(ContractApiTest::writes)
                .map(kind -> kind.type().name())
                .toList());
  }

  /** What is only looked at has no life to test. */
  private static boolean writes(AwsKind<?> kind) {
    return kind.actions().stream().anyMatch(action -> !action.matches(".*:(Describe|List|Get).*"));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void isMadeOnceWithItsTagsAndThenLeftAlone(ContractPlatform subject, AwsEmulator aws) {
    Platform platform = subject.platformBefore();
    assertThat(engine.converge(platform))
        .as("what was sent at once needs no correction")
        .allMatch(action -> action.operation() == Operation.CREATE || completes(action));

    assertMadeOnce(subject, platform);
    assertThat(found(platform, subject))
        .allSatisfy(item -> assertThat(item.tags()).containsKey(ItemOwner.OWNER));
    long mark = aws.mark();
    engine.rest(LONG);
    assertThat(engine.pass(platform).applied()).isEmpty();
    assertThat(writes(aws, mark)).isEmpty();
    assertThat(aws.unimplemented()).isEmpty();
  }

  /** True for a change that sets what AWS takes from nothing that it just makes. */
  private static boolean completes(Action action) {
    Map<String, FieldRule> rules = Kinds.all().of(action.ref().kind()).type().rules();
    return action.operation() == Operation.UPDATE
        && action.changes().stream()
            .map(change -> rules.get(change.path()))
            .allMatch(rule -> rule == FieldRule.LATER || rule == FieldRule.AMONG);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everyFieldIsReadBackAsItWasSent(ContractPlatform subject) {
    Platform platform = subject.platformBefore();
    engine.converge(platform);

    // a fresh life has nothing in mind but what AWS shows
    EngineLife fresh = engine.reborn();
    assertThat(fresh.plan(platform).actions()).isEmpty();
    assertThat(fresh.verdicts(platform)).allMatch(ItemVerdict::isReady);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void changesAreMadeInPlaceAndDriftIsPutBack(ContractPlatform subject) {
    engine.converge(subject.platformBefore());
    Map<String, String> ids = keptIds(subject.platformBefore(), subject);

    engine.converge(subject.platformAfter());
    assertThat(ids).isNotEmpty();
    assertThat(keptIds(subject.platformAfter(), subject)).containsAllEntriesOf(ids);

    // somebody sets everything back; to the operator that is drift
    engine.reborn().converge(subject.platformBefore());
    engine.rest(LONG);
    engine.converge(subject.platformAfter());
    assertThat(engine.reborn().plan(subject.platformAfter()).actions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatSomebodySwitchesIsSwitchedBackByOneUpdate(ContractRow row) {
    Platform platform = row.platformBefore();
    engine.converge(platform);
    ForeignHand hand = new ForeignHand(Kinds.all(), engine.accounts);
    Set<String> turned =
        engine.verdicts(platform).stream()
            .filter(verdict -> row.isAbout(verdict.item().ref()))
            .filter(verdict -> !hand.turn(verdict).isEmpty())
            .map(verdict -> verdict.item().ref().id())
            .collect(Collectors.toSet());
    engine.rest(LONG);
    assertThat(engine.converge(platform))
        .allMatch(action -> action.operation() == Operation.UPDATE)
        .extracting(action -> action.ref().id())
        .containsExactlyInAnyOrderElementsOf(turned);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aDeathAfterAnyWriteMakesNoSecondOne(ContractPlatform subject) {
    Platform platform = subject.platformBefore();
    EngineLife life = engine;
    for (int i = 0; i < 200; i++) {
      Outcome outcome = life.pass(platform, 1);
      life = life.reborn();
      engine.rest(Duration.ofSeconds(20));
      if (outcome.applied().isEmpty() && life.plan(platform).isEmpty()) {
        break;
      }
    }
    life.converge(platform);
    assertMadeOnce(subject, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void lostAnswersMakeNoSecondOne(ContractPlatform subject, AwsEmulator aws) {
    Platform platform = subject.platformBefore();
    aws.inject(AwsFault.lostResponse(".*", "(Create|Put|Run|Subscribe|Request).*").times(5));
    engine.converge(platform);
    assertMadeOnce(subject, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void thoseOfAnotherPlatformAreNotTouched(ContractPlatform subject, AwsEmulator aws) {
    Platform mine = subject.platformBefore();
    engine.converge(mine);
    Map<String, Map<String, String>> tags = tags(mine);
    Platform other = subject.platformOfAnother();
    long mark = aws.mark();
    EngineLife otherLife = engine.reborn();
    for (int i = 0; i < 3; i++) {
      otherLife.pass(other);
      engine.rest(Duration.ofSeconds(20));
    }
    List<ItemVerdict> verdicts = otherLife.verdicts(other);
    assertThat(subject.rows())
        .filteredOn(ContractRow::hasOwnNames)
        .allSatisfy(row -> assertThat(reasons(verdicts, row)).contains(Reason.Conflict));
    assertThat(writes(aws, mark))
        .noneMatch(request -> request.operation().matches("(Delete|Set|Update|Untag).*"));
    assertThat(tags(mine)).isEqualTo(tags);
    assertThat(engine.reborn().plan(mine).actions()).isEmpty();
  }

  /** Of everything that a platform has, as a fresh life sees it. */
  private Map<String, Map<String, String>> tags(Platform platform) {
    EngineLife fresh = engine.reborn();
    ItemWorld world = fresh.world(platform);
    return world
        .of(new ItemOwner(platform.owner()))
        .collect(Collectors.toMap(found -> found.getKey().id(), found -> found.getValue().tags()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void refusalsAreToldAndNothingIsMadeUntilTheyHeal(ContractRow row, AwsEmulator aws) {
    Platform platform = row.platformBefore();
    aws.inject(AwsFault.error(".*", row.create(), "AccessDeniedException", 403));
    for (int i = 0; i < 4 || (i < 20 && !isDenied(platform, row)); i++) {
      engine.pass(platform);
      engine.rest(Duration.ofSeconds(15));
    }
    assertThat(
            engine.verdicts(platform).stream()
                .filter(v -> row.isAbout(v.item().ref()) && !v.isReady())
                .map(ItemVerdict::reason))
        .isNotEmpty()
        .contains(Reason.AwsDenied);
    aws.clearFaults();
    engine.rest(Duration.ofMinutes(6));
    engine.converge(platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void whatNobodyWantsGoesByItsPolicy(ContractPlatform subject) {
    Platform platform = subject.platformBefore();
    engine.converge(platform);
    Platform empty = subject.platformWithout();
    // one that never knew who wants them
    EngineLife next = engine.reborn();
    for (int i = 0; i < 20 && !isGone(next, empty, subject); i++) {
      next.pass(empty);
      engine.rest(Duration.ofMinutes(5));
    }
    assertThat(found(empty, subject)).allMatch(ContractApiTest::mayStay);
    assertThat(next.plan(empty).actions()).allMatch(a -> a.operation() == Operation.RETAIN);
    // with the eyes of one who still wants them: what is not looked for is not gone
    assertThat(found(platform, subject)).allMatch(ContractApiTest::mayStay);
  }

  /** What waits for other items is asked for later than these. */
  private boolean isDenied(Platform platform, ContractRow row) {
    return engine.verdicts(platform).stream()
        .anyMatch(v -> row.isAbout(v.item().ref()) && v.reason() == Reason.AwsDenied);
  }

  private boolean isGone(EngineLife life, Platform platform, ContractPlatform subject) {
    return found(platform, subject).stream().allMatch(ContractApiTest::mayStay)
        && life.plan(platform).isEmpty();
  }

  private static boolean mayStay(FoundItem item) {
    return item.health() instanceof ItemHealth.Deleting
        || item.health() instanceof ItemHealth.Scheduled
        || "Retain".equals(item.tags().get(ItemOwner.DELETION_POLICY));
  }

  private static List<Reason> reasons(List<ItemVerdict> verdicts, ContractRow row) {
    return verdicts.stream()
        .filter(verdict -> row.isAbout(verdict.item().ref()))
        .map(ItemVerdict::reason)
        .toList();
  }

  /** Of each type as many as are wanted, and at least one. */
  private void assertMadeOnce(ContractPlatform subject, Platform platform) {
    List<FoundItem> found = found(platform, subject);
    List<WantedItem> wanted = engine.wanted(platform);
    assertThat(subject.rows())
        .allSatisfy(
            row ->
                assertThat(found.stream().filter(item -> item.type().name().equals(row.type())))
                    .hasSameSizeAs(wanted.stream().filter(item -> row.isAbout(item.ref())).toList())
                    .isNotEmpty());
  }

  /** Those of the subject's types that belong to the platform, as AWS shows them. */
  private List<FoundItem> found(Platform platform, ContractPlatform subject) {
    ItemWorld world = engine.reborn().world(platform);
    return world
        .of(new ItemOwner(platform.owner()))
        .filter(entry -> subject.isAbout(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A changed subscription is another one; everything else that both want keeps its id. */
  private Map<String, String> keptIds(Platform platform, ContractPlatform subject) {
    Set<String> wanted =
        engine.wanted(subject.platformAfter()).stream()
            .map(item -> item.ref().kind() + "/" + item.ref().name())
            .collect(Collectors.toSet());
    return found(platform, subject).stream()
        .filter(item -> item.type().identity() != Identity.CHILD)
        .filter(item -> wanted.contains(item.type().name() + "/" + item.tags().get(ItemOwner.ITEM)))
        .collect(
            Collectors.toMap(item -> item.type().name() + "/" + item.awsName(), FoundItem::id));
  }

  private static List<AwsRequest> writes(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream().filter(request -> !request.reads()).toList();
  }
}
