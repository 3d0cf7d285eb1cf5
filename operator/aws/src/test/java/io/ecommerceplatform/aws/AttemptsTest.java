package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.Attempts.Effect;
import io.ecommerceplatform.resource.Attempt;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Owner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final ObjectRef MEDIA =
      new ObjectRef(ObjectRef.AWS, "s3.Bucket", "us-east-1", "media");

  private final Attempts attempts = new Attempts(InstantSource.fixed(NOW));

  @Test
  void whatIsThereAlreadyIsCounted() {
    assertThat(record(Effect.EXISTED)).isEqualTo(1);
    assertThat(record(Effect.EXISTED)).isEqualTo(2);
  }

  @Test
  void whatThisProcessMadeIsOursHoweverLateItsTagsAre() {
    assertThat(record(Effect.MADE)).isZero();
    assertThat(record(Effect.EXISTED)).isZero();
    assertThat(record(Effect.EXISTED)).isZero();
  }

  @Test
  void aLostAnswerProvesNothing() {
    ItemFailure lost = new ItemFailure(FailureKind.TRANSIENT, "", "no answer", NOW);
    attempts.record(OWNER, MEDIA, "w", Effect.MADE, NOW, Optional.of(lost));
    assertThat(record(Effect.EXISTED)).isEqualTo(1);
  }

  @Test
  void aChangeInVainIsCountedAlsoOfWhatWasJustMade() {
    record(Effect.MADE);
    assertThat(record(Effect.CHANGED)).isEqualTo(1);
    assertThat(record(Effect.CHANGED)).isEqualTo(2);
  }

  @Test
  void aRetryForgetsWhatHadNoEffect() {
    record(Effect.EXISTED);
    attempts.retry(OWNER);
    assertThat(attempts.of(OWNER)).isEmpty();
  }

  private int record(Effect effect) {
    attempts.record(OWNER, MEDIA, "w", effect, NOW, Optional.empty());
    Attempt last = attempts.of(OWNER).get(MEDIA);
    return last.repeated();
  }
}
