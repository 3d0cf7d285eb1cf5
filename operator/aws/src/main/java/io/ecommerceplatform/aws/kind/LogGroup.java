package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsLogGroup;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Log groups of CloudWatch: one for each service, with the days that its lines are kept. */
public final class LogGroup implements AwsKind<LogGroup.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsLogGroup.TYPE, Identity.NAME, 512);

  /**
   * Its fields, named as CloudWatch names them.
   *
   * @param retentionInDays null in a group that keeps lines for ever
   */
  public record Settings(Integer retentionInDays) {}

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
        "logs:DescribeLogGroups",
        "logs:ListTagsForResource",
        "logs:CreateLogGroup",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:DeleteLogGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.telemetry().logGroups().stream()
        .map(
            group ->
                Wish.of(
                    group.name(),
                    group.path(),
                    group.awsName(),
                    new Settings(group.retentionDays())))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    CloudWatchLogsClient logs = client(clients);
    return logs.describeLogGroupsPaginator(request -> {}).logGroups().stream()
        .filter(
            group -> interest.has(group.logGroupName()) || interest.has(last(group.logGroupName())))
        .flatMap(group -> read(logs, group).stream())
        .toList();
  }

  /** The index of tags knows a name only behind its last slash. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Optional<Found<Settings>> read(
      CloudWatchLogsClient logs,
      software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group) {
    try {
      return Optional.of(
          Found.ready(
              group.logGroupName(),
              group.logGroupArn(),
              new Settings(group.retentionInDays()),
              logs.listTagsForResource(r -> r.resourceArn(group.logGroupArn())).tags(),
              Map.of("arn", group.logGroupArn(), "name", group.logGroupName())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createLogGroup(request -> request.logGroupName(creation.awsName()).tags(creation.tags()));
    keep(creation.awsName(), creation.settings(), clients);
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    keep(update.found().awsName(), update.settings(), clients);
  }

  private static void keep(String name, Settings settings, Clients clients) {
    client(clients)
        .putRetentionPolicy(
            request -> request.logGroupName(name).retentionInDays(settings.retentionInDays()));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteLogGroup(request -> request.logGroupName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.resourceArn(found.id()).tags(tags));
  }

  private static CloudWatchLogsClient client(Clients clients) {
    return clients.of(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }
}
