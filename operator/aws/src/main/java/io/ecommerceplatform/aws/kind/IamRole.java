package io.ecommerceplatform.aws.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBackup;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.model.AwsRole;
import io.ecommerceplatform.model.AwsStream;
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
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * IAM roles of the pods of one service each, with one policy inside, and of services of AWS that
 * work for a platform, with policies of AWS.
 */
public final class IamRole implements AwsKind<IamRole.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsRole.TYPE, Identity.NAME, 64)
          .global()
          .with("path", FieldRule.REPLACE)
          .with("assumeRolePolicyDocument", FieldRule.JSON)
          .with("policy", FieldRule.JSON)
          .with("managedPolicyArns", FieldRule.SET);

  /** By it those of operators are found among all roles, as no index of tags knows roles. */
  private static final String PATH = "/ecommerceplatform/";

  /** Only roles below it have policies of AWS, so that the others cost no call more. */
  private static final String OF_AWS = PATH + "aws/";

  private static final String POLICY = "uses";
  private static final String NO_POLICY = "{}";

  /**
   * Its fields, named as IAM names them.
   *
   * @param permissionsBoundary left as it is when nobody names one
   * @param policy the one inside of it; null for none
   * @param managedPolicyArns of AWS; what somebody else attaches stays
   */
  public record Settings(
      String path,
      String assumeRolePolicyDocument,
      String permissionsBoundary,
      String policy,
      List<String> managedPolicyArns) {}

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
        "iam:ListAttachedRolePolicies",
        "iam:AttachRolePolicy",
        "iam:DetachRolePolicy",
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
    return Stream.of(ofPods(platform, aws), ofBackup(aws), ofReplication(aws), ofDelivery(aws))
        .flatMap(wishes -> wishes)
        .toList();
  }

  /** S3 copies objects in the name of a role. */
  private static Stream<Wish<Settings>> ofReplication(Aws aws) {
    List<AwsBucket> replicated = S3ReplicationRights.replicated(aws);
    return replicated.stream()
        .limit(1)
        .map(
            first ->
                Wish.of(
                    AwsBucket.REPLICATION_ROLE,
                    first.path() + ".replicate",
                    "",
                    new Settings(
                        PATH,
                        IamPolicies.trust("s3.amazonaws.com"),
                        null,
                        S3ReplicationRights.text(replicated, aws),
                        null)));
  }

  /** Firehose carries clicks into the lake in the name of a role. */
  private static Stream<Wish<Settings>> ofDelivery(Aws aws) {
    return aws.stream().flatMap(AwsStream::lake).stream()
        .map(
            bucket ->
                Wish.of(
                    AwsStream.ROLE,
                    AwsStream.LAKE_PATH,
                    "",
                    new Settings(
                        PATH,
                        IamPolicies.trust("firehose.amazonaws.com"),
                        null,
                        IamPolicies.ofDelivery(bucket, aws),
                        null)));
  }

  /** AWS Backup copies and restores in the name of a role. */
  private static Stream<Wish<Settings>> ofBackup(Aws aws) {
    return aws.backup().stream()
        .map(
            backup ->
                Wish.of(
                    AwsBackup.ROLE,
                    AwsBackup.PATH,
                    "",
                    new Settings(
                        OF_AWS,
                        IamPolicies.trust("backup.amazonaws.com"),
                        null,
                        null,
                        IamPolicies.ofBackup(aws.region()))));
  }

  private static Stream<Wish<Settings>> ofPods(Platform platform, Aws aws) {
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
                        IamPolicies.uses(role, aws),
                        null)));
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
              policy(iam, name),
              role.path().equals(OF_AWS) ? attached(iam, name) : null);
      Map<String, String> tags =
          role.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
      Map<String, String> outputs = Map.of("arn", role.arn(), "name", name);
      return Optional.of(Found.ready(name, name, settings, tags, outputs));
    } catch (NoSuchEntityException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static List<String> attached(IamClient iam, String name) {
    return iam.listAttachedRolePoliciesPaginator(request -> request.roleName(name)).stream()
        .flatMap(page -> page.attachedPolicies().stream())
        .map(AttachedPolicy::policyArn)
        .filter(IamPolicies::isOfAws)
        .toList();
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
    if (settings.policy() != null) {
      putPolicy(creation.awsName(), settings, clients);
    }
    attach(creation.awsName(), settings, clients);
  }

  private static void attach(String name, Settings settings, Clients clients) {
    if (settings.managedPolicyArns() != null) {
      settings
          .managedPolicyArns()
          .forEach(arn -> client(clients).attachRolePolicy(r -> r.roleName(name).policyArn(arn)));
    }
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
    if (update.changes("managedPolicyArns")) {
      attach(name, settings, clients);
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
    for (JsonNode arn : found.settings().path("managedPolicyArns")) {
      iam.detachRolePolicy(r -> r.roleName(found.id()).policyArn(arn.asText()));
    }
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
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static IamClient client(Clients clients) {
    return clients.of(IamClient.class, IamClient::builder);
  }
}
