package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsKey;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;

/** KMS keys. One has no name of ours and no token: its tags say whose it is. */
public final class KmsKey implements AwsKind<KmsKey.Settings> {
  public static final ItemType TYPE =
      ItemType.of("kms.Key", Identity.TAG, 256)
          .holdingData(DeletionPolicy.Retain)
          .with("policy", FieldRule.JSON);

  private static final String POLICY = "default";
  private static final int DAYS_OF_ROTATION = 365;
  private static final int DAYS_TO_CALL_BACK = 30;

  /**
   * Its fields, named as KMS names them.
   *
   * @param enabled false too for one that waits for its deletion
   */
  public record Settings(
      String description,
      Boolean enabled,
      Boolean enableKeyRotation,
      Integer rotationPeriodInDays,
      String policy) {}

  /** The ARN of the platform's key; null when keys of AWS will do. */
  static String arn(Aws aws) {
    return aws.key().isPresent()
        ? Reference.to(TYPE, aws.region(), AwsKey.NAME, "arn").text()
        : null;
  }

  /** The ARN of its key in another region; null when keys of AWS will do. */
  static String arn(Aws aws, String region) {
    return aws.key().isPresent()
        ? Reference.to(TYPE, region, Aws.copyName(AwsKey.NAME, region), "arn").text()
        : null;
  }

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  /** Grants are what RDS and ECR take in the name of who makes something with the key. */
  @Override
  public Set<String> actions() {
    return Set.of(
        "kms:ListKeys",
        "kms:DescribeKey",
        "kms:ListResourceTags",
        "kms:GetKeyRotationStatus",
        "kms:GetKeyPolicy",
        "kms:CreateKey",
        "kms:TagResource",
        "kms:EnableKey",
        "kms:DisableKey",
        "kms:EnableKeyRotation",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:UpdateKeyDescription",
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion",
        "kms:CreateGrant",
        "kms:RetireGrant");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    Settings settings = settings(platform, aws);
    return aws.key().stream()
        .flatMap(
            key ->
                Stream.concat(
                    Stream.of(wish(AwsKey.NAME, key, settings)),
                    aws.otherRegionsOfKeys().stream()
                        .map(r -> wish(Aws.copyName(AwsKey.NAME, r), key, settings).in(r))))
        .toList();
  }

  private static Wish<Settings> wish(String name, AwsKey key, Settings settings) {
    return Wish.of(name, key.path(), "", settings).withPolicy(Optional.of(key.deletionPolicy()));
  }

  @Override
  public boolean isInOtherRegions() {
    return true;
  }

  private static Settings settings(Platform platform, Aws aws) {
    return new Settings(
        "Data of the platform %s in %s".formatted(platform.name(), platform.namespace()),
        true,
        true,
        DAYS_OF_ROTATION,
        KmsKeyPolicy.text(aws));
  }

  /** By tags each one costs a call; what is not ours costs no other. */
  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    KmsClient kms = client(clients);
    return kms.listKeysPaginator().keys().stream().flatMap(key -> read(kms, key).stream()).toList();
  }

  private static Optional<Found<Settings>> read(KmsClient kms, KeyListEntry key) {
    try {
      Map<String, String> tags =
          kms.listResourceTagsPaginator(request -> request.keyId(key.keyId())).tags().stream()
              .collect(Collectors.toMap(Tag::tagKey, Tag::tagValue));
      return tags.containsKey(ItemOwner.OWNER)
          ? Optional.of(found(kms, key.keyId(), tags))
          : Optional.empty();
    } catch (NotFoundException e) {
      return Optional.empty(); // gone between the calls
    } catch (KmsException e) {
      if (isForeign(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** One whose own policy lets nobody of us look at it; ours lets IAM decide. */
  private static boolean isForeign(KmsException e) {
    return e.statusCode() == 400
        && "AccessDeniedException".equals(e.awsErrorDetails().errorCode())
        && String.valueOf(e.awsErrorDetails().errorMessage()).contains("resource-based policy");
  }

  private static Found<Settings> found(KmsClient kms, String id, Map<String, String> tags) {
    KeyMetadata key = kms.describeKey(request -> request.keyId(id)).keyMetadata();
    GetKeyRotationStatusResponse rotation = kms.getKeyRotationStatus(request -> request.keyId(id));
    Settings settings =
        new Settings(
            key.description(),
            key.keyState() == KeyState.ENABLED,
            rotation.keyRotationEnabled(),
            rotation.rotationPeriodInDays(),
            kms.getKeyPolicy(request -> request.keyId(id).policyName(POLICY)).policy());
    return Found.of(id, id, settings, tags, health(key), Map.of("arn", key.arn(), "id", id));
  }

  private static ItemHealth health(KeyMetadata key) {
    return switch (key.keyState()) {
      case ENABLED, DISABLED -> new ItemHealth.Ready();
      case PENDING_DELETION, PENDING_REPLICA_DELETION ->
          new ItemHealth.Scheduled(String.valueOf(key.deletionDate()));
      case CREATING, UPDATING, PENDING_IMPORT, UNAVAILABLE, UNKNOWN_TO_SDK_VERSION ->
          new ItemHealth.Progressing("KMS says that it is " + key.keyStateAsString());
    };
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    KmsClient kms = client(clients);
    Settings settings = creation.settings();
    String id =
        kms.createKey(
                request ->
                    request
                        .description(settings.description())
                        .policy(settings.policy())
                        .tags(tags(creation.tags())))
            .keyMetadata()
            .keyId();
    rotate(id, settings, kms);
  }

  /** One that is off takes no change, so it is switched on first and off last. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    KmsClient kms = client(clients);
    String id = update.found().id();
    Settings settings = update.settings();
    if (update.found().health() instanceof ItemHealth.Scheduled) {
      kms.cancelKeyDeletion(request -> request.keyId(id));
    }
    if (update.changes("enabled") && settings.enabled()) {
      kms.enableKey(request -> request.keyId(id));
    }
    if (update.changes("description")) {
      kms.updateKeyDescription(r -> r.keyId(id).description(settings.description()));
    }
    if (update.changes("policy")) {
      kms.putKeyPolicy(r -> r.keyId(id).policyName(POLICY).policy(settings.policy()));
    }
    if (update.changes("enableKeyRotation", "rotationPeriodInDays")) {
      rotate(id, settings, kms);
    }
    if (update.changes("enabled") && !settings.enabled()) {
      kms.disableKey(request -> request.keyId(id));
    }
  }

  private static void rotate(String id, Settings settings, KmsClient kms) {
    if (settings.enableKeyRotation()) {
      kms.enableKeyRotation(
          request -> request.keyId(id).rotationPeriodInDays(settings.rotationPeriodInDays()));
    } else {
      kms.disableKeyRotation(request -> request.keyId(id));
    }
  }

  /**
   * As late as KMS can: what it encrypted is lost with it, and until then it can be called back.
   */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .scheduleKeyDeletion(
            request -> request.keyId(found.id()).pendingWindowInDays(DAYS_TO_CALL_BACK));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.keyId(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().tagKey(key).tagValue(value).build());
  }

  private static KmsClient client(Clients clients) {
    return clients.of(KmsClient.class, KmsClient::builder);
  }
}
