package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsFiles;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.PolicyNotFoundException;

/** File systems of EFS. Their name is the token of their creation, which no two of them share. */
public final class EfsFileSystem implements AwsKind<EfsFileSystem.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsFiles.TYPE, Identity.NAME, 64)
          .holdingData(DeletionPolicy.Retain)
          .with("performanceMode", FieldRule.REPLACE)
          .with("encrypted", FieldRule.REPLACE)
          .with("kmsKeyId", FieldRule.REPLACE)
          .with("transitionToIA", FieldRule.LATER)
          .with("transitionToPrimaryStorageClass", FieldRule.LATER);

  private static final String NAME = "Name";
  private static final String ENABLED = "ENABLED";
  private static final String DISABLED = "DISABLED";

  /**
   * Its fields, named as EFS names them.
   *
   * @param backupPolicy what is said of it to AWS Backup: ENABLED or DISABLED
   */
  public record Settings(
      String performanceMode,
      Boolean encrypted,
      String kmsKeyId,
      String throughputMode,
      String transitionToIA,
      String transitionToPrimaryStorageClass,
      String backupPolicy) {}

  /** What of a file system AWS says as soon as something can be made in it. */
  static Reference output(Aws aws, AwsFiles files, String output) {
    return Reference.to(TYPE, aws.region(), files.name(), output);
  }

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "elasticfilesystem:DescribeFileSystems",
        "elasticfilesystem:DescribeLifecycleConfiguration",
        "elasticfilesystem:DescribeBackupPolicy",
        "elasticfilesystem:CreateFileSystem",
        "elasticfilesystem:UpdateFileSystem",
        "elasticfilesystem:PutLifecycleConfiguration",
        "elasticfilesystem:PutBackupPolicy",
        "elasticfilesystem:TagResource",
        "elasticfilesystem:DeleteFileSystem");
  }

  /** What is not read for a month moves to cheaper storage, and back when it is read. */
  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    Settings settings =
        new Settings(
            "generalPurpose",
            true,
            KmsKey.arn(aws),
            "elastic",
            "AFTER_30_DAYS",
            "AFTER_1_ACCESS",
            ENABLED);
    return aws.files().stream()
        .map(
            files ->
                Wish.of(files.name(), files.path(), files.awsName(), settings)
                    .withPolicy(files.deletionPolicy().or(aws::deletionPolicy)))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // of each one the policies are read
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    EfsClient efs = Efs.client(clients);
    return Efs.fileSystems(efs, interest).map(one -> found(one, efs)).toList();
  }

  private static Found<Settings> found(FileSystemDescription one, EfsClient efs) {
    boolean isThere = Efs.isThere(one);
    List<LifecyclePolicy> lifecycle =
        isThere
            ? efs.describeLifecycleConfiguration(r -> r.fileSystemId(one.fileSystemId()))
                .lifecyclePolicies()
            : List.of();
    Settings settings =
        new Settings(
            one.performanceModeAsString(),
            one.encrypted(),
            one.kmsKeyId(),
            one.throughputModeAsString(),
            first(lifecycle.stream().map(LifecyclePolicy::transitionToIAAsString).toList()),
            first(
                lifecycle.stream()
                    .map(LifecyclePolicy::transitionToPrimaryStorageClassAsString)
                    .toList()),
            isThere ? backup(one.fileSystemId(), efs) : null);
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", one.fileSystemArn());
    if (isThere) {
      outputs.put("id", one.fileSystemId());
    }
    ItemHealth health = Efs.health(one.lifeCycleState());
    return Found.of(
        one.creationToken(), one.fileSystemId(), settings, Efs.map(one.tags()), health, outputs);
  }

  private static String first(List<String> values) {
    return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String backup(String id, EfsClient efs) {
    try {
      return efs.describeBackupPolicy(r -> r.fileSystemId(id))
              .backupPolicy()
              .statusAsString()
              .startsWith("ENABL")
          ? ENABLED
          : DISABLED;
    } catch (PolicyNotFoundException e) {
      return DISABLED;
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    Map<String, String> tags = new HashMap<>(creation.tags());
    tags.putIfAbsent(NAME, creation.awsName()); // the only name that its console shows
    Efs.client(clients)
        .createFileSystem(
            request ->
                request
                    .creationToken(creation.awsName())
                    .performanceMode(settings.performanceMode())
                    .encrypted(settings.encrypted())
                    .kmsKeyId(settings.kmsKeyId())
                    .throughputMode(settings.throughputMode())
                    .backup(ENABLED.equals(settings.backupPolicy()))
                    .tags(Efs.tags(tags)));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    EfsClient efs = Efs.client(clients);
    String id = update.found().id();
    Settings settings = update.settings();
    if (update.changes("transitionToIA", "transitionToPrimaryStorageClass")) {
      efs.putLifecycleConfiguration(
          request -> request.fileSystemId(id).lifecyclePolicies(lifecycle(settings)));
    }
    if (update.changes("backupPolicy")) {
      efs.putBackupPolicy(
          request -> request.fileSystemId(id).backupPolicy(p -> p.status(settings.backupPolicy())));
    }
    if (update.changes("throughputMode")) { // last, as it is busy afterwards
      efs.updateFileSystem(
          request -> request.fileSystemId(id).throughputMode(settings.throughputMode()));
    }
  }

  /** One rule in each element, as EFS wants it. */
  private static List<LifecyclePolicy> lifecycle(Settings settings) {
    List<LifecyclePolicy> policies = new ArrayList<>();
    policies.add(LifecyclePolicy.builder().transitionToIA(settings.transitionToIA()).build());
    policies.add(
        LifecyclePolicy.builder()
            .transitionToPrimaryStorageClass(settings.transitionToPrimaryStorageClass())
            .build());
    return policies;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Efs.client(clients).deleteFileSystem(request -> request.fileSystemId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Efs.tag(found.id(), tags, clients);
  }
}
