package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsRole;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** IAM roles of the pods of one service each, with one policy inside. */
public final class IamRole implements AwsKind<IamRole.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsRole.TYPE, Identity.NAME, 64)
          .global()
          .with("path", FieldRule.REPLACE)
          .with("assumeRolePolicyDocument", FieldRule.JSON)
          .with("policy", FieldRule.JSON);

  /** By it those of operators are found among all roles, as no index of tags knows roles. */
  private static final String PATH = "/ecommerceplatform/";

  private static final String POLICY = "uses";
  private static final String NO_POLICY = "{}";

  /**
   * Its fields, named as IAM names them.
   *
   * @param permissionsBoundary left as it is when nobody names one
   * @param policy the one inside of it
   */
  public record Settings(
      String path, String assumeRolePolicyDocument, String permissionsBoundary, String policy) {}

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
        "iam:ListRoles",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:CreateRole",
        "iam:TagRole",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:ListRolePolicies",
        "iam:DeleteRolePolicy",
        "iam:DeleteRole");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.roles().stream()
        .map(
            role ->
                Wish.of(
                    role.name(),
                    role.path(),
                    "",
                    new Settings(
                        PATH,
                        IamPolicies.trust(role, platform.namespace()),
                        role.podRoles().permissionsBoundary().orElse(null),
                        IamPolicies.uses(role, aws))))
        .toList();
  }

  /** The list says neither tags nor policies. */
  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    IamClient iam = client(clients);
    return iam.listRolesPaginator(request -> request.pathPrefix(PATH)).roles().stream()
        .flatMap(role -> read(iam, role.roleName()).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(IamClient iam, String name) {
    try {
      Role role = iam.getRole(request -> request.roleName(name)).role();
      Settings settings =
          new Settings(
              role.path(),
              decoded(role.assumeRolePolicyDocument()),
              role.permissionsBoundary() == null
                  ? null
                  : role.permissionsBoundary().permissionsBoundaryArn(),
              policy(iam, name));
      Map<String, String> tags =
          role.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
      Map<String, String> outputs = Map.of("arn", role.arn(), "name", name);
      return Optional.of(Found.ready(name, name, settings, tags, outputs));
    } catch (NoSuchEntityException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static String policy(IamClient iam, String name) {
    try {
      return decoded(iam.getRolePolicy(r -> r.roleName(name).policyName(POLICY)).policyDocument());
    } catch (NoSuchEntityException e) {
      return NO_POLICY;
    }
  }

  /** IAM answers with documents as they stand in addresses. */
  private static String decoded(String document) {
    return document.startsWith("{")
        ? document
        : URLDecoder.decode(document, StandardCharsets.UTF_8);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createRole(
            request ->
                request
                    .roleName(creation.awsName())
                    .path(settings.path())
                    .assumeRolePolicyDocument(settings.assumeRolePolicyDocument())
                    .permissionsBoundary(settings.permissionsBoundary())
                    .tags(tags(creation.tags())));
    putPolicy(creation.awsName(), settings, clients);
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    IamClient iam = client(clients);
    String name = update.found().id();
    Settings settings = update.settings();
    if (update.changes("permissionsBoundary")) {
      iam.putRolePermissionsBoundary(
          r -> r.roleName(name).permissionsBoundary(settings.permissionsBoundary()));
    }
    if (update.changes("assumeRolePolicyDocument")) {
      iam.updateAssumeRolePolicy(
          r -> r.roleName(name).policyDocument(settings.assumeRolePolicyDocument()));
    }
    if (update.changes("policy")) {
      putPolicy(name, settings, clients);
    }
  }

  private static void putPolicy(String name, Settings settings, Clients clients) {
    client(clients)
        .putRolePolicy(r -> r.roleName(name).policyName(POLICY).policyDocument(settings.policy()));
  }

  /** IAM deletes no role with policies inside; one that somebody attached is his to take off. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    IamClient iam = client(clients);
    iam.listRolePoliciesPaginator(r -> r.roleName(found.id())).policyNames().stream()
        .toList()
        .forEach(policy -> iam.deleteRolePolicy(r -> r.roleName(found.id()).policyName(policy)));
    iam.deleteRole(request -> request.roleName(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagRole(request -> request.roleName(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static IamClient client(Clients clients) {
    return clients.of(IamClient.class, IamClient::builder);
  }
}
