package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The life of a small platform with items of each identity, ended after each of the calls that
 * write, whether or not the answer arrived: the next operator ends with the same items, and nobody
 * finds any other in the account. In short form each write meets one of the two; {@code
 * -Dchaos=long} gives it both.
 */
@LocalAws
class AwsKillPointApiTest {
  /** As {@code AwsRequest.reads} says it, the other way round. */
  private static final String WRITES =
      "(?!Get|List|Describe|Head|BatchGet|Lookup|Search|Query|Scan|Receive|Simulate).*";

  private static final boolean LONG = "long".equals(System.getProperty("chaos"));
  private static final int MOST_PASSES = 60;

  private static final String BEFORE =
      """
      profile: Economy
      aws:
        identity: pods
        regions: [{name: us-east-1}]
        tags: {team: shop}
        deletionPolicy: Delete
      services:
        - name: billing
          image: {repository: registry.example.com/billing, tag: "1"}
          port: 8080
          uses: [media]
      encryption: {kms: true, awsName: shop/data}
      messaging:
        transport: SnsSqs
        topics: [{name: orders}]
        queues:
          - {name: mail, subscribes: [orders], maxReceiveCount: 3}
          - {name: audit, subscribes: [orders]}
      buckets: [{name: media, versioning: true}]
      tables: [{name: carts, partitionKey: {name: id, type: S}, deletionProtection: false}]
      backup: {schedule: "0 3 1 * 5", retentionDays: 30}
      """;

  /** Something comes, something goes, and everything else changes. */
  private static final String AFTER =
      BEFORE
          .replace("{team: shop}", "{team: core}")
          .replace("[{name: orders}]", "[{name: orders}, {name: refunds}]")
          .replace("subscribes: [orders], max", "subscribes: [orders, refunds], max")
          .replace("maxReceiveCount: 3", "maxReceiveCount: 4")
          .replace("    - {name: audit, subscribes: [orders]}\n", "")
          .replace("versioning: true", "versioning: false")
          .replace("retentionDays: 30", "retentionDays: 7");

  private enum Chapter {
    CREATE,
    CHANGE,
    REMOVE
  }

  private enum Point {
    ANSWERED,
    LOST
  }

  private AwsEmulator aws;
  private final Map<Chapter, Census> references = new EnumMap<>(Chapter.class);
  private final Map<Chapter, Long> writes = new EnumMap<>(Chapter.class);

  /** Names of buckets are taken in all accounts. */
  @AfterEach
  void leaveNothing() {
    aws.reset();
  }

  @Test
  void everyDeathEndsInTheSameItems(AwsEmulator emulator) {
    aws = emulator;
    reference();
    assertThat(AFTER).doesNotContain("audit");
    assertThat(references.get(Chapter.CREATE).toString()).contains("shop-audit-");
    assertThat(references.get(Chapter.CHANGE).toString()).doesNotContain("shop-audit-");
    // a key waits for its date
    assertThat(references.get(Chapter.REMOVE).items())
        .hasSize(1)
        .allMatch(item -> item.startsWith("kms.Key/") && item.contains("Scheduled"));
    assertThat(identities()).contains(Identity.values());
    assertThat(references.get(Chapter.CREATE).size()).isGreaterThan(12);
    int died = 0;
    long most = writes.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    for (int write = 1; write <= most; write++) {
      for (Point point : points(write)) {
        died += live(write, point);
      }
    }
    long all = writes.values().stream().mapToLong(Long::longValue).sum();
    assertThat((long) died).as("deaths for %s", writes).isEqualTo(LONG ? 2 * all : all);
  }

  private static List<Point> points(int write) {
    List<Point> all = List.of(Point.values());
    return LONG ? all : List.of(all.get(write % all.size()));
  }

  private List<Identity> identities() {
    return started().wanted(platform(Chapter.CREATE)).stream()
        .map(WantedItem::type)
        .map(type -> type.identity())
        .distinct()
        .toList();
  }

  private static Platform platform(Chapter chapter) {
    return switch (chapter) {
      case CREATE -> EngineLife.platform("shop", BEFORE);
      case CHANGE -> EngineLife.platform("shop", AFTER);
      case REMOVE ->
          EngineLife.platform("shop", ContractRow.text("nothing").replace("default", "pods"));
    };
  }

  /** An operator that has run for a while, in an empty account. */
  private EngineLife started() {
    aws.reset();
    aws.delay("default", Duration.ZERO);
    EngineLife life = new EngineLife(aws, new HandClock(), kinds());
    life.rest(Duration.ofSeconds(20));
    return life;
  }

  /** Looking at what nobody wants costs time and shows nothing. */
  private static Kinds kinds() {
    Set<String> wanted =
        Stream.of(Chapter.CREATE, Chapter.CHANGE)
            .flatMap(chapter -> new PlatformItems(Kinds.all()).compile(platform(chapter)).stream())
            .map(item -> item.type().name())
            .collect(Collectors.toSet());
    return new Kinds(
        Kinds.all().list().stream().filter(kind -> wanted.contains(kind.type().name())).toList());
  }

  private void reference() {
    EngineLife life = started();
    for (Chapter chapter : Chapter.values()) {
      long mark = aws.mark();
      life.converge(platform(chapter));
      writes.put(chapter, writes(mark));
      references.put(chapter, census(life));
    }
  }

  /**
   * One life with a death after so many writes of each chapter that has them; how often it died.
   */
  private int live(int write, Point point) {
    EngineLife life = started();
    int died = 0;
    for (Chapter chapter : Chapter.values()) {
      long mark = aws.mark();
      if (write <= writes.get(chapter)) {
        life = killed(life, chapter, write, point);
        died++;
      }
      life.converge(platform(chapter));
      assertThat(census(life))
          .as("%s after death at write %d, %s: %s", chapter, write, point, told(mark))
          .isEqualTo(references.get(chapter));
    }
    return died;
  }

  /** After its last write it reaches AWS no more, and what it has in mind is lost. */
  private EngineLife killed(EngineLife life, Chapter chapter, int write, Point point) {
    long mark = aws.mark();
    if (point == Point.LOST) {
      aws.inject(AwsFault.lostResponse(".*", WRITES).after(write - 1).times(1));
      aws.inject(AwsFault.unreachable(".*", WRITES).after(write - 1));
    } else {
      aws.inject(AwsFault.unreachable(".*", WRITES).after(write));
    }
    for (int i = 0; i < MOST_PASSES && writes(mark) < write; i++) {
      life.pass(platform(chapter));
      life.rest(Duration.ofSeconds(5));
    }
    assertThat(writes(mark)).isEqualTo(write);
    aws.clearFaults();
    return life.reborn();
  }

  /** How many writes AWS carried out since a mark. */
  private long writes(long mark) {
    return aws.requests(mark).stream()
        .filter(request -> !request.reads() && request.status() != 0)
        .count();
  }

  private List<String> told(long mark) {
    return aws.requests(mark).stream()
        .filter(request -> !request.reads())
        .map(r -> "%s %d %s".formatted(r.operation(), r.status(), r.error()).strip())
        .toList();
  }

  private static Census census(EngineLife life) {
    EngineLife fresh = life.reborn();
    Platform platform = platform(Chapter.CREATE);
    Stream<FoundItem> found =
        fresh.world(platform).of(new ItemOwner(platform.owner())).map(Map.Entry::getValue);
    return Census.of(fresh.accounts.of("default", EngineLife.REGION), found);
  }
}
