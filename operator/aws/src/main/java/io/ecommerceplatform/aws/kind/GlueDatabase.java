package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsStream;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** Databases of the Glue Data Catalog: what says which columns the files of a lake have. */
public final class GlueDatabase implements AwsKind<GlueDatabase.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsStream.DATABASE_TYPE, Identity.NAME, 128);

  /** Its fields, named as Glue names them. */
  public record Settings(String description, String locationUri) {}

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
        "glue:GetDatabases",
        "glue:GetTags",
        "glue:CreateDatabase",
        "glue:TagResource",
        "glue:UpdateDatabase",
        "glue:DeleteDatabase");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stream().flatMap(AwsStream::lake).stream()
        .map(bucket -> Wish.of(AwsStream.NAME, AwsStream.LAKE_PATH, "", settings(bucket, aws)))
        .toList();
  }

  private static Settings settings(String bucket, Aws aws) {
    return new Settings("What customers do in the shop", location(bucket, aws, ""));
  }

  /** A place in the lake. */
  static String location(String bucket, Aws aws, String prefix) {
    String name = Reference.to(S3Bucket.TYPE, aws.region(), bucket, "name").text();
    return "s3://%s/%s".formatted(name, prefix);
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return databases(clients, interest).flatMap(base -> read(clients, base).stream()).toList();
  }

  /** Those that somebody is interested in. */
  static Stream<Database> databases(Clients clients, Interest interest) {
    return client(clients).getDatabasesPaginator(request -> {}).stream()
        .flatMap(page -> page.databaseList().stream())
        .filter(database -> interest.has(database.name()));
  }

  static String arn(Clients clients, Database database) {
    return "arn:%s:glue:%s:%s:database/%s"
        .formatted(
            Partition.of(clients.region()),
            clients.region(),
            database.catalogId() == null ? clients.account() : database.catalogId(),
            database.name());
  }

  private static Optional<Found<Settings>> read(Clients clients, Database database) {
    try {
      String arn = arn(clients, database);
      return Optional.of(
          Found.ready(
              database.name(),
              database.name(),
              new Settings(database.description(), database.locationUri()),
              client(clients).getTags(request -> request.resourceArn(arn)).tags(),
              Map.of("arn", arn, "name", database.name())));
    } catch (EntityNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createDatabase(
            request ->
                request
                    .databaseInput(input(creation.awsName(), creation.settings()))
                    .tags(creation.tags()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    client(clients)
        .updateDatabase(
            request ->
                request
                    .name(update.found().id())
                    .databaseInput(input(update.found().id(), update.settings())));
  }

  private static DatabaseInput input(String name, Settings settings) {
    return DatabaseInput.builder()
        .name(name)
        .description(settings.description())
        .locationUri(settings.locationUri())
        .build();
  }

  /** With the tables in it; the files stay. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteDatabase(request -> request.name(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    String arn = found.outputs().get("arn");
    client(clients).tagResource(request -> request.resourceArn(arn).tagsToAdd(tags));
  }

  static GlueClient client(Clients clients) {
    return clients.of(GlueClient.class, GlueClient::builder);
  }
}
