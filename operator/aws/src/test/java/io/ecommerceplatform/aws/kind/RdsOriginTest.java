package io.ecommerceplatform.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.aws.kind.RdsOrigin.Wanted;
import io.ecommerceplatform.model.AwsRestore;
import io.ecommerceplatform.model.AwsRestore.Form;
import io.ecommerceplatform.resource.FailureKind;
import org.junit.jupiter.api.Test;

class RdsOriginTest {
  private static final AwsRestore MONDAY = new AwsRestore(Form.snapshot, "monday");
  private static final Wanted WANTED = new Wanted("postgres", "16", "shop", false, null);

  @Test
  void whatFitsIsTaken() {
    assertThat(origin("available", "16.4", false, null).obstacle(WANTED)).isEmpty();
    assertThat(origin("available", "15.8", false, null).obstacle(WANTED)).isEmpty();
  }

  @Test
  void oneThatIsBeingMadeIsWaitedFor() {
    assertThat(origin("creating", "16.4", false, null).obstacle(WANTED))
        .contains(
            new Obstacle(
                FailureKind.BUSY,
                "restoreFrom.snapshot: waits for monday, which is being made (40 %)"));
    assertThat(text(origin("failed", "16.4", false, null), WANTED))
        .isEqualTo("restoreFrom.snapshot: monday is failed; name another one");
  }

  @Test
  void noDatabaseGoesBack() {
    assertThat(text(origin("available", "17.1", false, null), WANTED))
        .isEqualTo(
            "restoreFrom.snapshot: monday has version 17.1, and no database goes back to 16; set version");
    Wanted minor = new Wanted("postgres", "16.4", "shop", false, null);
    assertThat(origin("available", "16.10", false, null).obstacle(minor)).isPresent();
    assertThat(origin("available", "16.3", false, null).obstacle(minor)).isEmpty();
  }

  @Test
  void encryptionIsThatOfTheCopy() {
    Wanted encrypted = new Wanted("postgres", null, "shop", true, null);
    assertThat(text(origin("available", "16.4", false, null), encrypted))
        .contains("is not encrypted", "storageEncrypted: false");
    assertThat(text(origin("available", "16.4", true, "k1"), WANTED))
        .contains("is encrypted", "storageEncrypted: true");
    assertThat(origin("available", "16.4", true, "k1").obstacle(encrypted)).isEmpty();
    Wanted keyed = new Wanted("postgres", null, "shop", true, "k2");
    assertThat(text(origin("available", "16.4", true, "k1"), keyed)).contains("k1", "k2");
  }

  @Test
  void aRecoveryPointNamesItsSnapshot() {
    String arn = "arn:aws:rds:us-east-1:123456789012:snapshot:awsbackup:job-1";
    assertThat(RdsOrigin.snapshot(new AwsRestore(Form.backup, arn))).isEqualTo("awsbackup:job-1");
    assertThat(RdsOrigin.snapshot(MONDAY)).isEqualTo("monday");
  }

  private static String text(RdsOrigin origin, Wanted wanted) {
    return origin.obstacle(wanted).map(Obstacle::message).orElse("");
  }

  private static RdsOrigin origin(String status, String version, Boolean encrypted, String key) {
    return new RdsOrigin(MONDAY, status, 40, "postgres", version, "shop", encrypted, key);
  }
}
