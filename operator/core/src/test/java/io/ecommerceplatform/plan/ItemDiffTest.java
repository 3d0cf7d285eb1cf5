package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Attempt;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.Scan;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemDiffTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final Owner OTHER = new Owner("local", "other", "other");
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final ItemType QUEUE =
      ItemType.of("sqs.Queue", Identity.NAME, 80)
          .with("fifo", FieldRule.REPLACE)
          .with("size", FieldRule.AT_LEAST)
          .with("version", FieldRule.PREFIX)
          .with("policy", FieldRule.JSON)
          .with("zones", FieldRule.SET)
          .with("password", FieldRule.SECRET);
  private static final ItemType TABLE = QUEUE.holdingData(DeletionPolicy.Retain);

  private final List<WantedItem> wanted = new ArrayList<>();
  private final List<FoundItem> found = new ArrayList<>();
  private final Map<ObjectRef, Attempt> attempts = new HashMap<>();
  private Instant scannedAt = NOW.minusSeconds(60);
  private Optional<ItemFailure> scanFailure = Optional.empty();
  private boolean scanned = true;

  @Test
  void whatIsAbsentIsMade() {
    want(QUEUE, Map.of("delay", 1));
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
    assertThat(action().item().orElseThrow().tags())
        .containsEntry(ItemOwner.OWNER, "local/shop/shop")
        .containsEntry(ItemOwner.ITEM, "q");
  }

  @Test
  void nothingIsDoneBeforeAwsWasLookedAt() {
    want(QUEUE, Map.of());
    scanned = false;
    assertWaits("AWS is being read");
  }

  @Test
  void aFailedLookIsNeverAbsence() {
    want(QUEUE, Map.of());
    scanFailure = Optional.of(failure(FailureKind.TRANSIENT, NOW));
    assertThat(verdict().reason()).isEqualTo(Reason.AwsUnreachable);
    assertThat(diff().actions()).isEmpty();
  }

  @Test
  void whatWasJustMadeIsNotMadeAgainBecauseALookIsOlder() {
    want(QUEUE, Map.of());
    attempt(NOW.minusSeconds(3), Optional.empty(), 1);
    scannedAt = NOW.minusSeconds(1); // even a look after it may not show it yet
    assertWaits("was made; AWS does not show it yet");
    scannedAt = NOW.plusSeconds(8);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
  }

  @Test
  void aCallThatFailedMayHaveMadeWhatHasNoName() {
    ItemFailure lost = failure(FailureKind.TRANSIENT, NOW.minusSeconds(30));
    ItemType key = ItemType.of(QUEUE.name(), Identity.TAG, 80);
    want(key, Map.of());
    attempt(NOW.minusSeconds(30), Optional.of(lost), 0);
    scannedAt = NOW.minusSeconds(25);
    assertWaits("was made; AWS does not show it yet");
    scannedAt = NOW.minusSeconds(15);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);

    wanted.clear();
    want(QUEUE, Map.of()); // a second call with the same name says that it exists
    scannedAt = NOW.minusSeconds(25);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
  }

  @Test
  void whatGoesAtADateIsCalledBackOrLeft() {
    found.add(found(QUEUE, "q", Map.of("enabled", false), OWNER, new ItemHealth.Scheduled("noon")));
    assertThat(diff().actions()).isEmpty();
    assertThat(new Teardown(OWNER, Map.of()).isDone(cluster())).as("waits for no date").isTrue();

    want(QUEUE, Map.of("enabled", true));
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
  }

  @Test
  void anItemWaitsForTheOutputOfAnother() {
    ObjectRef topic = WantedItem.ref(QUEUE, "us-east-1", "topic");
    want(QUEUE, Map.of("source", new Reference(topic, "arn").text()));
    wanted.add(item(QUEUE, "topic", Json.tree(Map.of())));
    assertWaits("waits for sqs.Queue/topic");
    found.add(found(QUEUE, "topic", Map.of(), OWNER, new ItemHealth.Ready()));
    assertThat(action().manifest().orElseThrow().json().at("/settings/source").asText())
        .isEqualTo("arn:topic");
  }

  @Test
  void equalByTheRulesOfTheTypeIsEqual() {
    want(
        QUEUE,
        Map.of(
            "size", 10,
            "version", "16",
            "policy", "{\"a\": [\"x\", \"y\"], \"b\": \"z\"}",
            "zones", List.of("a", "b"),
            "password", "never compared"));
    exists(
        Map.of(
            "size",
            20,
            "version",
            "16.4",
            "policy",
            "{\"b\":[\"z\"],\"a\":[\"y\",\"x\"]}",
            "zones",
            List.of("b", "a"),
            "chosenByAws",
            true));
    assertThat(verdict().isReady()).isTrue();
    assertThat(diff().actions()).isEmpty();
  }

  @Test
  void aDifferenceIsChangedInPlaceAndNamed() {
    want(QUEUE, Map.of("size", 30, "version", "17", "delay", 5));
    exists(Map.of("size", 20, "version", "16.4", "delay", 6));
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
    assertThat(action().changes())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder("size", "version", "delay");
  }

  @Test
  void aTagIsPutBackAndForeignOnesStay() {
    want(QUEUE, Map.of());
    FoundItem there = found(QUEUE, "q", Map.of(), OWNER, new ItemHealth.Ready());
    Map<String, String> tags = new HashMap<>(there.tags());
    tags.remove("team");
    tags.put("of-others", "stays");
    found.add(there.with(tags));
    assertThat(action().changes()).extracting(FieldChange::path).containsExactly("tags[team]");
  }

  @Test
  void onlyWhatHoldsNoDataIsReplaced() {
    want(QUEUE, Map.of("fifo", true));
    exists(Map.of("fifo", false));
    assertThat(action().operation()).isEqualTo(Operation.REPLACE);
    assertThat(action().isDestructive()).isTrue();

    wanted.clear();
    found.clear();
    want(TABLE, Map.of("fifo", true));
    found.add(found(TABLE, "q", Map.of("fifo", false), OWNER, new ItemHealth.Ready()));
    assertThat(verdict().reason()).isEqualTo(Reason.ReplacementRequired);
    assertThat(verdict().message()).startsWith("fifo cannot be changed in place");
    assertThat(diff().actions()).isEmpty();
  }

  @Test
  void thoseOfOthersAreLeftAlone() {
    want(QUEUE, Map.of());
    found.add(found(QUEUE, "q", Map.of(), OTHER, new ItemHealth.Ready()));
    assertThat(verdict().reason()).isEqualTo(Reason.Conflict);
    assertThat(verdict().message()).contains("belongs to platform local/other/other");
    assertThat(action().operation()).isEqualTo(Operation.CONFLICT);
    assertThat(action().operation().writes()).isFalse();
  }

  @Test
  void aRecordOfAnotherPlatformIsToldByItsHost() {
    ItemType record = ItemType.of(QUEUE.name(), Identity.CHILD, 80).marked();
    wanted.add(item(record, "q", Json.tree(Map.of())));
    found.add(found(record, "q", Map.of(), OTHER, new ItemHealth.Ready()));
    assertThat(verdict().message())
        .contains("belongs to platform local/other/other", "another name than aws-q")
        .doesNotContain("awsName");
  }

  @Test
  void onlyWhatCanSayWhoseItIsIsTakenOver() {
    ItemType child = ItemType.of(QUEUE.name(), Identity.CHILD, 80);
    assertThat(adopting(QUEUE).action().orElseThrow().operation()).isEqualTo(Operation.ADOPT);
    assertThat(adopting(child.marked()).action().orElseThrow().operation())
        .isEqualTo(Operation.ADOPT);
    assertThat(adopting(child).reason()).isEqualTo(Reason.Conflict);
    assertThat(adopting(child).message()).contains("cannot be taken over").contains("delete it");
    assertThat(adopting(child).action().orElseThrow().operation().writes()).isFalse();
  }

  private ItemVerdict adopting(ItemType type) {
    WantedItem item = item(type, "q", Json.tree(Map.of()));
    wanted.clear();
    wanted.add(
        new WantedItem(
            type,
            item.ref(),
            item.awsName(),
            item.settings(),
            item.tags(),
            DeletionPolicy.Delete,
            true,
            item.whenAbsent(),
            item.path()));
    found.clear();
    found.add(found(type, "q", Map.of(), OTHER, new ItemHealth.Ready()));
    return verdict();
  }

  @Test
  void busyItemsAreChangedWhenAwsIsDone() {
    want(QUEUE, Map.of("delay", 5));
    found.add(
        found(QUEUE, "q", Map.of("delay", 6), OWNER, new ItemHealth.Progressing("is modified")));
    assertWaits("is modified; then it is changed");
  }

  @Test
  void whatHoldsDataIsSeenWholeBeforeItIsSaidThatItHasToBeReplaced() {
    ItemHealth making = new ItemHealth.Progressing("is being created");
    want(TABLE, Map.of("fifo", true));
    found.add(found(TABLE, "q", Map.of(), OWNER, making));
    assertWaits("is being created; then it is changed");
  }

  @Test
  void aChangeWithoutEffectIsNotRepeatedForEver() {
    want(QUEUE, Map.of("delay", 5));
    exists(Map.of("delay", 6));
    attempt(NOW.minusSeconds(90), Optional.empty(), 2);
    assertThat(verdict().reason()).isEqualTo(Reason.NotConverging);
    assertThat(verdict().message()).contains("delay");
    assertThat(diff().actions()).isEmpty();

    attempt(NOW.minusSeconds(3601), Optional.empty(), 2);
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
  }

  @Test
  void aNameThatSomebodyElseHasIsToldAndTriedAgainEveryHour() {
    want(QUEUE, Map.of("delay", 5));
    attempt(NOW.minusSeconds(90), Optional.empty(), 1);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);

    attempt(NOW.minusSeconds(90), Optional.empty(), 2);
    assertThat(verdict().reason()).isEqualTo(Reason.Conflict);
    assertThat(verdict().message()).contains("another account has the name");
    assertThat(diff().actions()).isEmpty();

    attempt(NOW.minusSeconds(3601), Optional.empty(), 2);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
  }

  @Test
  void aRefusalIsToldAndTriedAgainWhenItIsDue() {
    want(QUEUE, Map.of("delay", 5));
    attempt(NOW, Optional.of(failure(FailureKind.DENIED, NOW.minusSeconds(299))), 0);
    assertThat(verdict().reason()).isEqualTo(Reason.AwsDenied);
    assertThat(diff().actions()).isEmpty();
    attempt(NOW, Optional.of(failure(FailureKind.DENIED, NOW.minusSeconds(301))), 0);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
  }

  @Test
  void anotherWishIsTriedAtOnceAfterARefusal() {
    want(QUEUE, Map.of("delay", 5));
    attempt(NOW, Optional.of(failure(FailureKind.INVALID, NOW)), 0);
    assertThat(verdict().reason()).isEqualTo(Reason.AwsRefused);
    wanted.clear();
    want(QUEUE, Map.of("delay", 7));
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
  }

  @Test
  void whatNobodyWantsGoesByThePolicyOnItsTag() {
    found.add(found(QUEUE, "plain", Map.of(), OWNER, new ItemHealth.Ready()));
    found.add(policy(found(TABLE, "kept", Map.of(), OWNER, new ItemHealth.Ready()), "Retain"));
    ItemType database = TABLE.takingSnapshots();
    found.add(policy(found(database, "last", Map.of(), OWNER, new ItemHealth.Ready()), "Snapshot"));
    found.add(policy(found(TABLE, "never", Map.of(), OWNER, new ItemHealth.Ready()), "Snapshot"));
    found.add(policy(found(TABLE, "lost", Map.of(), OWNER, new ItemHealth.Ready()), "Delete"));
    found.add(found(QUEUE, "leaving", Map.of(), OWNER, new ItemHealth.Deleting()));
    found.add(found(QUEUE, "foreign", Map.of(), OTHER, new ItemHealth.Ready()));
    assertThat(diff().actions())
        .extracting(action -> action.operation() + " " + action.ref().name())
        .containsExactlyInAnyOrder(
            "DELETE plain", "RETAIN kept", "RETAIN never", "SNAPSHOT_DELETE last", "DESTROY lost");
  }

  private void want(ItemType type, Map<String, Object> settings) {
    wanted.add(item(type, "q", Json.tree(settings)));
  }

  private static WantedItem item(ItemType type, String name, ObjectNode settings) {
    return new WantedItem(
        type,
        WantedItem.ref(type, "us-east-1", name),
        "aws-" + name,
        settings,
        Map.of("team", "shop"),
        DeletionPolicy.Delete,
        false,
        Optional.empty(),
        "spec." + name);
  }

  private void exists(Map<String, Object> settings) {
    found.add(found(QUEUE, "q", settings, OWNER, new ItemHealth.Ready()));
  }

  private static FoundItem found(
      ItemType type, String name, Map<String, Object> settings, Owner owner, ItemHealth health) {
    Map<String, String> tags = new ItemOwner(owner).tags(item(type, name, Json.tree(Map.of())));
    return new FoundItem(
        type,
        "aws-" + name,
        "id-" + name,
        Json.tree(settings),
        tags,
        health,
        Map.of("arn", "arn:" + name));
  }

  private static FoundItem policy(FoundItem item, String policy) {
    Map<String, String> tags = new HashMap<>(item.tags());
    tags.put(ItemOwner.DELETION_POLICY, policy);
    return item.with(tags);
  }

  private void attempt(Instant at, Optional<ItemFailure> failure, int repeated) {
    WantedItem item = wanted.getFirst();
    attempts.put(item.ref(), new Attempt(at, ItemDiff.hash(item), failure, repeated));
  }

  private static ItemFailure failure(FailureKind kind, Instant at) {
    return new ItemFailure(kind, "Code", "refused", at);
  }

  private void assertWaits(String message) {
    assertThat(verdict().reason()).isEqualTo(Reason.WaitingForAws);
    assertThat(verdict().message()).isEqualTo(message);
    assertThat(verdict().action()).isEmpty();
  }

  private ItemVerdict verdict() {
    return diff().verdicts().getFirst();
  }

  private Action action() {
    return diff().actions().getFirst();
  }

  private ItemDiff diff() {
    return new ItemDiff(OWNER, wanted, world());
  }

  private ItemWorld world() {
    Map<String, Scan> scans = new HashMap<>();
    if (scanned) {
      scans.put(ItemWorld.key(QUEUE.name(), "us-east-1"), new Scan(scannedAt, found, scanFailure));
    }
    return new ItemWorld(scans, attempts, Optional.of("123456789012"), Instant.EPOCH, NOW);
  }

  @Test
  void nobodySaysThatNothingIsLeftBeforeItIsCertain() {
    Teardown teardown = new Teardown(OWNER, Map.of());
    assertThat(teardown.isDone(cluster())).isTrue();

    scanFailure = Optional.of(failure(FailureKind.TRANSIENT, NOW));
    assertThat(teardown.isDone(cluster())).as("AWS does not answer").isFalse();
    scanFailure = Optional.empty();

    want(QUEUE, Map.of());
    attempt(scannedAt.minusSeconds(5), Optional.empty(), 1);
    assertThat(teardown.isDone(cluster())).as("it was made a moment ago").isFalse();
    scannedAt = scannedAt.plusSeconds(6);
    assertThat(teardown.isDone(cluster())).isTrue();

    found.add(found(QUEUE, "q", Map.of(), OWNER, new ItemHealth.Ready()));
    assertThat(teardown.isDone(cluster())).isFalse();
    assertThat(teardown.next(cluster()).actions())
        .extracting(Action::operation)
        .containsExactly(Operation.DELETE);
    found.set(0, policy(found.getFirst(), "Retain"));
    assertThat(teardown.isDone(cluster())).isTrue();
  }

  private Observed cluster() {
    ClusterFacts facts = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    return Observed.of(List.of(), List.of(), facts).with(world());
  }
}
