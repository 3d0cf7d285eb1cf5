package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.e2e.SmallPlatform.Chapter;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every write of a small platform's life, interrupted on the real API server: the next operator
 * ends with the same objects and with no others. In short form each write meets one of the three
 * points; {@code -Dchaos=long} gives it all three.
 */
@LocalPlane
class KillPointApiTest {
  private static final boolean LONG = "long".equals(System.getProperty("chaos"));
  private static final int LANES = 4;

  private final List<String> namespaces = new ArrayList<>();
  private KubernetesClient admin;

  @Test
  void everyInterruptionEndsInTheSameObjects(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException, InterruptedException, ExecutionException {
    admin = client;
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        String namespace = own.name() + "-" + lane;
        int first = lane + 1;
        namespaces.add(namespace);
        runs.add(lanes.submit(() -> run(SmallPlatform.in(namespace, client, account), first)));
      }
      int happened = 0;
      for (Future<Integer> run : runs) {
        happened += run.get();
      }
      // a creation alone sends a dozen objects, the finalizer, the intent and the first status
      assertThat(happened).isGreaterThan(LONG ? 60 : 20);
    }
  }

  @AfterEach
  void clean() {
    namespaces.forEach(n -> admin.namespaces().withName(n).delete());
  }

  /** Lives with the interruption at every so many-th write; the other lanes take those between. */
  private static int run(SmallPlatform platform, int first) {
    assertThat(platform.objects()).isBetween(9, 16);
    int happened = 0;
    int most =
        IntStream.of(platform.writes(Chapter.CREATE), platform.writes(Chapter.DELETE))
            .max()
            .orElse(0);
    for (int write = first; write <= most; write += LANES) {
      for (Death.Point point : points(write)) {
        happened += live(platform, write, point);
      }
    }
    return happened;
  }

  private static List<Death.Point> points(int write) {
    List<Death.Point> all = List.of(Death.Point.values());
    return LONG ? all : List.of(all.get(write % all.size()));
  }

  private static int live(SmallPlatform platform, int write, Death.Point point) {
    int happened = 0;
    for (Chapter chapter : Chapter.values()) {
      boolean frame = chapter == Chapter.CREATE || chapter == Chapter.DELETE;
      if (frame || write <= platform.writes(chapter)) {
        happened += platform.interrupted(chapter, new Death(write, point)) ? 1 : 0;
      }
    }
    return happened;
  }
}
