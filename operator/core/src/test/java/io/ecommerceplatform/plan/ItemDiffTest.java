package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.WantedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemDiffTest extends ItemWorldFixture {
  @Test
  void whatIsAbsentIsMade() {
    want(QUEUE, Map.of("delay", 1));
    assertThat(action().operation()).isEqualTo(Operation.CREATE);
    assertThat(action().item().orElseThrow().tags())
        .containsEntry(ItemOwner.OWNER, "local/shop/shop")
        .containsEntry(ItemOwner.ITEM, "q");
  }

  @Test
  void whatIsWantedAmongOthersIsMissedOnlyWhenItIsNotThere() {
    want(QUEUE, Map.of("copies", List.of("here", "there")));
    exists(Map.of("copies", List.of("there", "elsewhere", "here")));
    assertThat(diff().actions()).isEmpty();
    found.clear();
    exists(Map.of("copies", List.of("elsewhere", "here")));
    assertThat(action().changes()).extracting(FieldChange::path).containsExactly("copies");
    found.clear();
    exists(Map.of());
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
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
  void whatIsThereIsNotMadeFromACopy() {
    want(TABLE, Map.of("origin", "snapshot/monday", "size", 9));
    found.add(found(TABLE, "q", Map.of("size", 1), OWNER, new ItemHealth.Ready()));
    assertThat(verdict().reason()).isEqualTo(Reason.ReplacementRequired);
    assertThat(verdict().message()).contains("nothing in it is touched", "list a new store");
    assertThat(diff().actions()).isEmpty();
  }

  @Test
  void whatWasMadeFromACopyMayForgetIt() {
    want(TABLE, Map.of("size", 1));
    found.add(
        found(
            TABLE,
            "q",
            Map.of("size", 1, "origin", "snapshot/monday"),
            OWNER,
            new ItemHealth.Ready()));
    assertThat(verdict().isReady()).isTrue();
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

  @Test
  void whatAnotherPlatformHasIsNotTakenOver() {
    FoundItem theirs = found(QUEUE, "q", Map.of(), OTHER, new ItemHealth.Ready());
    ItemVerdict verdict = adopting(QUEUE, theirs);
    assertThat(verdict.reason()).isEqualTo(Reason.Conflict);
    assertThat(verdict.action().orElseThrow().operation().writes()).isFalse();
    assertThat(verdict.message())
        .contains("belongs to platform local/other/other", "took its tag " + ItemOwner.OWNER);
  }

  private ItemVerdict adopting(ItemType type) {
    FoundItem nobodys = found(type, "q", Map.of(), OTHER, new ItemHealth.Ready());
    return adopting(type, nobodys.with(Map.of("team", "somebody")));
  }

  private ItemVerdict adopting(ItemType type, FoundItem there) {
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
    found.add(there);
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
