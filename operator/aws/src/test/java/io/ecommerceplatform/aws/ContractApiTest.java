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
  @MethodSource("rows")
  void isMadeOnceWithItsTagsAndThenLeftAlone(ContractRow row, AwsEmulator aws) {
    Platform platform = row.platformBefore();
    assertThat(engine.converge(platform))
        .as("what was sent at once needs no correction")
        .allMatch(action -> action.operation() == Operation.CREATE || completes(action));

    List<FoundItem> made = found(platform, row);
    assertThat(made).hasSameSizeAs(wanted(platform, row)).isNotEmpty();
    assertThat(made).allSatisfy(item -> assertThat(item.tags()).containsKey(ItemOwner.OWNER));
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
            .allMatch(change -> rules.get(change.path()) == FieldRule.LATER);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyFieldIsReadBackAsItWasSent(ContractRow row) {
    Platform platform = row.platformBefore();
    engine.converge(platform);

    // a fresh life has nothing in mind but what AWS shows
    EngineLife fresh = engine.reborn();
    assertThat(fresh.plan(platform).actions()).isEmpty();
    assertThat(fresh.verdicts(platform)).allMatch(ItemVerdict::isReady);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void changesAreMadeInPlaceAndDriftIsPutBack(ContractRow row) {
    engine.converge(row.platformBefore());
    Map<String, String> ids = ids(row.platformBefore(), row);

    engine.converge(row.platformAfter());
    assertThat(ids(row.platformAfter(), row)).containsAllEntriesOf(kept(ids, row));

    // somebody sets everything back; to the operator that is drift
    engine.reborn().converge(row.platformBefore());
    engine.rest(LONG);
    engine.converge(row.platformAfter());
    assertThat(engine.reborn().plan(row.platformAfter()).actions()).isEmpty();
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
  @MethodSource("rows")
  void aDeathAfterAnyWriteMakesNoSecondOne(ContractRow row) {
    Platform platform = row.platformBefore();
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
    assertThat(found(platform, row)).hasSameSizeAs(wanted(platform, row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void lostAnswersMakeNoSecondOne(ContractRow row, AwsEmulator aws) {
    Platform platform = row.platformBefore();
    aws.inject(AwsFault.lostResponse(".*", "(Create|Put|Run|Subscribe|Request).*").times(5));
    engine.converge(platform);
    assertThat(found(platform, row)).hasSameSizeAs(wanted(platform, row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void thoseOfAnotherPlatformAreNotTouched(ContractRow row, AwsEmulator aws) {
    Platform mine = row.platformBefore();
    engine.converge(mine);
    Map<String, Map<String, String>> tags = tags(mine);
    Platform other = row.platformOfAnother();
    long mark = aws.mark();
    EngineLife otherLife = engine.reborn();
    for (int i = 0; i < 3; i++) {
      otherLife.pass(other);
      engine.rest(Duration.ofSeconds(20));
    }
    if (row.hasOwnNames()) {
      assertThat(otherLife.verdicts(other).stream().filter(v -> row.isAbout(v.item().ref())))
          .extracting(ItemVerdict::reason)
          .contains(Reason.Conflict);
    }
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
  @MethodSource("rows")
  void whatNobodyWantsGoesByItsPolicy(ContractRow row) {
    Platform platform = row.platformBefore();
    engine.converge(platform);
    Platform empty = row.platformWithout();
    for (int i = 0; i < 20 && !isGone(empty, row); i++) {
      engine.pass(empty);
      engine.rest(Duration.ofMinutes(5));
    }
    assertThat(found(empty, row).stream().filter(ContractApiTest::mayStay))
        .hasSameSizeAs(found(empty, row));
    assertThat(engine.plan(empty).actions()).allMatch(a -> a.operation() == Operation.RETAIN);
    // with the eyes of one who still wants them: what is not looked for is not gone
    assertThat(found(platform, row)).allMatch(ContractApiTest::mayStay);
  }

  /** What waits for other items is asked for later than these. */
  private boolean isDenied(Platform platform, ContractRow row) {
    return engine.verdicts(platform).stream()
        .anyMatch(v -> row.isAbout(v.item().ref()) && v.reason() == Reason.AwsDenied);
  }

  private boolean isGone(Platform platform, ContractRow row) {
    return found(platform, row).stream().allMatch(ContractApiTest::mayStay)
        && engine.plan(platform).isEmpty();
  }

  private static boolean mayStay(FoundItem item) {
    return item.health() instanceof ItemHealth.Deleting
        || item.health() instanceof ItemHealth.Scheduled
        || "Retain".equals(item.tags().get(ItemOwner.DELETION_POLICY));
  }

  private List<WantedItem> wanted(Platform platform, ContractRow row) {
    return engine.wanted(platform).stream().filter(item -> row.isAbout(item.ref())).toList();
  }

  /** Those of the row's type that belong to the platform, as AWS shows them. */
  private List<FoundItem> found(Platform platform, ContractRow row) {
    ItemWorld world = engine.reborn().world(platform);
    return world
        .of(new ItemOwner(platform.owner()))
        .filter(entry -> row.isAbout(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Map<String, String> ids(Platform platform, ContractRow row) {
    return found(platform, row).stream()
        .collect(Collectors.toMap(FoundItem::awsName, FoundItem::id));
  }

  /** A changed subscription is another one; everything else keeps its id. */
  private static Map<String, String> kept(Map<String, String> ids, ContractRow row) {
    boolean child = Kinds.all().of(row.type()).type().identity() == Identity.CHILD;
    return child ? Map.of() : ids;
  }

  private static List<AwsRequest> writes(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream().filter(request -> !request.reads()).toList();
  }
}
