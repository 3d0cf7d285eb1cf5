package io.ecommerceplatform.localplane.aws;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One account of the AWS emulator. Accounts share nothing: neither resources nor faults nor the
 * clock, so tests with accounts of their own can run side by side.
 */
public final class AwsEmulator {
  private final ControlApi api;
  private final String account;
  private final Supplier<String> freshAccounts;

  /**
   * @param freshAccounts gives numbers of accounts that nobody uses yet
   */
  public AwsEmulator(URI endpoint, Supplier<String> freshAccounts) {
    this(ControlApi.of(endpoint), freshAccounts.get(), freshAccounts);
  }

  private AwsEmulator(ControlApi api, String account, Supplier<String> freshAccounts) {
    this.api = api;
    this.account = account;
    this.freshAccounts = freshAccounts;
  }

  public URI endpoint() {
    return api.endpoint();
  }

  /** The number of the account, which is its access key, too. */
  public String account() {
    return account;
  }

  public String accessKeyId() {
    return account;
  }

  /** Not checked by the emulator. */
  public String secretAccessKey() {
    return "local";
  }

  /** What a process needs in its environment to use this account. */
  public Map<String, String> environment(String region) {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint().toString(),
        "AWS_REGION",
        region,
        "AWS_DEFAULT_REGION",
        region,
        "AWS_ACCESS_KEY_ID",
        accessKeyId(),
        "AWS_SECRET_ACCESS_KEY",
        secretAccessKey(),
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }

  /** One more account of the same emulator. */
  public AwsEmulator otherAccount() {
    return new AwsEmulator(api, freshAccounts.get(), freshAccounts);
  }

  /**
   * Resources, faults, requests and settings of this account are gone; its clock is right again.
   */
  public void reset() {
    api.post(mine("reset"), Map.of());
  }

  /** The present end of the list of requests: a place to read on from. */
  public long mark() {
    return api.get("mark", new TypeReference<Map<String, Long>>() {}).get("mark");
  }

  /** Requests of this account after a mark, in the order of their answers. */
  public List<AwsRequest> requests(long mark) {
    return api.get(
        "requests?account=%s&since=%d".formatted(account, mark),
        new TypeReference<List<AwsRequest>>() {});
  }

  /** The number of requests of this account by {@code service:operation:region}. */
  public Map<String, Long> counters() {
    return api
        .get("counters?account=" + account, new TypeReference<List<Map<String, Object>>>() {})
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.get("service") + ":" + row.get("operation") + ":" + row.get("region"),
                row -> ((Number) row.get("count")).longValue()));
  }

  /** Calls of this account that the emulator lacks, as {@code service:operation}. */
  public List<String> unimplemented() {
    return api
        .get("unimplemented?account=" + account, new TypeReference<List<Map<String, Object>>>() {})
        .stream()
        .map(row -> row.get("service") + ":" + row.get("operation"))
        .toList();
  }

  public void inject(AwsFault fault) {
    api.post(mine("faults"), fault);
  }

  public void clearFaults() {
    api.delete(mine("faults"));
  }

  /** Lets time pass for this account: what takes seconds is done at once. */
  public void advance(Duration time) {
    api.post(mine("clock"), Map.of("advanceSeconds", seconds(time)));
  }

  /**
   * How long something takes from now on.
   *
   * @param what from the widest to the narrowest: {@code default}, {@code rds}, {@code
   *     rds:DBInstance}, {@code rds:DBInstance:create} (or {@code modify}, {@code delete})
   */
  public void delay(String what, Duration time) {
    api.post(mine("delays"), Map.of(what, seconds(time)));
  }

  /**
   * Eventual consistency.
   *
   * @param notFound how long what was just made is not found and not listed
   * @param tagIndex how long a change of tags is not in the index of the tagging API
   */
  public void lag(Duration notFound, Duration tagIndex) {
    api.post(
        mine("consistency"),
        Map.of("notFoundSeconds", seconds(notFound), "tagIndexSeconds", seconds(tagIndex)));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private String mine(String what) {
    return "accounts/" + account + "/" + what;
  }
}
