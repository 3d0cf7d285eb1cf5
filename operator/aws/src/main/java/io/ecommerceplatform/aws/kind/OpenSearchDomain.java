package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsSearch;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.SecretReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.ClusterConfig;
import software.amazon.awssdk.services.opensearch.model.CreateDomainRequest;
import software.amazon.awssdk.services.opensearch.model.EBSOptions;
import software.amazon.awssdk.services.opensearch.model.Tag;
import software.amazon.awssdk.services.opensearch.model.UpdateDomainConfigRequest;
import software.amazon.awssdk.services.opensearch.model.VPCOptions;

/** Domains of OpenSearch Service, inside the VPC and with users of their own. */
public final class OpenSearchDomain implements AwsKind<OpenSearchDomain.Settings> {
  /** Encryption and users are switched on for ever, and a domain stays in its VPC. */
  public static final ItemType TYPE =
      ItemType.of(AwsSearch.TYPE, Identity.NAME, 28)
          .holdingData(DeletionPolicy.Retain)
          .with("vpcId", FieldRule.REPLACE)
          .with("encryptionAtRest", FieldRule.REPLACE)
          .with("kmsKeyId", FieldRule.REPLACE)
          .with("nodeToNodeEncryption", FieldRule.REPLACE)
          .with("enforceHTTPS", FieldRule.REPLACE)
          .with("advancedSecurity", FieldRule.REPLACE)
          .with("internalUserDatabase", FieldRule.REPLACE)
          .with("masterUserName", FieldRule.SECRET)
          .with("masterUserPassword", FieldRule.SECRET)
          .with("accessPolicies", FieldRule.JSON);

  /** Stands for its name in its policy, as a derived name is not known before it is made. */
  static final String ITSELF = "<itself>";

  private static final String TLS = "Policy-Min-TLS-1-2-2019-07";

  private static final List<String> CLUSTER =
      List.of(
          "instanceType",
          "instanceCount",
          "dedicatedMasterCount",
          "dedicatedMasterType",
          "availabilityZoneCount");

  /**
   * Its fields, named as OpenSearch Service names them.
   *
   * @param dedicatedMasterCount 0 without any
   * @param availabilityZoneCount 1 without zone awareness
   * @param vpcId empty for one that faces the internet
   */
  public record Settings(
      String engineVersion,
      String instanceType,
      Integer instanceCount,
      Integer dedicatedMasterCount,
      String dedicatedMasterType,
      Integer availabilityZoneCount,
      String volumeType,
      Integer volumeSize,
      String vpcId,
      String subnetIds,
      String securityGroupIds,
      Boolean encryptionAtRest,
      String kmsKeyId,
      Boolean nodeToNodeEncryption,
      Boolean enforceHTTPS,
      String tlsSecurityPolicy,
      Boolean advancedSecurity,
      Boolean internalUserDatabase,
      String masterUserName,
      String masterUserPassword,
      String accessPolicies) {}

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
        "es:ListDomainNames",
        "es:DescribeDomains",
        "es:ListTags",
        "iam:CreateServiceLinkedRole",
        "es:CreateDomain",
        "es:AddTags",
        "es:UpdateDomainConfig",
        "es:UpgradeDomain",
        "es:DeleteDomain");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.search().stream()
        .map(
            search ->
                Wish.of(search.name(), search.path(), search.awsName(), settings(search, aws))
                    .withPolicy(search.deletionPolicy()))
        .toList();
  }

  private static Settings settings(AwsSearch search, Aws aws) {
    return new Settings(
        search.version().isEmpty() ? null : OpenSearchReading.ENGINE + search.version(),
        search.instanceType(),
        search.nodes(),
        search.masters(),
        search.masters() == 0 ? null : search.masterType(),
        search.zones(),
        "gp3",
        search.volumeSize(),
        Ec2Network.vpc(aws),
        Ec2Network.databaseSubnets(aws, search.zones()),
        Ec2SecurityGroup.id(aws, search.name()).text(),
        true,
        KmsKey.arn(aws),
        true,
        true,
        TLS,
        true,
        true,
        search.masterUser(),
        new SecretReference(search.credentials(), "password").text(),
        policy(aws));
  }

  /** Its users are checked by itself; its security group says who comes near. */
  private static String policy(Aws aws) {
    String account = Reference.accountId(aws.region()).text();
    Map<String, Object> statement =
        Map.of(
            "Effect",
            "Allow",
            "Principal",
            Map.of("AWS", "*"),
            "Action",
            "es:ESHttp*",
            "Resource",
            "arn:%s:es:%s:%s:domain/%s/*"
                .formatted(Partition.of(aws.region()), aws.region(), account, ITSELF));
    return Json.text(Json.tree(Map.of("Version", "2012-10-17", "Statement", List.of(statement))));
  }

  @Override
  public boolean isReadInBulk() {
    return false; // their tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return new OpenSearchReading(client(clients)).found(interest);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    allowNetwork(clients);
    client(clients).createDomain(request -> fields(creation, request));
  }

  /** In the VPC of an account the service works by a role, which nobody else makes for it. */
  private static void allowNetwork(Clients clients) {
    try {
      clients
          .of(IamClient.class, IamClient::builder)
          .createServiceLinkedRole(r -> r.awsServiceName("opensearchservice.amazonaws.com"));
    } catch (InvalidInputException e) {
      // the account has it already
    }
  }

  private static void fields(Creation<Settings> creation, CreateDomainRequest.Builder request) {
    Settings settings = creation.settings();
    request
        .domainName(creation.awsName())
        .engineVersion(settings.engineVersion())
        .clusterConfig(cluster(settings))
        .ebsOptions(volumes(settings))
        .vpcOptions(network(settings))
        .encryptionAtRestOptions(
            e -> e.enabled(settings.encryptionAtRest()).kmsKeyId(settings.kmsKeyId()))
        .nodeToNodeEncryptionOptions(n -> n.enabled(settings.nodeToNodeEncryption()))
        .domainEndpointOptions(
            d ->
                d.enforceHTTPS(settings.enforceHTTPS())
                    .tlsSecurityPolicy(settings.tlsSecurityPolicy()))
        .advancedSecurityOptions(
            a ->
                a.enabled(settings.advancedSecurity())
                    .internalUserDatabaseEnabled(settings.internalUserDatabase())
                    .masterUserOptions(
                        m ->
                            m.masterUserName(settings.masterUserName())
                                .masterUserPassword(settings.masterUserPassword())))
        .accessPolicies(settings.accessPolicies().replace(ITSELF, creation.awsName()))
        .tagList(tags(creation.tags()));
  }

  private static ClusterConfig cluster(Settings settings) {
    boolean hasMasters = settings.dedicatedMasterCount() > 0;
    boolean hasZones = settings.availabilityZoneCount() > 1;
    return ClusterConfig.builder()
        .instanceType(settings.instanceType())
        .instanceCount(settings.instanceCount())
        .dedicatedMasterEnabled(hasMasters)
        .dedicatedMasterCount(hasMasters ? settings.dedicatedMasterCount() : null)
        .dedicatedMasterType(settings.dedicatedMasterType())
        .zoneAwarenessEnabled(hasZones)
        .applyMutation(
            cluster -> {
              if (hasZones) {
                cluster.zoneAwarenessConfig(
                    zones -> zones.availabilityZoneCount(settings.availabilityZoneCount()));
              }
            })
        .build();
  }

  private static EBSOptions volumes(Settings settings) {
    return EBSOptions.builder()
        .ebsEnabled(true)
        .volumeType(settings.volumeType())
        .volumeSize(settings.volumeSize())
        .build();
  }

  private static VPCOptions network(Settings settings) {
    return VPCOptions.builder()
        .subnetIds(settings.subnetIds().split(","))
        .securityGroupIds(settings.securityGroupIds().split(","))
        .build();
  }

  /** A domain takes one change at a time: another version comes when the rest is done. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    OpenSearchClient search = client(clients);
    if (update.changed().equals(Set.of("engineVersion"))) {
      search.upgradeDomain(
          request ->
              request
                  .domainName(update.found().awsName())
                  .targetVersion(update.settings().engineVersion()));
      return;
    }
    search.updateDomainConfig(request -> changes(update, request));
  }

  private static void changes(Update<Settings> update, UpdateDomainConfigRequest.Builder request) {
    Settings settings = update.settings();
    String name = update.found().awsName();
    request.domainName(name);
    if (CLUSTER.stream().anyMatch(update::changes)) {
      request.clusterConfig(cluster(settings));
    }
    if (update.changes("volumeType", "volumeSize")) {
      request.ebsOptions(volumes(settings));
    }
    if (update.changes("subnetIds", "securityGroupIds")) {
      request.vpcOptions(network(settings));
    }
    if (update.changes("tlsSecurityPolicy")) {
      request.domainEndpointOptions(
          d ->
              d.enforceHTTPS(settings.enforceHTTPS())
                  .tlsSecurityPolicy(settings.tlsSecurityPolicy()));
    }
    if (update.changes("accessPolicies")) {
      request.accessPolicies(settings.accessPolicies().replace(ITSELF, name));
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteDomain(request -> request.domainName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).addTags(request -> request.arn(found.id()).tagList(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static OpenSearchClient client(Clients clients) {
    return clients.of(OpenSearchClient.class, OpenSearchClient::builder);
  }
}
