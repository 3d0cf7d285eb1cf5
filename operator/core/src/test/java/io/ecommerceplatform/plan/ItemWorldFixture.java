package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Attempt;
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
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.Scan;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one item is wanted like, what AWS has of it, and what was tried. */
abstract class ItemWorldFixture {
  static final Owner OWNER = new Owner("local", "shop", "shop");
  static final Owner OTHER = new Owner("local", "other", "other");
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final ItemType QUEUE =
      ItemType.of("sqs.Queue", Identity.NAME, 80)
          .with("fifo", FieldRule.REPLACE)
          .with("size", FieldRule.AT_LEAST)
          .with("version", FieldRule.PREFIX)
          .with("policy", FieldRule.JSON)
          .with("zones", FieldRule.SET)
          .with("copies", FieldRule.AMONG)
          .with("password", FieldRule.SECRET)
          .with("origin", FieldRule.ORIGIN);
  static final ItemType TABLE = QUEUE.holdingData(DeletionPolicy.Retain);

  final List<WantedItem> wanted = new ArrayList<>();
  final List<FoundItem> found = new ArrayList<>();
  final Map<ObjectRef, Attempt> attempts = new HashMap<>();
  Instant scannedAt = NOW.minusSeconds(60);
  Optional<ItemFailure> scanFailure = Optional.empty();
  boolean scanned = true;

  void want(ItemType type, Map<String, Object> settings) {
    wanted.add(item(type, "q", Json.tree(settings)));
  }

  static WantedItem item(ItemType type, String name, ObjectNode settings) {
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

  void exists(Map<String, Object> settings) {
    found.add(found(QUEUE, "q", settings, OWNER, new ItemHealth.Ready()));
  }

  static FoundItem found(
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

  static FoundItem policy(FoundItem item, String policy) {
    Map<String, String> tags = new HashMap<>(item.tags());
    tags.put(ItemOwner.DELETION_POLICY, policy);
    return item.with(tags);
  }

  void attempt(Instant at, Optional<ItemFailure> failure, int repeated) {
    WantedItem item = wanted.getFirst();
    attempts.put(item.ref(), new Attempt(at, ItemDiff.hash(item), failure, repeated));
  }

  static ItemFailure failure(FailureKind kind, Instant at) {
    return new ItemFailure(kind, "Code", "refused", at);
  }

  void assertWaits(String message) {
    assertThat(verdict().reason()).isEqualTo(Reason.WaitingForAws);
    assertThat(verdict().message()).isEqualTo(message);
    assertThat(verdict().action()).isEmpty();
  }

  ItemVerdict verdict() {
    return diff().verdicts().getFirst();
  }

  Action action() {
    return diff().actions().getFirst();
  }

  ItemDiff diff() {
    return new ItemDiff(OWNER, wanted, world());
  }

  ItemWorld world() {
    Map<String, Scan> scans = new HashMap<>();
    if (scanned) {
      scans.put(ItemWorld.key(QUEUE.name(), "us-east-1"), new Scan(scannedAt, found, scanFailure));
    }
    return new ItemWorld(scans, attempts, Optional.of("123456789012"), Instant.EPOCH, NOW);
  }
}
