package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures, and judges nothing; run by scripts/bench.sh only, as its name is that of no test. */
@LocalPlane
class PlatformBench {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Duration QUIET = Duration.ofSeconds(4);
  // twice the interval in which the collector looks whether it can give memory back
  private static final Duration IDLE = Duration.ofSeconds(42);
  private static final Duration WRITING_A_CACHE = Duration.ofSeconds(120);
  private static final int SEVERAL = 10;
  private static final int MORE = 5;
  private static final long PASSES = 10_000;
  private static final int FIRST_JDK_WITH_A_CACHE = 25;

  private final PerformancePage page = new PerformancePage();
  private KubernetesClient admin;
  private AuditLog audit;
  private Kubeconfig account;
  private String prefix;
  private String cacheFlag = "";

  @BeforeEach
  void install(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AuditLog auditLog)
      throws IOException {
    admin = client;
    audit = auditLog;
    prefix = own.name();
    account = OperatorInstall.into(client, kubeconfig);
  }

  @Test
  void measures(@TempDir Path folder) throws IOException {
    long[] hello = Machine.hello(folder);
    page.row("JVM that says hello", "start", hello[0] + " ms", "");
    page.row("JVM that says hello", "resident memory", hello[1] + " MiB", "");
    cacheFlag = trained(folder);
    List<Integer> sizes =
        "long".equals(System.getenv("BENCH")) ? List.of(1, SEVERAL, 50) : List.of(1, SEVERAL);
    makeRoom(sizes.getLast());
    for (int size : sizes) {
      create(size);
      if (size == 1) {
        start();
      }
      page.write(); // what was measured is kept when a larger number is too many
    }
  }

  /** A node holds 234 pods, fifteen platforms; those of the bare client are as many. */
  private void makeRoom(int platforms) {
    Node first = admin.nodes().withName("node-0").get();
    int there = admin.nodes().list().getItems().size();
    for (int i = there; i < there + platforms / 5; i++) {
      String name = "node-" + i;
      String cidr = "10.244.%d.0/24".formatted(i);
      admin
          .resource(
              new NodeBuilder(first)
                  .editMetadata()
                  .withName(name)
                  .withUid(null)
                  .withResourceVersion(null)
                  .addToLabels("kubernetes.io/hostname", name)
                  .endMetadata()
                  .editSpec()
                  .withProviderID(first.getSpec().getProviderID() + i)
                  .withPodCIDR(cidr)
                  .withPodCIDRs(cidr)
                  .endSpec()
                  .build())
          .create();
    }
  }

  /** The controllers of the plane, which start all these pods, have a single processor. */
  private static void awaitReady(List<PlatformUnderTest> shops) {
    Duration patience = Duration.ofSeconds(120).plus(Duration.ofSeconds(20L * shops.size()));
    Await.until(
        shops.size() + " platforms Ready",
        patience,
        () -> shops.stream().allMatch(shop -> shop.is(Phase.Ready)),
        () -> shops.stream().filter(shop -> shop.is(Phase.Ready)).count() + " are Ready");
  }

  private void create(int size) throws IOException {
    List<String> namespaces = namespaces("op", size);
    List<String> later = size == 1 ? namespaces("later", MORE) : List.of();
    List<String> all = Stream.concat(namespaces.stream(), later.stream()).toList();
    String what = size == 1 ? "1 platform" : size + " platforms";
    try (OperatorProcess operator = OperatorProcess.startAsShipped(account, serving(all))) {
      Counters before = Counters.now(admin);
      long mark = audit.mark();
      Instant begin = Instant.now();
      List<PlatformUnderTest> shops =
          namespaces.stream()
              .map(n -> PlatformUnderTest.create(admin, n, PlatformUnderTest.MINIMAL))
              .toList();
      awaitReady(shops);
      long applies = Counters.now(admin).since(before, "APPLY");
      List<Request> sent = sent(mark);
      Instant last = lastCreation(sent);
      long millis = Duration.between(begin, last).toMillis();
      List<Request> creating = sent.stream().filter(r -> !r.at().isAfter(last)).toList();
      quiet();
      Await.pause(IDLE);
      long memory = Machine.residentMiB(operator.pid());
      compare(what, namespaces, millis, creating, applies);
      page.row(
          what, "idle resident memory", memory + " MiB", size == 1 ? "< 200" : "< 400 with 50");
      if (size == 1) {
        change(shops.getFirst());
        createMore(later);
      } else if (size == SEVERAL) {
        slope(operator, shops);
      }
    }
  }

  /** One platform after the other, as they come in the life of an operator that is at work. */
  private void createMore(List<String> namespaces) {
    BareClient bare = null;
    List<long[]> times = new ArrayList<>();
    for (int i = 0; i < namespaces.size(); i++) {
      long mark = audit.mark();
      Instant begin = Instant.now();
      PlatformUnderTest shop =
          PlatformUnderTest.create(admin, namespaces.get(i), PlatformUnderTest.MINIMAL);
      shop.awaitPhase(Phase.Ready);
      long millis = Duration.between(begin, lastCreation(sent(mark))).toMillis();
      quiet();
      bare = bare == null ? BareClient.like(admin, namespaces.getFirst()) : bare;
      times.add(new long[] {millis, timed(bare, namespaces("bare-later-" + i, 1))});
    }
    times.sort(Comparator.comparingDouble(both -> (double) both[0] / both[1]));
    long[] median = times.get(times.size() / 2);
    String what = "1 platform more, %d times one after the other".formatted(times.size());
    page.row(what, "last object created after, median", median[0] + " ms", "");
    page.row(what, "the bare client in the same round", median[1] + " ms", "");
    page.row(what, "ratio, median", "%.1f".formatted((double) median[0] / median[1]), "<= 1.5");
  }

  private static Instant lastCreation(List<Request> sent) {
    return sent.stream()
        .filter(r -> r.code() == 201 && !isEvent(r))
        .map(Request::at)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static long timed(BareClient bare, List<String> namespaces) {
    Instant begin = Instant.now();
    bare.apply(namespaces);
    return Duration.between(begin, Instant.now()).toMillis();
  }

  private void compare(
      String what, List<String> namespaces, long millis, List<Request> creating, long applies) {
    BareClient bare = BareClient.like(admin, namespaces.getFirst());
    long bareMillis = timed(bare, namespaces("bare", namespaces.size()));
    double ratio = (double) millis / bareMillis;
    page.row(what, "objects", "" + bare.objects().size() * namespaces.size(), "");
    page.row(what, "last object created after", millis + " ms", "");
    page.row(what, "the bare client", bareMillis + " ms", "");
    page.row(what, "ratio", "%.1f".formatted(ratio), "<= 1.5");
    page.row(what, "requests until then, events apart", text(creating), "N + 4 per platform");
    page.row(what, "APPLY by the API server's counter", "" + applies, "");
  }

  private void change(PlatformUnderTest shop) {
    long mark = audit.mark();
    shop.patch("{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}");
    Await.pause(QUIET);
    page.row("1 platform", "requests of a pass with no change", "" + sent(mark).size(), "0");
    shop.patch("{\"spec\": {\"services\": [{\"name\": \"web\"}]}}");
    shop.awaitPhase(Phase.Ready);
    quiet();
    mark = audit.mark();
    shop.patch(
        "{\"spec\": {\"services\": [{\"name\": \"web\", \"image\":"
            + " {\"repository\": \"example.com/web\", \"tag\": \"2\"}}]}}");
    Await.pause(QUIET);
    shop.awaitPhase(Phase.Ready);
    quiet();
    List<Request> requests = sent(mark).stream().filter(r -> !isEvent(r)).toList();
    Set<String> objects =
        requests.stream()
            .filter(r -> !r.resource().equals("ecommerceplatforms"))
            .map(r -> r.resource() + "/" + r.name())
            .collect(Collectors.toSet());
    page.row("one image changed", "objects changed", objects.size() + " " + objects, "");
    page.row("one image changed", "requests", text(requests), "objects + 2");
  }

  private void slope(OperatorProcess operator, List<PlatformUnderTest> shops) throws IOException {
    AtomicInteger round = new AtomicInteger();
    Runnable provokes =
        () -> {
          String touch =
              "{\"metadata\": {\"annotations\": {\"example.com/touched\": \"round-%d\"}}}"
                  .formatted(round.incrementAndGet());
          shops.forEach(shop -> shop.patch(touch));
        };
    HeapSlope heap = new HeapSlope(operator, provokes).over(PASSES);
    String what = "%d passes that change nothing".formatted(heap.measured());
    page.row(what, "heap after a full collection", heap.heap(), "");
    page.row(what, "slope", "%.0f bytes a pass".formatted(heap.bytesPerPass()), "0");
  }

  private void start() {
    String namespace = prefix + "-op-1-0";
    Map<String, String> plain = Map.of("ECP_NAMESPACES", namespace);
    page.row("operator", "start to first pass", firstPass(plain) + " ms", "");
    if (!cacheFlag.isEmpty()) {
      long millis = firstPass(serving(List.of(namespace)));
      page.row("operator with AOT cache", "start to first pass", millis + " ms", "< 2000 ms");
    }
  }

  /** The flag for a cache as the image has one: of a run that made a platform; empty without. */
  private String trained(Path folder) {
    if (Runtime.version().feature() < FIRST_JDK_WITH_A_CACHE) {
      return "";
    }
    Path cache = folder.resolve("operator.aot");
    List<String> namespace = namespaces("training", 1);
    Map<String, String> settings =
        with(Map.of("ECP_NAMESPACES", namespace.getFirst()), "-XX:AOTCacheOutput=" + cache);
    OperatorProcess training = OperatorProcess.startAsShipped(account, settings);
    PlatformUnderTest.create(admin, namespace.getFirst(), PlatformUnderTest.MINIMAL)
        .awaitPhase(Phase.Ready);
    training.stop(WRITING_A_CACHE);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no cache was written: " + training.log());
    }
    return "-XX:AOTCache=" + cache;
  }

  /** As seen from outside, looking every 100 to 150 ms. */
  private long firstPass(Map<String, String> settings) {
    long begin = System.nanoTime();
    OperatorProcess operator = OperatorProcess.startAsShipped(account, settings);
    try {
      Await.until("a pass", () -> hasPassed(operator), operator::log);
      return (System.nanoTime() - begin) / 1_000_000;
    } finally {
      operator.stop();
    }
  }

  private static boolean hasPassed(OperatorProcess operator) {
    return operator
        .get("/metrics")
        .lines()
        .anyMatch(l -> l.startsWith("ecp_pass_seconds_count") && !l.endsWith(" 0.0"));
  }

  private static Map<String, String> with(Map<String, String> settings, String flag) {
    return Map.of("JAVA_TOOL_OPTIONS", flag, "ECP_NAMESPACES", settings.get("ECP_NAMESPACES"));
  }

  private Map<String, String> serving(List<String> namespaces) {
    Map<String, String> settings = Map.of("ECP_NAMESPACES", String.join(",", namespaces));
    return cacheFlag.isEmpty() ? settings : with(settings, cacheFlag);
  }

  private List<String> namespaces(String kind, int size) {
    List<String> names =
        IntStream.range(0, size)
            .mapToObj(i -> "%s-%s-%d-%d".formatted(prefix, kind, size, i))
            .toList();
    names.forEach(
        n ->
            admin
                .resource(
                    new NamespaceBuilder().withNewMetadata().withName(n).endMetadata().build())
                .create());
    return names;
  }

  private void quiet() {
    Await.until(
        "at rest",
        () -> {
          long mark = audit.mark();
          Await.pause(QUIET);
          return sent(mark).isEmpty();
        },
        () -> "requests all the time");
  }

  /** What the operator asked since a mark, without watches and the election. */
  private List<Request> sent(long mark) {
    return audit.since(mark, ACCOUNT).stream()
        .filter(r -> !r.verb().equals("watch") && !r.resource().equals("leases"))
        .filter(r -> !r.resource().isEmpty())
        .toList();
  }

  private static boolean isEvent(Request request) {
    return request.resource().equals("events");
  }

  private static String text(List<Request> requests) {
    Map<String, Long> byVerb =
        requests.stream()
            .filter(r -> !isEvent(r))
            .collect(Collectors.groupingBy(Request::verb, Collectors.counting()));
    return byVerb.values().stream().mapToLong(n -> n).sum() + " " + byVerb;
  }
}
