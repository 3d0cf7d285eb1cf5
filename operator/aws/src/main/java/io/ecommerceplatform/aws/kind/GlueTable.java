package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsStream;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * Tables of a Glue database. One has no tags: it belongs to whom its database belongs. Its days are
 * projected, so that Athena sees those of today without a crawler.
 */
public final class GlueTable implements AwsKind<GlueTable.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsStream.TABLE_TYPE, Identity.CHILD, 255)
          .with("databaseName", FieldRule.REPLACE);

  /** The one that there is. */
  static final String CLICKS = "clicks";

  /** Its partitions. */
  static final String DAY = "day";

  private static final String TEXT = "string";

  /** What the gateway sends of each click; columns that somebody adds stay. */
  private static final List<String> COLUMNS =
      List.of("id", "type", "at", "session", "customer", "path", "product", "query", "referrer");

  /**
   * Its fields, named as Glue names them.
   *
   * @param columns those of ours, each with its type
   */
  public record Settings(
      String databaseName,
      String location,
      Map<String, String> columns,
      Map<String, String> parameters) {}

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
        "glue:GetTables",
        "glue:GetTable",
        "glue:CreateTable",
        "glue:UpdateTable",
        "glue:DeleteTable");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stream().flatMap(AwsStream::lake).stream()
        .map(
            bucket -> {
              Settings settings = settings(bucket, aws);
              String name = name(settings.databaseName(), CLICKS);
              return Wish.of(CLICKS, AwsStream.LAKE_PATH, name, settings);
            })
        .toList();
  }

  private static Settings settings(String bucket, Aws aws) {
    String database = Reference.to(GlueDatabase.TYPE, aws.region(), AwsStream.NAME, "name").text();
    String location = GlueDatabase.location(bucket, aws, AwsStream.PREFIX);
    Map<String, String> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, TEXT));
    Map<String, String> parameters =
        Map.of(
            "classification",
            "parquet",
            "projection.enabled",
            "true",
            "projection." + DAY + ".type",
            "date",
            "projection." + DAY + ".format",
            "yyyy-MM-dd",
            "projection." + DAY + ".range",
            "NOW-5YEARS,NOW",
            "storage.location.template",
            location + DAY + "=${" + DAY + "}/");
    return new Settings(database, location, columns, parameters);
  }

  private static String name(String database, String table) {
    return database + "/" + table;
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return GlueDatabase.databases(clients, interest)
        .flatMap(database -> tables(clients, database))
        .toList();
  }

  private static Stream<Found<Settings>> tables(Clients clients, Database database) {
    try {
      return GlueDatabase.client(clients)
          .getTablesPaginator(request -> request.databaseName(database.name()))
          .stream()
          .flatMap(page -> page.tableList().stream())
          .filter(table -> table.name().equals(CLICKS)) // views and tables of others are theirs
          .map(table -> found(GlueDatabase.arn(clients, database), table))
          .toList()
          .stream();
    } catch (EntityNotFoundException e) {
      return Stream.empty(); // gone between the calls
    }
  }

  private static Found<Settings> found(String database, Table table) {
    Map<String, String> columns = new LinkedHashMap<>();
    table.storageDescriptor().columns().stream()
        .filter(column -> COLUMNS.contains(column.name()))
        .forEach(column -> columns.put(column.name(), column.type()));
    String name = name(table.databaseName(), table.name());
    return Found.child(
        name,
        name,
        new Settings(
            table.databaseName(),
            table.storageDescriptor().location(),
            columns,
            table.parameters()),
        Map.of("name", table.name()),
        List.of(database));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    GlueDatabase.client(clients)
        .createTable(
            request ->
                request
                    .databaseName(settings.databaseName())
                    .tableInput(input(settings, List.of(), Map.of())));
  }

  /** A table is sent whole: with the columns and parameters that somebody else gave it. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    Table there =
        GlueDatabase.client(clients)
            .getTable(request -> request.databaseName(settings.databaseName()).name(CLICKS))
            .table();
    List<Column> others =
        there.storageDescriptor().columns().stream()
            .filter(column -> !COLUMNS.contains(column.name()))
            .toList();
    GlueDatabase.client(clients)
        .updateTable(
            request ->
                request
                    .databaseName(settings.databaseName())
                    .tableInput(input(settings, others, there.parameters())));
  }

  private static TableInput input(
      Settings settings, List<Column> others, Map<String, String> otherwise) {
    List<Column> columns = new ArrayList<>();
    settings.columns().forEach((name, type) -> columns.add(column(name, type)));
    columns.addAll(others);
    Map<String, String> parameters = new LinkedHashMap<>(otherwise);
    parameters.putAll(settings.parameters());
    return TableInput.builder()
        .name(CLICKS)
        .tableType("EXTERNAL_TABLE")
        .parameters(parameters)
        .partitionKeys(column(DAY, TEXT))
        .storageDescriptor(
            storage ->
                storage
                    .columns(columns)
                    .location(settings.location())
                    .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                    .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                    .serdeInfo(
                        serde ->
                            serde.serializationLibrary(
                                "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")))
        .build();
  }

  private static Column column(String name, String type) {
    return Column.builder().name(name).type(type).build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    String database = found.settings().path("databaseName").asText();
    String table = found.outputs().get("name");
    GlueDatabase.client(clients).deleteTable(r -> r.databaseName(database).name(table));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a table of Glue has no tags");
  }
}
