package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.FailureKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done about what AWS refused, or took and did nothing about. */
class ItemAttemptsTest extends ItemWorldFixture {
  @Test
  void aChangeWithoutEffectIsNotRepeatedForEver() {
    want(QUEUE, Map.of("delay", 5));
    exists(Map.of("delay", 6));
    attempt(NOW.minusSeconds(90), Optional.empty(), 2);
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
    attempt(NOW.minusSeconds(90), Optional.empty(), 3);
    assertThat(verdict().reason()).isEqualTo(Reason.NotConverging);
    assertThat(verdict().message()).contains("delay");
    assertThat(diff().actions()).isEmpty();

    attempt(NOW.minusSeconds(3601), Optional.empty(), 3);
    assertThat(action().operation()).isEqualTo(Operation.UPDATE);
  }

  @Test
  void aNameThatSomebodyElseHasIsToldAndTriedAgainEveryHour() {
    want(QUEUE, Map.of("delay", 5));
    attempt(NOW.minusSeconds(90), Optional.empty(), 7);
    assertThat(action().operation()).isEqualTo(Operation.CREATE);

    attempt(NOW.minusSeconds(90), Optional.empty(), 8);
    assertThat(verdict().reason()).isEqualTo(Reason.Conflict);
    assertThat(verdict().message()).contains("another account has the name");
    assertThat(diff().actions()).isEmpty();

    attempt(NOW.minusSeconds(3601), Optional.empty(), 8);
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
}
