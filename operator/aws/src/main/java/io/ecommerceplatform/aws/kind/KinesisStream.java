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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Streams of Kinesis. */
public final class KinesisStream implements AwsKind<KinesisStream.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsStream.TYPE, Identity.NAME, 128)
          .with("encryptionType", FieldRule.LATER)
          .with("keyId", FieldRule.LATER);

  static {
    // a binary form that pays for many records; these calls have none, and it is hard to look at
    System.setProperty("aws.cborEnabled", "false");
  }

  /** The key of AWS for streams that have none of their own. */
  private static final String USUAL_KEY = "alias/aws/kinesis";

  /** Its fields, named as Kinesis names them. */
  public record Settings(
      String streamMode, Integer shardCount, String encryptionType, String keyId) {}

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
        "kinesis:ListStreams",
        "kinesis:DescribeStreamSummary",
        "kinesis:ListTagsForResource",
        "kinesis:CreateStream",
        "kinesis:AddTagsToStream",
        "kinesis:TagResource",
        "kinesis:UpdateShardCount",
        "kinesis:UpdateStreamMode",
        "kinesis:StartStreamEncryption",
        "kinesis:DeleteStream");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stream().stream()
        .map(
            stream ->
                Wish.of(
                    AwsStream.NAME,
                    stream.path(),
                    stream.awsName(),
                    new Settings(
                        StreamMode.PROVISIONED.toString(),
                        stream.shards(),
                        EncryptionType.KMS.toString(),
                        KmsKey.arn(aws))))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    KinesisClient kinesis = client(clients);
    return kinesis.listStreamsPaginator(request -> {}).streamNames().stream()
        .filter(interest::has)
        .flatMap(name -> read(kinesis, name).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(KinesisClient kinesis, String name) {
    try {
      StreamDescriptionSummary stream =
          kinesis
              .describeStreamSummary(request -> request.streamName(name))
              .streamDescriptionSummary();
      Map<String, String> tags =
          kinesis
              .listTagsForResource(request -> request.resourceARN(stream.streamARN()))
              .tags()
              .stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Settings settings =
          new Settings(
              stream.streamModeDetails().streamModeAsString(),
              stream.openShardCount(),
              stream.encryptionTypeAsString(),
              stream.keyId());
      return Optional.of(
          Found.of(
              name,
              stream.streamARN(),
              settings,
              tags,
              health(stream),
              Map.of("arn", stream.streamARN(), "name", name)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static ItemHealth health(StreamDescriptionSummary stream) {
    return switch (stream.streamStatus()) {
      case ACTIVE -> new ItemHealth.Ready();
      case CREATING -> new ItemHealth.Progressing("is being created");
      case UPDATING -> new ItemHealth.Progressing("is being changed");
      case DELETING -> new ItemHealth.Deleting();
      case UNKNOWN_TO_SDK_VERSION ->
          new ItemHealth.Progressing("Kinesis says that it is " + stream.streamStatusAsString());
    };
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createStream(
            request ->
                request
                    .streamName(creation.awsName())
                    .streamModeDetails(mode -> mode.streamMode(settings.streamMode()))
                    .shardCount(settings.shardCount())
                    .tags(creation.tags()));
  }

  /** A stream takes one change at a time: encryption first, and shards in a later pass. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    KinesisClient kinesis = client(clients);
    Settings settings = update.settings();
    String arn = update.found().id();
    if (update.changes("encryptionType", "keyId")) {
      String key = settings.keyId() == null ? USUAL_KEY : settings.keyId();
      kinesis.startStreamEncryption(
          request -> request.streamARN(arn).encryptionType(settings.encryptionType()).keyId(key));
      return;
    }
    if (update.changes("streamMode")) {
      kinesis.updateStreamMode(
          request ->
              request
                  .streamARN(arn)
                  .streamModeDetails(mode -> mode.streamMode(settings.streamMode())));
      return;
    }
    kinesis.updateShardCount(
        request ->
            request
                .streamARN(arn)
                .targetShardCount(settings.shardCount())
                .scalingType(ScalingType.UNIFORM_SCALING));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .deleteStream(request -> request.streamARN(found.id()).enforceConsumerDeletion(true));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.resourceARN(found.id()).tags(tags));
  }

  private static KinesisClient client(Clients clients) {
    return clients.of(KinesisClient.class, KinesisClient::builder);
  }
}
