package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.client.AwsErrors;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.ManualSnapshot;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemDiff;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemWorld;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Snapshots of the stores of one platform, taken by hand with the rights of who asks. */
public final class StoreSnapshots {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("-yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int LONGEST = 255;
  private static final String TAG = "ecommerceplatform.io/snapshot-of";

  private final Platform platform;
  private final Clients clients;
  private final InstantSource clock;
  private final ItemWorld world;
  private final List<ItemVerdict> verdicts;

  /** What is there of a platform that has something in AWS. */
  public StoreSnapshots(Platform platform, Accounts accounts, InstantSource clock) {
    Aws aws = platform.aws().orElseThrow();
    this.platform = platform;
    this.clock = clock;
    clients = accounts.of(aws.identity(), aws.region());
    Kinds kinds =
        new Kinds(
            Kinds.all().list().stream().filter(kind -> kind.type().takesSnapshots()).toList());
    world = new OneLook(accounts, clock).at(platform, kinds);
    verdicts =
        new ItemDiff(platform.owner(), new PlatformItems(kinds).compile(platform), world)
            .verdicts();
  }

  /**
   * One snapshot.
   *
   * @param store name of the store in the resource
   * @param state AWS's word for how it is; {@code refused} when AWS takes none
   * @param problem why AWS takes none; empty otherwise
   */
  public record Taken(String store, ManualSnapshot snapshot, String state, String problem) {

    public boolean isAvailable() {
      return state.equals("available");
    }

    /** True when nothing more comes of it. */
    public boolean isOver() {
      return isAvailable() || state.equals("refused") || state.equals("failed");
    }
  }

  /** Names of the stores of which one can be taken. */
  public List<String> stores() {
    return there().map(verdict -> verdict.item().ref().name()).sorted().toList();
  }

  /** Types that AWS does not let the caller look at, and why. */
  public List<String> unread() {
    return world.scans().values().stream()
        .flatMap(scan -> scan.failure().stream())
        .map(ItemFailure::message)
        .distinct()
        .sorted()
        .toList();
  }

  /** Has AWS take one of each of these stores. */
  public List<Taken> take(List<String> stores) {
    Instant now = clock.instant();
    return there()
        .filter(verdict -> stores.contains(verdict.item().ref().name()))
        .map(verdict -> take(verdict, now))
        .toList();
  }

  /** How it is by now. */
  public Taken look(Taken taken) {
    if (taken.isOver()) {
      return taken;
    }
    try {
      String state = taken.snapshot().state(clients).orElse("creating");
      return new Taken(taken.store(), taken.snapshot(), state, "");
    } catch (SdkException e) {
      return refused(taken.store(), taken.snapshot(), e);
    }
  }

  private Stream<ItemVerdict> there() {
    return verdicts.stream()
        .filter(verdict -> verdict.reason() != Reason.Conflict)
        .filter(verdict -> verdict.found().filter(ManualSnapshot::isPossible).isPresent());
  }

  private Taken take(ItemVerdict verdict, Instant now) {
    FoundItem item = verdict.found().orElseThrow();
    String end = TIME.format(now);
    String start =
        item.awsName().substring(0, Math.min(item.awsName().length(), LONGEST - end.length()));
    ManualSnapshot snapshot = new ManualSnapshot(item, start + end);
    String store = verdict.item().ref().name();
    String of = platform.owner().namespace() + "/" + platform.owner().platform() + "/" + store;
    try {
      snapshot.take(Map.of(TAG, of), clients);
      return new Taken(store, snapshot, "creating", "");
    } catch (SdkException e) {
      return refused(store, snapshot, e);
    }
  }

  private Taken refused(String store, ManualSnapshot snapshot, SdkException why) {
    ItemFailure failure =
        AwsErrors.of(
            why,
            "a snapshot of %s %s".formatted(snapshot.store().type().name(), store),
            "your credentials",
            clock.instant());
    return new Taken(store, snapshot, "refused", failure.message());
  }

  /** With the credentials that the SDK finds for the caller; empty when it finds none. */
  public static Optional<StoreSnapshots> ofThisProcess(Platform platform, InstantSource clock) {
    return OneLook.ofThisProcess(clock)
        .map(look -> new StoreSnapshots(platform, look.accounts(), clock));
  }
}
