package io.ecommerceplatform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.operator.report.NextLook;
import io.ecommerceplatform.operator.report.NextLook.Pass;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextLookTest {
  private static final Pass FAILED = new Pass(true, true, false, true, Optional.empty());

  private final NextLook nextLook = new NextLook();
  private final ECommercePlatform shop = platform("u1");

  @Test
  void failuresAreRetriedForEverUpToAMinuteApart() {
    List<Long> seconds =
        Stream.generate(() -> nextLook.after(shop, FAILED).orElseThrow().toSeconds())
            .limit(20)
            .toList();

    assertThat(seconds).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L).endsWith(60L, 60L, 60L);
  }

  @Test
  void aPassWithoutFailureStartsTheCountAnew() {
    nextLook.after(shop, FAILED);
    nextLook.after(shop, FAILED);
    nextLook.after(shop, Pass.idle());

    assertThat(nextLook.after(shop, FAILED)).contains(Duration.ofSeconds(1));
  }

  @Test
  void platformsDoNotShareTheirFailures() {
    nextLook.after(shop, FAILED);

    assertThat(nextLook.after(platform("u2"), FAILED)).contains(Duration.ofSeconds(1));
  }

  @Test
  void nothingIsKeptOfAPlatformThatIsGone() {
    nextLook.after(shop, FAILED);
    nextLook.after(shop, FAILED);
    nextLook.forget("u1");

    assertThat(nextLook.after(shop, FAILED)).contains(Duration.ofSeconds(1));
  }

  @Test
  void whatWaitsIsLookedAtAndWhatIsReadyIsLeftAlone() {
    assertThat(nextLook.after(shop, waiting(Optional.empty()))).isPresent();
    assertThat(nextLook.after(shop, Pass.again()).orElseThrow()).isLessThan(Duration.ofSeconds(1));
    assertThat(nextLook.after(shop, Pass.idle())).isEmpty();
  }

  @Test
  void theNextEdgeOfAScheduleIsWaitedFor() {
    Optional<Duration> edge = Optional.of(Duration.ofSeconds(5));
    Pass ready = new Pass(false, false, false, false, edge);
    Pass unfinished = new Pass(false, true, false, false, edge);
    assertThat(nextLook.after(shop, ready)).isEqualTo(edge);
    assertThat(nextLook.after(shop, waiting(edge))).isEqualTo(edge);
    assertThat(nextLook.after(shop, unfinished).orElseThrow()).isLessThan(Duration.ofSeconds(1));
  }

  private static Pass waiting(Optional<Duration> edge) {
    return new Pass(false, false, false, true, edge);
  }

  private static ECommercePlatform platform(String uid) {
    ECommercePlatform platform = new ECommercePlatform();
    platform.setMetadata(new ObjectMetaBuilder().withName("shop").withUid(uid).build());
    return platform;
  }

  @Test
  void aStoredDecisionIsActedOnAtOnce() {
    assertThat(nextLook.after(shop, Pass.decided()).orElseThrow())
        .isLessThan(Duration.ofMillis(10));
  }
}
