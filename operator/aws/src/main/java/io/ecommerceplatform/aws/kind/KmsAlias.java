package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsKey;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;

/** Names of KMS keys for people. One has no tags: it belongs to whom its key belongs. */
public final class KmsAlias implements AwsKind<KmsAlias.Settings> {
  public static final ItemType TYPE = ItemType.of("kms.Alias", Identity.CHILD, 250);

  private static final String PREFIX = "alias/";

  /** Its field, named as KMS names it. */
  public record Settings(String targetKeyId) {}

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
    return Set.of("kms:ListAliases", "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.key().stream()
        .flatMap(
            key ->
                Stream.concat(
                    Stream.of(wish(AwsKey.NAME, key.alias(), key, aws.region())),
                    aws.otherRegionsOfKeys().stream()
                        .map(r -> wish(Aws.copyName(AwsKey.NAME, r), "", key, r).in(r))))
        .toList();
  }

  /** Both have one name in the resource. */
  private static Wish<Settings> wish(String name, String alias, AwsKey key, String region) {
    String id = Reference.to(KmsKey.TYPE, region, name, "id").text();
    return Wish.of(name, key.path(), alias, new Settings(id));
  }

  @Override
  public boolean isInOtherRegions() {
    return true;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return client(clients).listAliasesPaginator().aliases().stream()
        .filter(alias -> alias.targetKeyId() != null) // those that AWS keeps for itself have none
        .map(KmsAlias::found)
        .toList();
  }

  private static Found<Settings> found(AliasListEntry alias) {
    String key =
        alias.aliasArn().substring(0, alias.aliasArn().lastIndexOf(':') + 1)
            + "key/"
            + alias.targetKeyId();
    return Found.child(
        alias.aliasName().substring(PREFIX.length()),
        alias.aliasName(),
        new Settings(alias.targetKeyId()),
        Map.of("arn", alias.aliasArn(), "name", alias.aliasName()),
        List.of(key));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createAlias(
            request ->
                request
                    .aliasName(PREFIX + creation.awsName())
                    .targetKeyId(creation.settings().targetKeyId()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    client(clients)
        .updateAlias(
            request ->
                request
                    .aliasName(update.found().id())
                    .targetKeyId(update.settings().targetKeyId()));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteAlias(request -> request.aliasName(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("an alias has no tags");
  }

  private static KmsClient client(Clients clients) {
    return clients.of(KmsClient.class, KmsClient::builder);
  }
}
