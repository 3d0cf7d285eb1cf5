package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.resource.WantedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** So many platforms of the RevCart sample in one account, none of which changes any more. */
final class RestingFleet {
  static final int MINUTES = 60;

  /** How often somebody looks who looks at each item by itself. */
  private static final int NAIVE_MINUTES = 5;

  private static final int MOST_ROUNDS = 60;
  private static final Path SAMPLE = Path.of("..", "..", "samples", "revcart.yaml");

  private final AwsEmulator aws;
  private final EngineLife engine;
  private List<Platform> platforms;

  private RestingFleet(AwsEmulator aws, EngineLife engine, List<Platform> platforms) {
    this.aws = aws;
    this.engine = engine;
    this.platforms = platforms;
  }

  /** Makes them all, in an account that is emptied before. */
  static RestingFleet of(int size, AwsEmulator aws) throws IOException {
    aws.reset();
    aws.delay("default", Duration.ZERO);
    EngineLife engine = new EngineLife(aws, new HandClock(), Kinds.all());
    engine.layNetwork();
    engine.layZone();
    List<Platform> platforms = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      platforms.add(EngineLife.platform(name(i), spec(i)));
    }
    RestingFleet fleet = new RestingFleet(aws, engine, platforms);
    fleet.settle();
    fleet.know();
    fleet.settle();
    return fleet;
  }

  private static String name(int number) {
    return "rev%03d".formatted(number);
  }

  /** Every name in AWS that the sample gives has its own name in it. */
  private static String spec(int number) throws IOException {
    String text = Files.readString(SAMPLE);
    return text.substring(text.indexOf("\nspec:\n") + "\nspec:\n".length())
        .replace("RevCart", name(number))
        .replace("revcart", name(number));
  }

  /** What waits for what is there of them is made now. */
  private void know() throws IOException {
    List<Platform> knowing = new ArrayList<>();
    for (int i = 0; i < platforms.size(); i++) {
      knowing.add(engine.again(platforms.get(i), spec(i)));
    }
    platforms = knowing;
  }

  private void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int done = engine.pass(platforms);
      engine.rest(Duration.ofSeconds(20));
      if (done == 0 && platforms.stream().allMatch(this::isReady)) {
        return;
      }
    }
    throw new AssertionError("not settled: " + unready());
  }

  private boolean isReady(Platform platform) {
    return engine.verdicts(platform).stream().allMatch(ItemVerdict::isReady);
  }

  private List<String> unready() {
    return platforms.stream()
        .flatMap(platform -> engine.verdicts(platform).stream())
        .filter(verdict -> !verdict.isReady())
        .map(verdict -> verdict.item().ref().id() + " " + verdict.message())
        .limit(20)
        .toList();
  }

  /** An hour in which nothing happens: each look that is due once an hour is in it once. */
  Rest rest() {
    engine.rest(Duration.ofHours(2));
    engine.pass(platforms);
    long mark = aws.mark();
    for (int minute = 0; minute < MINUTES; minute++) {
      engine.rest(Duration.ofMinutes(1));
      engine.look();
    }
    List<AwsRequest> calls = calls(mark);
    int done = engine.pass(platforms);
    return new Rest(
        platforms.size(), count(kind -> true), count(AwsKind::isReadInBulk), done, calls);
  }

  private int count(Predicate<AwsKind<?>> which) {
    return (int)
        platforms.stream()
            .flatMap(platform -> engine.wanted(platform).stream())
            .map(WantedItem::type)
            .filter(type -> which.test(Kinds.all().of(type.name())))
            .count();
  }

  private List<AwsRequest> calls(long mark) {
    return aws.requests(mark);
  }

  /**
   * What an hour cost.
   *
   * @param items how many all platforms have
   * @param inBulk how many of these are of types that a list shows whole
   * @param done what was changed, of which there is nothing to expect
   * @param calls that were made
   */
  record Rest(int platforms, int items, int inBulk, int done, List<AwsRequest> calls) {
    Map<String, Long> byService() {
      return calls.stream()
          .collect(Collectors.groupingBy(AwsRequest::service, TreeMap::new, Collectors.counting()));
    }

    /** Calls that types make which a list shows whole, and the index of tags. */
    long callsInBulk() {
      return calls.stream().map(AwsRightsApiTest::action).filter(Rest::isInBulk).count();
    }

    private static boolean isInBulk(String action) {
      return action.startsWith("tag:")
          || Kinds.all().list().stream()
              .filter(AwsKind::isReadInBulk)
              .anyMatch(kind -> kind.actions().contains(action));
    }

    /** By item and minute. */
    double rate() {
      return rate(calls.size(), items);
    }

    double rateInBulk() {
      return rate(callsInBulk(), inBulk);
    }

    /** Of somebody who describes each item by one call every five minutes. */
    static double naiveRate() {
      return 1.0 / NAIVE_MINUTES;
    }

    long naiveCalls() {
      return (long) items * MINUTES / NAIVE_MINUTES;
    }

    private static double rate(long calls, int items) {
      return (double) calls / items / MINUTES;
    }
  }
}
