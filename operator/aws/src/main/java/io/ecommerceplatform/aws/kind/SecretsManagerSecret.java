package io.ecommerceplatform.aws.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsSecret;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Secrets of Secrets Manager. What is in one is never read: the name of its current version says
 * whether it is what the Secret in the cluster has.
 */
public final class SecretsManagerSecret implements AwsKind<SecretsManagerSecret.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsSecret.TYPE, Identity.NAME, 512)
          .holdingData(DeletionPolicy.Retain)
          .with("secretString", FieldRule.SECRET)
          .with("versionId", FieldRule.SECRET_VERSION);

  private static final String CURRENT = "AWSCURRENT";
  private static final long DAYS_TO_CALL_BACK = 30;

  /**
   * Its fields, named as Secrets Manager names them.
   *
   * @param secretString its keys and values
   * @param versionId of what is current
   * @param deleted true for one that waits for its deletion
   */
  public record Settings(
      String description,
      String kmsKeyId,
      Map<String, String> secretString,
      String versionId,
      Boolean deleted) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  /** Those of KMS are what Secrets Manager does with a key in the name of who writes a value. */
  @Override
  public Set<String> actions() {
    return Set.of(
        "secretsmanager:ListSecrets",
        "secretsmanager:CreateSecret",
        "secretsmanager:UpdateSecret",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
        "secretsmanager:RestoreSecret",
        "secretsmanager:DeleteSecret",
        "secretsmanager:TagResource",
        "kms:GenerateDataKey",
        "kms:Decrypt");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.secrets().stream()
        .map(secret -> Wish.of(secret.name(), secret.path(), secret.awsName(), of(secret, aws)))
        .toList();
  }

  private static Settings of(AwsSecret secret, Aws aws) {
    return new Settings(
        "Copy of the Secret %s in the cluster".formatted(secret.source()),
        KmsKey.arn(aws),
        new TreeMap<>(secret.value()),
        secret.version().text(),
        false);
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return client(clients)
        .listSecretsPaginator(request -> request.includePlannedDeletion(true).maxResults(100))
        .stream()
        .flatMap(page -> page.secretList().stream())
        .map(SecretsManagerSecret::found)
        .toList();
  }

  private static Found<Settings> found(SecretListEntry secret) {
    Settings settings =
        new Settings(
            secret.description(), secret.kmsKeyId(), null, current(secret), isDeleted(secret));
    ItemHealth health =
        isDeleted(secret)
            ? new ItemHealth.Scheduled("the end of its recovery window")
            : new ItemHealth.Ready();
    return Found.of(
        secret.name(),
        secret.arn(),
        settings,
        secret.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)),
        health,
        Map.of("arn", secret.arn(), "name", secret.name()));
  }

  private static boolean isDeleted(SecretListEntry secret) {
    return secret.deletedDate() != null;
  }

  private static String current(SecretListEntry secret) {
    return secret.secretVersionsToStages().entrySet().stream()
        .filter(version -> version.getValue().contains(CURRENT))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createSecret(
            request ->
                request
                    .name(creation.awsName())
                    .description(settings.description())
                    .kmsKeyId(settings.kmsKeyId())
                    .secretString(text(settings))
                    .clientRequestToken(settings.versionId())
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    SecretsManagerClient secrets = client(clients);
    Settings settings = update.settings();
    String id = update.found().id();
    if (update.changes("deleted") && !settings.deleted()) {
      secrets.restoreSecret(request -> request.secretId(id));
    }
    if (update.changes("description", "kmsKeyId")) {
      secrets.updateSecret(
          request ->
              request
                  .secretId(id)
                  .description(settings.description())
                  .kmsKeyId(settings.kmsKeyId()));
    }
    if (update.changes("versionId")) {
      put(id, settings, update.found(), secrets);
    }
    if (update.changes("deleted") && settings.deleted()) {
      delete(update.found(), false, clients);
    }
  }

  /** A version that was current once is not written again: it becomes the current one again. */
  private static void put(
      String id, Settings settings, FoundItem found, SecretsManagerClient secrets) {
    List<String> stages =
        secrets
            .putSecretValue(
                request ->
                    request
                        .secretId(id)
                        .secretString(text(settings))
                        .clientRequestToken(settings.versionId()))
            .versionStages();
    if (!stages.contains(CURRENT)) {
      String before = found.settings().path("versionId").asText();
      secrets.updateSecretVersionStage(
          request ->
              request
                  .secretId(id)
                  .versionStage(CURRENT)
                  .moveToVersionId(settings.versionId())
                  .removeFromVersionId(before));
    }
  }

  /** A JSON object, as everything that reads such secrets expects it. */
  private static String text(Settings settings) {
    ObjectNode value = Json.tree(Map.of());
    settings
        .secretString()
        .forEach(
            (key, text) -> {
              if (key.equals(SecretReference.ALL)) {
                value.setAll((ObjectNode) Json.parse(text));
              } else {
                value.put(key, text);
              }
            });
    return value.toString();
  }

  /** Within the recovery window it can be called back. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .deleteSecret(
            request -> request.secretId(found.id()).recoveryWindowInDays(DAYS_TO_CALL_BACK));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.secretId(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static SecretsManagerClient client(Clients clients) {
    return clients.of(SecretsManagerClient.class, SecretsManagerClient::builder);
  }
}
