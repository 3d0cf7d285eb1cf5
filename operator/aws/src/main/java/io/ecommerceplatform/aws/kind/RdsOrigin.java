package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.model.AwsRestore;
import io.ecommerceplatform.resource.FailureKind;
import java.util.Optional;

/**
 * What a database of RDS is to be made from, and whether it can become what is wanted.
 *
 * @param status {@code available} when it can be used
 * @param progress per cent of a snapshot that is being made; may be null
 */
record RdsOrigin(
    AwsRestore restore,
    String status,
    Integer progress,
    String engine,
    String engineVersion,
    String masterUsername,
    Boolean encrypted,
    String kmsKeyId) {

  /** What is wanted of the new one, as far as nobody can change it later; null is not compared. */
  record Wanted(
      String engine,
      String engineVersion,
      String masterUsername,
      Boolean encrypted,
      String kmsKeyId) {}

  /** That there is none. */
  static Obstacle absent(AwsRestore restore, String region) {
    String what = restore.form() == AwsRestore.Form.retained ? "database" : "snapshot";
    return new Obstacle(
        FailureKind.ABSENT,
        "%s: RDS shows no %s %s of this kind in %s; correct the name, or copy it there"
            .formatted(field(restore), what, restore.value(), region));
  }

  /** That nobody can make it so. */
  static Obstacle refused(AwsRestore restore, String why) {
    return new Obstacle(FailureKind.INVALID, field(restore) + ": " + why);
  }

  /** A form from which nothing can be made. */
  static Optional<Obstacle> unsupported(AwsRestore restore) {
    return restore.form() == AwsRestore.Form.time
        ? Optional.of(
            refused(
                restore,
                "a time alone does not say of which database; name a snapshot, or in retained a database that is there, of which the newest state is copied"))
        : Optional.empty();
  }

  /** Name of the snapshot, of which a recovery point of AWS Backup shows the ARN. */
  static String snapshot(AwsRestore restore) {
    String text = restore.value();
    int at = text.indexOf("snapshot:");
    boolean isRecoveryPoint = restore.form() == AwsRestore.Form.backup && at >= 0;
    return isRecoveryPoint ? text.substring(at + "snapshot:".length()) : text;
  }

  Optional<Obstacle> obstacle(Wanted wanted) {
    return notReady().or(() -> identity(wanted)).or(() -> encryption(wanted));
  }

  private Optional<Obstacle> notReady() {
    if (restore.form() == AwsRestore.Form.retained || "available".equals(status)) {
      return Optional.empty();
    }
    if ("creating".equals(status)) {
      String done = progress == null ? "" : " (%d %%)".formatted(progress);
      return Optional.of(
          new Obstacle(
              FailureKind.BUSY,
              "%s: waits for %s, which is being made%s"
                  .formatted(field(restore), restore.value(), done)));
    }
    return Optional.of(refuse("%s is %s; name another one".formatted(restore.value(), status)));
  }

  private Optional<Obstacle> identity(Wanted wanted) {
    if (!wanted.engine().equals(engine)) {
      return Optional.of(
          refuse(
              "%s is of engine %s, and %s is asked for; set engine, or name another one"
                  .formatted(restore.value(), engine, wanted.engine())));
    }
    if (!wanted.masterUsername().equals(masterUsername)) {
      return Optional.of(
          refuse(
              "the administrator in %s is %s for ever; set masterUsername: %s"
                  .formatted(restore.value(), masterUsername, masterUsername)));
    }
    return isOlder(wanted.engineVersion(), engineVersion)
        ? Optional.of(
            refuse(
                "%s has version %s, and no database goes back to %s; set version"
                    .formatted(restore.value(), engineVersion, wanted.engineVersion())))
        : Optional.empty();
  }

  private Optional<Obstacle> encryption(Wanted wanted) {
    boolean isEncrypted = Boolean.TRUE.equals(encrypted);
    if (isEncrypted != Boolean.TRUE.equals(wanted.encrypted())) {
      return Optional.of(
          refuse(
              isEncrypted
                  ? "%s is encrypted, and so is what is made from it; set storageEncrypted: true"
                      .formatted(restore.value())
                  : "%s is not encrypted; name a copy of it that was made with a key, or set storageEncrypted: false"
                      .formatted(restore.value())));
    }
    boolean isOtherKey =
        isEncrypted && wanted.kmsKeyId() != null && !wanted.kmsKeyId().equals(kmsKeyId);
    return isOtherKey
        ? Optional.of(
            refuse(
                "%s is encrypted with %s; name a copy of it that was made with the platform's key %s"
                    .formatted(restore.value(), kmsKeyId, wanted.kmsKeyId())))
        : Optional.empty();
  }

  private Obstacle refuse(String why) {
    return refused(restore, why);
  }

  /** By numbers, as far as the wanted version says them. */
  private static boolean isOlder(String wanted, String there) {
    if (wanted == null || there == null) {
      return false;
    }
    String[] a = wanted.split("[.]");
    String[] b = there.split("[.]");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (!a[i].equals(b[i])) {
        return isNumber(a[i]) && isNumber(b[i]) && Integer.parseInt(a[i]) < Integer.parseInt(b[i]);
      }
    }
    return false;
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }

  private static String field(AwsRestore restore) {
    return "restoreFrom." + restore.form();
  }
}
