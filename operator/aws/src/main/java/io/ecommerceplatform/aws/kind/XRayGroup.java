package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsTelemetry;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GroupSummary;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.Tag;

/** Groups of X-Ray: what finds the traces of one platform among all of the account. */
public final class XRayGroup implements AwsKind<XRayGroup.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsTelemetry.TRACES_TYPE, Identity.NAME, 32);

  /** Its fields, named as X-Ray names them. */
  public record Settings(
      String filterExpression, Boolean insightsEnabled, Boolean notificationsEnabled) {}

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
        "xray:GetGroups",
        "xray:ListTagsForResource",
        "xray:CreateGroup",
        "xray:UpdateGroup",
        "xray:TagResource",
        "xray:DeleteGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    if (!aws.telemetry().tracing()) {
      return List.of();
    }
    String filter =
        "annotation.%s = \"%s\"".formatted(AwsTelemetry.ANNOTATION, AwsTelemetry.mark(platform));
    return List.of(
        Wish.of(
            AwsTelemetry.TRACES,
            AwsTelemetry.TRACING_PATH,
            "",
            new Settings(filter, false, false)));
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    XRayClient xray = client(clients);
    return xray.getGroupsPaginator(request -> {}).groups().stream()
        .filter(group -> interest.has(group.groupName()) || interest.has(last(group.groupARN())))
        .flatMap(group -> read(xray, group).stream())
        .toList();
  }

  /** By which the index of tags knows it. */
  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static Optional<Found<Settings>> read(XRayClient xray, GroupSummary group) {
    try {
      Map<String, String> tags =
          xray.listTagsForResource(request -> request.resourceARN(group.groupARN())).tags().stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Settings settings =
          new Settings(
              group.filterExpression(),
              group.insightsConfiguration().insightsEnabled(),
              group.insightsConfiguration().notificationsEnabled());
      return Optional.of(
          Found.ready(
              group.groupName(),
              group.groupARN(),
              settings,
              tags,
              Map.of("arn", group.groupARN())));
    } catch (InvalidRequestException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createGroup(
            request ->
                request
                    .groupName(creation.awsName())
                    .filterExpression(settings.filterExpression())
                    .insightsConfiguration(
                        insights ->
                            insights
                                .insightsEnabled(settings.insightsEnabled())
                                .notificationsEnabled(settings.notificationsEnabled()))
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    client(clients)
        .updateGroup(
            request ->
                request
                    .groupARN(update.found().id())
                    .filterExpression(settings.filterExpression())
                    .insightsConfiguration(
                        insights ->
                            insights
                                .insightsEnabled(settings.insightsEnabled())
                                .notificationsEnabled(settings.notificationsEnabled())));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteGroup(request -> request.groupARN(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.resourceARN(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static XRayClient client(Clients clients) {
    return clients.of(XRayClient.class, XRayClient::builder);
  }
}
