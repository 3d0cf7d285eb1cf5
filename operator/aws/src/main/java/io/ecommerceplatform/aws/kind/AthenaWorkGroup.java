package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsStream;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.Tag;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;

/** Workgroups of Athena: where queries of the lake put what they find. */
public final class AthenaWorkGroup implements AwsKind<AthenaWorkGroup.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsStream.WORK_GROUP_TYPE, Identity.NAME, 128);

  private static final String RESULTS = "athena/";

  /** Its fields, named as Athena names them. */
  public record Settings(
      String description,
      String outputLocation,
      Boolean enforceWorkGroupConfiguration,
      Boolean publishCloudWatchMetricsEnabled) {}

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
        "athena:ListWorkGroups",
        "athena:GetWorkGroup",
        "athena:ListTagsForResource",
        "athena:CreateWorkGroup",
        "athena:TagResource",
        "athena:UpdateWorkGroup",
        "athena:DeleteWorkGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stream().flatMap(AwsStream::lake).stream()
        .map(bucket -> Wish.of(AwsStream.NAME, AwsStream.LAKE_PATH, "", settings(bucket, aws)))
        .toList();
  }

  private static Settings settings(String bucket, Aws aws) {
    return new Settings(
        "Questions about what customers do in the shop",
        GlueDatabase.location(bucket, aws, RESULTS),
        true,
        true);
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor settings
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    AthenaClient athena = client(clients);
    return athena.listWorkGroupsPaginator(request -> {}).stream()
        .flatMap(page -> page.workGroups().stream())
        .map(summary -> summary.name())
        .filter(interest::has)
        .flatMap(name -> read(clients, name).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(Clients clients, String name) {
    AthenaClient athena = client(clients);
    try {
      WorkGroup group = athena.getWorkGroup(request -> request.workGroup(name)).workGroup();
      WorkGroupConfiguration configuration = group.configuration();
      String arn = arn(clients, name);
      Map<String, String> tags =
          athena.listTagsForResourcePaginator(request -> request.resourceARN(arn)).tags().stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Settings settings =
          new Settings(
              group.description(),
              configuration.resultConfiguration() == null
                  ? null
                  : configuration.resultConfiguration().outputLocation(),
              configuration.enforceWorkGroupConfiguration(),
              configuration.publishCloudWatchMetricsEnabled());
      return Optional.of(Found.ready(name, name, settings, tags, Map.of("arn", arn, "name", name)));
    } catch (InvalidRequestException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static String arn(Clients clients, String name) {
    return "arn:%s:athena:%s:%s:workgroup/%s"
        .formatted(Partition.of(clients.region()), clients.region(), clients.account(), name);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createWorkGroup(
            request ->
                request
                    .name(creation.awsName())
                    .description(settings.description())
                    .configuration(
                        group ->
                            group
                                .resultConfiguration(
                                    results -> results.outputLocation(settings.outputLocation()))
                                .enforceWorkGroupConfiguration(
                                    settings.enforceWorkGroupConfiguration())
                                .publishCloudWatchMetricsEnabled(
                                    settings.publishCloudWatchMetricsEnabled()))
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    client(clients)
        .updateWorkGroup(
            request ->
                request
                    .workGroup(update.found().id())
                    .description(settings.description())
                    .configurationUpdates(
                        group ->
                            group
                                .resultConfigurationUpdates(
                                    results -> results.outputLocation(settings.outputLocation()))
                                .enforceWorkGroupConfiguration(
                                    settings.enforceWorkGroupConfiguration())
                                .publishCloudWatchMetricsEnabled(
                                    settings.publishCloudWatchMetricsEnabled())));
  }

  /** With the questions that were saved in it. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .deleteWorkGroup(request -> request.workGroup(found.id()).recursiveDeleteOption(true));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    String arn = found.outputs().get("arn");
    client(clients).tagResource(request -> request.resourceARN(arn).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static AthenaClient client(Clients clients) {
    return clients.of(AthenaClient.class, AthenaClient::builder);
  }
}
