package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyListEntry;

/** Keys have no names: only care keeps an operator from making two, and from losing one. */
@LocalAws
class KmsKeyApiTest {
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(25);

  private final HandClock clock = new HandClock();
  private final Platform shop = ContractRow.platform("encryption");
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  /** Names of buckets are taken in all accounts. */
  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void oneIsMadeOnlyAfterALookThatShowsWhatAnOperatorBeforeMade() {
    engine.pass(shop);
    engine.rest(Duration.ofSeconds(8));
    engine.pass(shop);
    assertThat(keys()).isEmpty();

    engine.rest(Duration.ofSeconds(3)); // and not only at the next regular look
    engine.pass(shop);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void aLostAnswerMakesNoSecondOne(AwsEmulator aws) {
    engine.rest(Duration.ofSeconds(20));
    aws.inject(AwsFault.lostResponse("kms", "CreateKey").times(1));
    engine.converge(shop);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void aLostAnswerMakesNoSecondOneWhileAListIsLate(AwsEmulator aws) {
    engine.rest(Duration.ofSeconds(20));
    aws.inject(AwsFault.error("kms", "ListKeys", "ThrottlingException", 400).after(1).times(3));
    aws.inject(AwsFault.lostResponse("kms", "CreateKey").times(1));
    engine.pass(shop);
    engine.rest(Duration.ofSeconds(2));
    engine.pass(shop);
    engine.rest(AFTER_A_FAILURE);
    engine.converge(shop);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void aDeathRightAfterItWasMadeMakesNoSecondOne(AwsEmulator aws) {
    engine.rest(Duration.ofSeconds(20));
    aws.inject(AwsFault.unreachable("kms", "EnableKeyRotation").times(3));
    engine.pass(shop);
    assertThat(keys()).hasSize(1);

    engine.reborn().converge(shop);
    assertThat(keys()).hasSize(1);
    assertThat(kms().getKeyRotationStatus(r -> r.keyId(keys().getFirst())).keyRotationEnabled())
        .isTrue();
  }

  @Test
  void oneThatIsToBeDeletedIsCalledBack() {
    engine.converge(shop);
    Platform nothing = ContractRow.platform("nothing");
    for (int i = 0; i < 12; i++) {
      engine.pass(nothing);
      engine.rest(Duration.ofMinutes(5));
    }
    String key = keys().getFirst();
    assertThat(kms().describeKey(r -> r.keyId(key)).keyMetadata().deletionDate()).isNotNull();

    List<Action> done = engine.reborn().converge(shop);
    assertThat(done)
        .filteredOn(action -> action.ref().kind().equals("kms.Key"))
        .extracting(Action::operation)
        .containsExactly(Operation.UPDATE);
    assertThat(keys()).containsExactly(key);
    assertThat(kms().describeKey(r -> r.keyId(key)).keyMetadata().enabled()).isTrue();
  }

  @Test
  void oneThatStaysIsTakenOverAgain() {
    Platform kept = ContractRow.platform("encryption-changed");
    engine.converge(kept);
    List<String> before = keys();
    Platform nothing = ContractRow.platform("nothing");
    for (int i = 0; i < 12; i++) {
      engine.pass(nothing);
      engine.rest(Duration.ofMinutes(5));
    }
    engine.reborn().converge(kept);
    assertThat(keys()).isEqualTo(before).hasSize(1);
  }

  /** Ids of the keys of the account, without those that AWS makes for itself. */
  private List<String> keys() {
    Stream<String> all = kms().listKeysPaginator().keys().stream().map(KeyListEntry::keyId);
    return all.filter(id -> !kms().listResourceTags(r -> r.keyId(id)).tags().isEmpty()).toList();
  }

  private KmsClient kms() {
    Clients clients = engine.accounts.of("default", EngineLife.REGION);
    return clients.of(KmsClient.class, KmsClient::builder);
  }
}
