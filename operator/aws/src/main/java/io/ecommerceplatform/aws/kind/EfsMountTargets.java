package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsFiles;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.MountTargetNotFoundException;

/**
 * The ways to a file system, one in each zone. All of them are one item: how many subnets there are
 * only the network says, and one that cannot be looked at must take none of them away.
 */
public final class EfsMountTargets implements AwsKind<EfsMountTargets.Settings> {
  public static final ItemType TYPE =
      ItemType.of("efs.MountTargets", Identity.CHILD, 64).with("fileSystemId", FieldRule.REPLACE);

  /**
   * Its fields.
   *
   * @param subnetIds sorted, with commas
   * @param securityGroups of each of them, sorted, with commas
   */
  public record Settings(String fileSystemId, String subnetIds, String securityGroups) {}

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
        "elasticfilesystem:DescribeMountTargets",
        "elasticfilesystem:DescribeMountTargetSecurityGroups",
        "elasticfilesystem:CreateMountTarget",
        "elasticfilesystem:ModifyMountTargetSecurityGroups",
        "elasticfilesystem:DeleteMountTarget",
        // what EFS does in the name of who asks for one
        "ec2:DescribeSubnets",
        "ec2:DescribeNetworkInterfaces",
        "ec2:CreateNetworkInterface",
        "ec2:ModifyNetworkInterfaceAttribute",
        "ec2:DeleteNetworkInterface");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.files().stream().map(files -> wish(files, aws)).toList();
  }

  private static Wish<Settings> wish(AwsFiles files, Aws aws) {
    String id = EfsFileSystem.output(aws, files, "id").text();
    Settings settings =
        new Settings(
            id, Ec2Network.zoneSubnets(aws), Ec2SecurityGroup.id(aws, files.name()).text());
    return Wish.of(files.name(), files.path(), id, settings);
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    EfsClient efs = Efs.client(clients);
    return Efs.fileSystems(efs, interest)
        .filter(Efs::isThere)
        .flatMap(one -> found(one, efs).stream())
        .toList();
  }

  private static Optional<Found<Settings>> found(FileSystemDescription of, EfsClient efs) {
    List<MountTargetDescription> all = targets(of.fileSystemId(), efs);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<MountTargetDescription> there = all.stream().filter(one -> !isGoing(one)).toList();
    Settings settings =
        new Settings(
            of.fileSystemId(),
            there.stream()
                .map(MountTargetDescription::subnetId)
                .sorted()
                .collect(Collectors.joining(",")),
            there.stream()
                .flatMap(one -> groups(one.mountTargetId(), efs).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")));
    ItemHealth health =
        all.stream()
            .map(one -> Efs.health(one.lifeCycleState()))
            .filter(one -> !(one instanceof ItemHealth.Ready))
            .findFirst()
            .orElse(new ItemHealth.Ready());
    Map<String, String> outputs = new HashMap<>();
    if (there.stream().anyMatch(one -> one.lifeCycleState() == LifeCycleState.AVAILABLE)) {
      outputs.put("fileSystemId", of.fileSystemId());
    }
    return Optional.of(
        new Found<>(
            of.fileSystemId(),
            of.fileSystemId(),
            settings,
            Map.of(),
            there.isEmpty() ? new ItemHealth.Deleting() : health,
            outputs,
            List.of(of.fileSystemArn())));
  }

  private static boolean isGoing(MountTargetDescription one) {
    return one.lifeCycleState() == LifeCycleState.DELETING
        || one.lifeCycleState() == LifeCycleState.DELETED;
  }

  private static List<MountTargetDescription> targets(String fileSystem, EfsClient efs) {
    return efs
        .describeMountTargetsPaginator(request -> request.fileSystemId(fileSystem))
        .mountTargets()
        .stream()
        .toList();
  }

  private static List<String> groups(String target, EfsClient efs) {
    try {
      return efs.describeMountTargetSecurityGroups(request -> request.mountTargetId(target))
          .securityGroups();
    } catch (MountTargetNotFoundException e) {
      return List.of(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    EfsClient efs = Efs.client(clients);
    Settings settings = creation.settings();
    ids(settings.subnetIds()).forEach(subnet -> create(subnet, settings, efs));
  }

  private static void create(String subnet, Settings settings, EfsClient efs) {
    efs.createMountTarget(
        request ->
            request
                .fileSystemId(settings.fileSystemId())
                .subnetId(subnet)
                .securityGroups(ids(settings.securityGroups())));
  }

  /** Surplus ones first: a zone has one at most. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    EfsClient efs = Efs.client(clients);
    Settings settings = update.settings();
    Set<String> wanted = ids(settings.subnetIds());
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(ids(Json.typed(update.found().settings(), Settings.class).subnetIds()));
    for (MountTargetDescription one : targets(update.found().id(), efs)) {
      if (isGoing(one)) {
        continue;
      }
      if (!wanted.contains(one.subnetId())) {
        delete(one.mountTargetId(), efs);
      } else if (update.changes("securityGroups")) {
        efs.modifyMountTargetSecurityGroups(
            request ->
                request
                    .mountTargetId(one.mountTargetId())
                    .securityGroups(ids(settings.securityGroups())));
      }
    }
    missing.forEach(subnet -> create(subnet, settings, efs));
  }

  private static Set<String> ids(String joined) {
    return joined.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(joined.split(",")));
  }

  private static void delete(String target, EfsClient efs) {
    try {
      efs.deleteMountTarget(request -> request.mountTargetId(target));
    } catch (MountTargetNotFoundException e) {
      // gone already
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    EfsClient efs = Efs.client(clients);
    targets(found.id(), efs).stream()
        .filter(one -> !isGoing(one))
        .forEach(one -> delete(one.mountTargetId(), efs));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a mount target has no tags");
  }
}
