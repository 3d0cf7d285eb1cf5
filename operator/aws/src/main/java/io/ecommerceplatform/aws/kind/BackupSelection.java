package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBackup;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;

/**
 * What a plan of AWS Backup makes copies of: everything with the tag of the platform, whenever it
 * was made. A selection has no tags and cannot be changed: it belongs to whom its plan belongs.
 */
public final class BackupSelection implements AwsKind<BackupSelection.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBackup.SELECTION_TYPE, Identity.CHILD, 50)
          .with("backupPlanId", FieldRule.REPLACE)
          .with("iamRoleArn", FieldRule.REPLACE)
          .with("resourceTags", FieldRule.REPLACE)
          .with("notResources", FieldRule.REPLACE);

  private static final String TAG = "aws:ResourceTag/";

  /** Objects of buckets: their versions keep what was, and Backup refuses buckets without. */
  private static String buckets(String region) {
    return "arn:%s:s3:::*".formatted(Partition.of(region));
  }

  /**
   * Its fields, named as Backup names them.
   *
   * @param resourceTags which tags with which values something must have
   */
  public record Settings(
      String backupPlanId,
      String iamRoleArn,
      Map<String, String> resourceTags,
      List<String> notResources) {}

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
        "backup:ListBackupPlans",
        "backup:ListBackupSelections",
        "backup:GetBackupSelection",
        "backup:CreateBackupSelection",
        "iam:PassRole",
        "backup:DeleteBackupSelection");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    if (aws.backup().isEmpty()) {
      return List.of();
    }
    String plan = Reference.to(BackupPlan.TYPE, aws.region(), AwsBackup.NAME, "id").text();
    String role = Reference.to(IamRole.TYPE, aws.region(), AwsBackup.ROLE, "arn").text();
    Map<String, String> tags = Map.of(ItemOwner.OWNER, new ItemOwner(platform.owner()).text());
    return List.of(
        Wish.of(
            AwsBackup.NAME,
            AwsBackup.PATH,
            name(plan, AwsBackup.NAME),
            new Settings(plan, role, tags, List.of(buckets(aws.region())))));
  }

  /** Two plans may have selections of one name. */
  private static String name(String plan, String selection) {
    return plan + "/" + selection;
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    BackupClient backup = BackupVault.client(clients);
    return BackupPlan.plans(clients, interest).flatMap(plan -> ofPlan(backup, plan)).toList();
  }

  private static Stream<Found<Settings>> ofPlan(BackupClient backup, BackupPlansListMember plan) {
    try {
      return backup
          .listBackupSelectionsPaginator(request -> request.backupPlanId(plan.backupPlanId()))
          .stream()
          .flatMap(page -> page.backupSelectionsList().stream())
          .flatMap(selection -> read(backup, plan, selection).stream())
          .toList()
          .stream();
    } catch (ResourceNotFoundException e) {
      return Stream.empty(); // gone between the calls
    }
  }

  private static Optional<Found<Settings>> read(
      BackupClient backup, BackupPlansListMember plan, BackupSelectionsListMember listed) {
    try {
      software.amazon.awssdk.services.backup.model.BackupSelection selection =
          backup
              .getBackupSelection(
                  r -> r.backupPlanId(plan.backupPlanId()).selectionId(listed.selectionId()))
              .backupSelection();
      Map<String, String> tags = new HashMap<>();
      if (selection.conditions() != null) {
        selection
            .conditions()
            .stringEquals()
            .forEach(c -> tags.put(c.conditionKey().replace(TAG, ""), c.conditionValue()));
      }
      return Optional.of(
          Found.child(
              name(plan.backupPlanId(), selection.selectionName()),
              listed.selectionId(),
              new Settings(
                  plan.backupPlanId(), selection.iamRoleArn(), tags, selection.notResources()),
              Map.of("id", listed.selectionId()),
              List.of(plan.backupPlanArn())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    String name = creation.awsName();
    List<ConditionParameter> tags =
        settings.resourceTags().entrySet().stream()
            .map(
                tag ->
                    ConditionParameter.builder()
                        .conditionKey(TAG + tag.getKey())
                        .conditionValue(tag.getValue())
                        .build())
            .toList();
    BackupVault.client(clients)
        .createBackupSelection(
            request ->
                request
                    .backupPlanId(settings.backupPlanId())
                    .creatorRequestId(creation.token())
                    .backupSelection(
                        selection ->
                            selection
                                .selectionName(name.substring(name.indexOf('/') + 1))
                                .iamRoleArn(settings.iamRoleArn())
                                .resources("*")
                                .notResources(settings.notResources())
                                .conditions(c -> c.stringEquals(tags))));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    throw new UnsupportedOperationException("nothing of a selection is changed in place");
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    String plan = found.settings().path("backupPlanId").asText();
    BackupVault.client(clients)
        .deleteBackupSelection(r -> r.backupPlanId(plan).selectionId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a selection has no tags");
  }
}
