package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBackup;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;

/** Plans of AWS Backup: when copies are made, into which vault, and how long they stay. */
public final class BackupPlan implements AwsKind<BackupPlan.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBackup.PLAN_TYPE, Identity.TOKEN, 50).with("rules", FieldRule.SET);

  /** By it rules of ours are told from those that somebody else put beside them. */
  private static final String RULE = "ecommerce-platform-";

  private static final long MINUTES_TO_START = 60;
  private static final long MINUTES_TO_COMPLETE = 24 * 60;

  /** A copy of each copy, its fields named as Backup names them. */
  public record Copy(String destinationBackupVaultArn, Long deleteAfterDays) {}

  /** One rule, its fields named as Backup names them. */
  public record Rule(
      String ruleName,
      String targetBackupVaultName,
      String scheduleExpression,
      String scheduleExpressionTimezone,
      Long startWindowMinutes,
      Long completionWindowMinutes,
      Long deleteAfterDays,
      List<Copy> copyActions) {}

  /** Its fields, named as Backup names them; rules of somebody else stay. */
  public record Settings(List<Rule> rules) {}

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
        "backup:GetBackupPlan",
        "backup:ListTags",
        "backup:CreateBackupPlan",
        "backup:UpdateBackupPlan",
        "backup:TagResource",
        "backup:DeleteBackupPlan");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.backup().stream()
        .map(backup -> Wish.of(AwsBackup.NAME, AwsBackup.PATH, "", settings(backup, aws)))
        .toList();
  }

  private static Settings settings(AwsBackup backup, Aws aws) {
    String vault = Reference.to(BackupVault.TYPE, aws.region(), AwsBackup.NAME, "name").text();
    List<Copy> copies =
        backup.copyToRegion().map(region -> copy(region, backup.retentionDays())).stream().toList();
    return new Settings(
        IntStream.range(0, backup.schedules().size())
            .mapToObj(
                i ->
                    new Rule(
                        RULE + i,
                        vault,
                        backup.schedules().get(i),
                        "Etc/UTC",
                        MINUTES_TO_START,
                        MINUTES_TO_COMPLETE,
                        (long) backup.retentionDays(),
                        copies))
            .toList());
  }

  private static Copy copy(String region, long days) {
    String vault = Aws.copyName(AwsBackup.NAME, region);
    return new Copy(Reference.to(BackupVault.TYPE, region, vault, "arn").text(), days);
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor rules
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return plans(clients, interest).flatMap(plan -> read(clients, plan).stream()).toList();
  }

  /** Those that somebody is interested in, by their names or, of an index of tags, by ids. */
  static Stream<BackupPlansListMember> plans(Clients clients, Interest interest) {
    return BackupVault.client(clients).listBackupPlansPaginator(request -> {}).stream()
        .flatMap(page -> page.backupPlansList().stream())
        .filter(plan -> interest.has(plan.backupPlanName()) || interest.has(plan.backupPlanId()));
  }

  private static Optional<Found<Settings>> read(Clients clients, BackupPlansListMember plan) {
    try {
      BackupClient backup = BackupVault.client(clients);
      GetBackupPlanResponse whole =
          backup.getBackupPlan(request -> request.backupPlanId(plan.backupPlanId()));
      List<Rule> ours =
          whole.backupPlan().rules().stream()
              .filter(rule -> rule.ruleName().startsWith(RULE))
              .map(BackupPlan::rule)
              .toList();
      return Optional.of(
          Found.ready(
              plan.backupPlanName(),
              plan.backupPlanId(),
              new Settings(ours),
              BackupVault.tags(backup, plan.backupPlanArn()),
              Map.of("arn", plan.backupPlanArn(), "id", plan.backupPlanId())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static Rule rule(BackupRule rule) {
    return new Rule(
        rule.ruleName(),
        rule.targetBackupVaultName(),
        rule.scheduleExpression(),
        rule.scheduleExpressionTimezone(),
        rule.startWindowMinutes(),
        rule.completionWindowMinutes(),
        days(rule.lifecycle()),
        rule.copyActions().stream()
            .map(copy -> new Copy(copy.destinationBackupVaultArn(), days(copy.lifecycle())))
            .toList());
  }

  private static Long days(Lifecycle lifecycle) {
    return lifecycle == null ? null : lifecycle.deleteAfterDays();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    BackupVault.client(clients)
        .createBackupPlan(
            request ->
                request
                    .backupPlan(
                        plan ->
                            plan.backupPlanName(creation.awsName())
                                .rules(inputs(creation.settings())))
                    .backupPlanTags(creation.tags())
                    .creatorRequestId(creation.token()));
  }

  private static List<BackupRuleInput> inputs(Settings settings) {
    return settings.rules().stream()
        .map(
            rule ->
                BackupRuleInput.builder()
                    .ruleName(rule.ruleName())
                    .targetBackupVaultName(rule.targetBackupVaultName())
                    .scheduleExpression(rule.scheduleExpression())
                    .scheduleExpressionTimezone(rule.scheduleExpressionTimezone())
                    .startWindowMinutes(rule.startWindowMinutes())
                    .completionWindowMinutes(rule.completionWindowMinutes())
                    .lifecycle(l -> l.deleteAfterDays(rule.deleteAfterDays()))
                    .copyActions(copyActions(rule))
                    .build())
        .toList();
  }

  private static List<CopyAction> copyActions(Rule rule) {
    return rule.copyActions().stream()
        .map(
            copy ->
                CopyAction.builder()
                    .destinationBackupVaultArn(copy.destinationBackupVaultArn())
                    .lifecycle(l -> l.deleteAfterDays(copy.deleteAfterDays()))
                    .build())
        .toList();
  }

  /** A plan is sent whole: with the rules that somebody else put into it. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    BackupClient backup = BackupVault.client(clients);
    String id = update.found().id();
    GetBackupPlanResponse there = backup.getBackupPlan(request -> request.backupPlanId(id));
    List<BackupRuleInput> rules = new ArrayList<>(inputs(update.settings()));
    there.backupPlan().rules().stream()
        .filter(rule -> !rule.ruleName().startsWith(RULE))
        .map(BackupPlan::input)
        .forEach(rules::add);
    backup.updateBackupPlan(
        request ->
            request
                .backupPlanId(id)
                .backupPlan(
                    plan ->
                        plan.backupPlanName(there.backupPlan().backupPlanName())
                            .advancedBackupSettings(there.backupPlan().advancedBackupSettings())
                            .rules(rules)));
  }

  private static BackupRuleInput input(BackupRule rule) {
    BackupRuleInput.Builder input = BackupRuleInput.builder();
    SdkFields.copy(rule, input);
    return input.build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    BackupVault.client(clients).deleteBackupPlan(request -> request.backupPlanId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    BackupVault.tagItem(found, tags, clients);
  }
}
