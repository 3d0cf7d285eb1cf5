package io.ecommerceplatform.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshingTest {
  private static final Instant NOON = Instant.parse("2026-01-07T12:00:00Z");
  private static final Plan NOTHING = Plan.of(List.of());
  private static final Action QUEUE =
      new Action(
          Operation.UPDATE,
          new ObjectRef(ObjectRef.AWS, "sqs.Queue", "us-east-1", "billing"),
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(
              new FieldChange(
                  "visibilityTimeout", IntNode.valueOf(9), IntNode.valueOf(30), false, false)),
          "");
  private static final Action SERVICE =
      new Action(
          Operation.CREATE,
          new ObjectRef("v1", "Service", "shop", "order"),
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          "");

  private final Refreshing begun = Refreshing.begun(new Refresh("word", "me"), NOON);

  @Test
  void endsWhenAPassWentByLooksThatAllBeganAfterTheWish() {
    Refreshing passed = begun.looked(looked(NOON.minusSeconds(1))).after(NOTHING, done());
    assertThat(passed.isDone()).isFalse();
    assertThat(passed.looked(looked(NOON)).isDone()).isTrue();
    assertThat(begun.looked(looked(NOON)).isDone()).as("no pass went by the cluster").isFalse();
  }

  @Test
  void tellsThatNothingHadDrifted() {
    assertThat(told(begun.looked(looked(NOON)).after(NOTHING, done()), Mode.Apply))
        .isEqualTo("nothing had drifted");
  }

  @Test
  void tellsWhatWasPutRightInAnyPassSince() {
    Refreshing two =
        begun
            .after(Plan.of(List.of(SERVICE)), done(SERVICE))
            .after(Plan.of(List.of(QUEUE)), done(QUEUE))
            .after(NOTHING, done());
    assertThat(told(two, Mode.Apply))
        .isEqualTo(
            "brought in line Service/order (missing), sqs.Queue/billing (visibilityTimeout)");
  }

  @Test
  void tellsWhatStaysAsItIsAndWhy() {
    Plan both = Plan.of(List.of(SERVICE, QUEUE));
    assertThat(told(begun.after(both, done()), Mode.Observe))
        .startsWith("not brought in line, the mode is Observe: Service/order (missing), sqs");
    assertThat(told(begun.after(both, done(QUEUE)), Mode.Apply))
        .isEqualTo(
            "brought in line sqs.Queue/billing (visibilityTimeout); not Service/order (missing), see the status for what it waits for");
  }

  @Test
  void aLookThatFailsEndsItAndIsTold() {
    ItemFailure why = new ItemFailure(FailureKind.DENIED, "AccessDenied", "may not", NOON);
    ItemWorld world =
        new ItemWorld(
            Map.of("sqs.Queue@us-east-1", new Scan(Instant.EPOCH, List.of(), Optional.of(why))),
            Map.of(),
            Optional.empty(),
            Instant.EPOCH,
            NOON);
    Refreshing passed = begun.looked(world).after(NOTHING, done());
    assertThat(passed.isDone()).isTrue();
    assertThat(told(passed, Mode.Apply))
        .isEqualTo("nothing had drifted; could not be read: sqs.Queue@us-east-1");
  }

  private static ItemWorld looked(Instant at) {
    return new ItemWorld(
        Map.of("sqs.Queue@us-east-1", new Scan(at, List.of(), Optional.empty())),
        Map.of(),
        Optional.empty(),
        Instant.EPOCH,
        NOON);
  }

  private static Outcome done(Action... actions) {
    return new Outcome(List.of(actions), List.of());
  }

  private static String told(Refreshing refreshing, Mode mode) {
    return refreshing.told(mode, NOON).result();
  }
}
