package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsFiles;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.RootDirectory;

/**
 * The door to a file system for pods, which run as no user that may write into its root: all of
 * them come in as one user, who owns the directory that they see. Its name is the token of its
 * creation.
 */
public final class EfsAccessPoint implements AwsKind<EfsAccessPoint.Settings> {
  public static final ItemType TYPE =
      ItemType.of("efs.AccessPoint", Identity.NAME, 64)
          .with("fileSystemId", FieldRule.REPLACE)
          .with("uid", FieldRule.REPLACE)
          .with("gid", FieldRule.REPLACE)
          .with("path", FieldRule.REPLACE)
          .with("permissions", FieldRule.REPLACE);

  private static final long USER = 1000;

  /** Its fields, named as EFS names them. */
  public record Settings(
      String fileSystemId, Long uid, Long gid, String path, String permissions) {}

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
        "elasticfilesystem:DescribeAccessPoints",
        "elasticfilesystem:CreateAccessPoint",
        "elasticfilesystem:TagResource",
        "elasticfilesystem:DeleteAccessPoint");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.files().stream()
        .map(
            files ->
                Wish.of(files.name(), files.path(), "", settings(files, aws))
                    .withPolicy(files.policyBeside()))
        .toList();
  }

  private static Settings settings(AwsFiles files, Aws aws) {
    String id = EfsFileSystem.output(aws, files, "id").text();
    return new Settings(id, USER, USER, "/shared", "0770");
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Efs.client(clients).describeAccessPointsPaginator(request -> {}).accessPoints().stream()
        .map(EfsAccessPoint::found)
        .toList();
  }

  private static Found<Settings> found(AccessPointDescription one) {
    RootDirectory root = one.rootDirectory();
    Settings settings =
        new Settings(
            one.fileSystemId(),
            one.posixUser() == null ? null : one.posixUser().uid(),
            one.posixUser() == null ? null : one.posixUser().gid(),
            root == null ? null : root.path(),
            root == null || root.creationInfo() == null ? null : root.creationInfo().permissions());
    return Found.of(
        one.clientToken(),
        one.accessPointId(),
        settings,
        Efs.map(one.tags()),
        Efs.health(one.lifeCycleState()),
        Map.of("arn", one.accessPointArn(), "id", one.accessPointId()));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    Map<String, String> tags = new HashMap<>(creation.tags());
    tags.putIfAbsent("Name", creation.awsName());
    Efs.client(clients)
        .createAccessPoint(
            request ->
                request
                    .clientToken(creation.awsName())
                    .fileSystemId(settings.fileSystemId())
                    .posixUser(user -> user.uid(settings.uid()).gid(settings.gid()))
                    .rootDirectory(
                        root ->
                            root.path(settings.path())
                                .creationInfo(
                                    info ->
                                        info.ownerUid(settings.uid())
                                            .ownerGid(settings.gid())
                                            .permissions(settings.permissions())))
                    .tags(Efs.tags(tags)));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    throw new UnsupportedOperationException("an access point has no field that can change");
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Efs.client(clients).deleteAccessPoint(request -> request.accessPointId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Efs.tag(found.id(), tags, clients);
  }
}
