package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBackup;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;

/** Vaults of AWS Backup. AWS deletes none that has something in it. */
public final class BackupVault implements AwsKind<BackupVault.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBackup.VAULT_TYPE, Identity.NAME, 50)
          .holdingData(DeletionPolicy.Retain)
          .with("encryptionKeyArn", FieldRule.REPLACE);

  /**
   * Its field, named as Backup names it.
   *
   * @param encryptionKeyArn null for the key that AWS keeps for backups
   */
  public record Settings(String encryptionKeyArn) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  /** Those beside backup's own are what it does with the key in the name of who makes a vault. */
  @Override
  public Set<String> actions() {
    return Set.of(
        "backup:ListBackupVaults",
        "backup:ListTags",
        "backup:CreateBackupVault",
        "backup-storage:MountCapsule",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "backup:TagResource",
        "backup:DeleteBackupVault");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.backup().stream()
        .flatMap(
            backup ->
                Stream.concat(
                    Stream.of(home(backup, aws)),
                    backup.copyToRegion().map(region -> copies(region, aws)).stream()))
        .toList();
  }

  private static Wish<Settings> home(AwsBackup backup, Aws aws) {
    Settings settings = new Settings(KmsKey.arn(aws));
    return Wish.of(AwsBackup.NAME, AwsBackup.PATH, backup.vault(), settings);
  }

  /** Its name is derived: whose vault has the given name in another region nobody said. */
  private static Wish<Settings> copies(String region, Aws aws) {
    String name = Aws.copyName(AwsBackup.NAME, region);
    return Wish.of(name, AwsBackup.COPY_PATH, "", new Settings(KmsKey.arn(aws, region))).in(region);
  }

  @Override
  public boolean isInOtherRegions() {
    return true;
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    BackupClient backup = client(clients);
    return backup.listBackupVaultsPaginator(request -> {}).stream()
        .flatMap(page -> page.backupVaultList().stream())
        .filter(vault -> interest.has(vault.backupVaultName()))
        .flatMap(vault -> read(backup, vault).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(BackupClient backup, BackupVaultListMember vault) {
    try {
      String arn = vault.backupVaultArn();
      return Optional.of(
          Found.ready(
              vault.backupVaultName(),
              vault.backupVaultName(),
              new Settings(vault.encryptionKeyArn()),
              tags(backup, arn),
              Map.of("arn", arn, "name", vault.backupVaultName())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  /** Of a vault or a plan. */
  static Map<String, String> tags(BackupClient backup, String arn) {
    return backup.listTags(request -> request.resourceArn(arn)).tags();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createBackupVault(
            request ->
                request
                    .backupVaultName(creation.awsName())
                    .encryptionKeyArn(creation.settings().encryptionKeyArn())
                    .backupVaultTags(creation.tags()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    throw new UnsupportedOperationException("nothing of a vault is changed in place");
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteBackupVault(request -> request.backupVaultName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    tagItem(found, tags, clients);
  }

  static void tagItem(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(r -> r.resourceArn(found.outputs().get("arn")).tags(tags));
  }

  static BackupClient client(Clients clients) {
    return clients.of(BackupClient.class, BackupClient::builder);
  }
}
