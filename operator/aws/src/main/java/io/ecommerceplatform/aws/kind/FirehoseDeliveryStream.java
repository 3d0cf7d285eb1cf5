package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsStream;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DataFormatConversionConfiguration;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.DestinationDescription;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationDescription;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.firehose.model.Tag;

/** Delivery streams of Firehose: what carries clicks from the stream into the lake, as Parquet. */
public final class FirehoseDeliveryStream implements AwsKind<FirehoseDeliveryStream.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsStream.DELIVERY_TYPE, Identity.NAME, 64)
          .with("kinesisStreamArn", FieldRule.REPLACE);

  // the smallest that Firehose takes when it converts; larger files are what Athena likes
  private static final int MEGABYTES = 128;
  private static final int SECONDS = 300;

  /**
   * Its fields, named as Firehose names them.
   *
   * @param conversion false for lines of JSON
   * @param databaseName of Glue, which knows the columns
   */
  public record Settings(
      String kinesisStreamArn,
      String roleArn,
      String bucketArn,
      String prefix,
      String errorOutputPrefix,
      Integer sizeInMbs,
      Integer intervalInSeconds,
      Boolean conversion,
      String databaseName,
      String tableName) {}

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
        "firehose:ListDeliveryStreams",
        "firehose:DescribeDeliveryStream",
        "firehose:ListTagsForDeliveryStream",
        "firehose:CreateDeliveryStream",
        "firehose:TagDeliveryStream",
        "firehose:UpdateDestination",
        "firehose:DeleteDeliveryStream",
        "iam:PassRole");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stream().flatMap(AwsStream::lake).stream()
        .map(bucket -> Wish.of(AwsStream.NAME, AwsStream.LAKE_PATH, "", settings(bucket, aws)))
        .toList();
  }

  private static Settings settings(String bucket, Aws aws) {
    return new Settings(
        arn(KinesisStream.TYPE, AwsStream.NAME, aws),
        arn(IamRole.TYPE, AwsStream.ROLE, aws),
        arn(S3Bucket.TYPE, bucket, aws),
        AwsStream.PREFIX + "%s=!{timestamp:yyyy-MM-dd}/".formatted(GlueTable.DAY),
        "failed/!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/",
        MEGABYTES,
        SECONDS,
        true,
        Reference.to(GlueDatabase.TYPE, aws.region(), AwsStream.NAME, "name").text(),
        GlueTable.CLICKS);
  }

  private static String arn(ItemType type, String name, Aws aws) {
    return Reference.to(type, aws.region(), name, "arn").text();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list is one of names
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    FirehoseClient firehose = client(clients);
    return names(firehose).stream()
        .filter(interest::has)
        .flatMap(name -> read(firehose, name).stream())
        .toList();
  }

  /** The SDK has no paginator for them. */
  private static List<String> names(FirehoseClient firehose) {
    List<String> names = new ArrayList<>();
    ListDeliveryStreamsResponse page;
    do {
      String last = names.isEmpty() ? null : names.getLast();
      page = firehose.listDeliveryStreams(r -> r.exclusiveStartDeliveryStreamName(last));
      names.addAll(page.deliveryStreamNames());
    } while (page.hasMoreDeliveryStreams() && !page.deliveryStreamNames().isEmpty());
    return names;
  }

  private static Optional<Found<Settings>> read(FirehoseClient firehose, String name) {
    try {
      DeliveryStreamDescription stream =
          firehose
              .describeDeliveryStream(request -> request.deliveryStreamName(name))
              .deliveryStreamDescription();
      return Optional.of(
          Found.of(
              name,
              name,
              settings(stream),
              tags(firehose, name),
              health(stream),
              Map.of("arn", stream.deliveryStreamARN(), "name", name)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static Settings settings(DeliveryStreamDescription stream) {
    ExtendedS3DestinationDescription s3 =
        stream.destinations().getFirst().extendedS3DestinationDescription();
    Optional<DataFormatConversionConfiguration> conversion =
        Optional.ofNullable(s3.dataFormatConversionConfiguration());
    return new Settings(
        stream.source() == null
            ? null
            : stream.source().kinesisStreamSourceDescription().kinesisStreamARN(),
        s3.roleARN(),
        s3.bucketARN(),
        s3.prefix(),
        s3.errorOutputPrefix(),
        s3.bufferingHints() == null ? null : s3.bufferingHints().sizeInMBs(),
        s3.bufferingHints() == null ? null : s3.bufferingHints().intervalInSeconds(),
        conversion.map(DataFormatConversionConfiguration::enabled).orElse(false),
        conversion.map(c -> c.schemaConfiguration().databaseName()).orElse(null),
        conversion.map(c -> c.schemaConfiguration().tableName()).orElse(null));
  }

  private static Map<String, String> tags(FirehoseClient firehose, String name) {
    List<Tag> tags = new ArrayList<>();
    ListTagsForDeliveryStreamResponse page;
    do {
      String last = tags.isEmpty() ? null : tags.getLast().key();
      page =
          firehose.listTagsForDeliveryStream(
              request -> request.deliveryStreamName(name).exclusiveStartTagKey(last));
      tags.addAll(page.tags());
    } while (page.hasMoreTags() && !page.tags().isEmpty());
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private static ItemHealth health(DeliveryStreamDescription stream) {
    return switch (stream.deliveryStreamStatus()) {
      case ACTIVE -> new ItemHealth.Ready();
      case CREATING -> new ItemHealth.Progressing("is being created");
      case DELETING -> new ItemHealth.Deleting();
      case CREATING_FAILED, DELETING_FAILED ->
          new ItemHealth.Failed(
              stream.failureDescription() == null
                  ? "Firehose says " + stream.deliveryStreamStatusAsString()
                  : stream.failureDescription().details());
      case UNKNOWN_TO_SDK_VERSION ->
          new ItemHealth.Progressing(
              "Firehose says that it is " + stream.deliveryStreamStatusAsString());
    };
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createDeliveryStream(
            request ->
                request
                    .deliveryStreamName(creation.awsName())
                    .deliveryStreamType(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE)
                    .kinesisStreamSourceConfiguration(
                        source ->
                            source
                                .kinesisStreamARN(settings.kinesisStreamArn())
                                .roleARN(settings.roleArn()))
                    .extendedS3DestinationConfiguration(
                        s3 ->
                            s3.roleARN(settings.roleArn())
                                .bucketARN(settings.bucketArn())
                                .prefix(settings.prefix())
                                .errorOutputPrefix(settings.errorOutputPrefix())
                                .bufferingHints(
                                    hints ->
                                        hints
                                            .sizeInMBs(settings.sizeInMbs())
                                            .intervalInSeconds(settings.intervalInSeconds()))
                                .dataFormatConversionConfiguration(conversion(settings, clients)))
                    .tags(tags(creation.tags())));
  }

  private static DataFormatConversionConfiguration conversion(Settings settings, Clients clients) {
    return DataFormatConversionConfiguration.builder()
        .enabled(settings.conversion())
        .inputFormatConfiguration(in -> in.deserializer(d -> d.openXJsonSerDe(json -> {})))
        .outputFormatConfiguration(out -> out.serializer(s -> s.parquetSerDe(parquet -> {})))
        .schemaConfiguration(
            schema ->
                schema
                    .roleARN(settings.roleArn())
                    .databaseName(settings.databaseName())
                    .tableName(settings.tableName())
                    .region(clients.region()))
        .build();
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    FirehoseClient firehose = client(clients);
    Settings settings = update.settings();
    String name = update.found().id();
    DeliveryStreamDescription there =
        firehose
            .describeDeliveryStream(request -> request.deliveryStreamName(name))
            .deliveryStreamDescription();
    DestinationDescription destination = there.destinations().getFirst();
    firehose.updateDestination(
        request ->
            request
                .deliveryStreamName(name)
                .currentDeliveryStreamVersionId(there.versionId())
                .destinationId(destination.destinationId())
                .extendedS3DestinationUpdate(
                    s3 ->
                        s3.roleARN(settings.roleArn())
                            .bucketARN(settings.bucketArn())
                            .prefix(settings.prefix())
                            .errorOutputPrefix(settings.errorOutputPrefix())
                            .bufferingHints(
                                hints ->
                                    hints
                                        .sizeInMBs(settings.sizeInMbs())
                                        .intervalInSeconds(settings.intervalInSeconds()))
                            .dataFormatConversionConfiguration(conversion(settings, clients))));
  }

  /** Even when its role or its key is gone already. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .deleteDeliveryStream(r -> r.deliveryStreamName(found.id()).allowForceDelete(true));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients)
        .tagDeliveryStream(request -> request.deliveryStreamName(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static FirehoseClient client(Clients clients) {
    return clients.of(FirehoseClient.class, FirehoseClient::builder);
  }
}
