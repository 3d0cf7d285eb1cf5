package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.resource.ItemHealth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.AdvancedSecurityOptions;
import software.amazon.awssdk.services.opensearch.model.ClusterConfig;
import software.amazon.awssdk.services.opensearch.model.DomainEndpointOptions;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainProcessingStatusType;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.EBSOptions;
import software.amazon.awssdk.services.opensearch.model.EncryptionAtRestOptions;
import software.amazon.awssdk.services.opensearch.model.NodeToNodeEncryptionOptions;
import software.amazon.awssdk.services.opensearch.model.Tag;
import software.amazon.awssdk.services.opensearch.model.VPCDerivedInfo;

/** Reads domains of OpenSearch Service. */
record OpenSearchReading(OpenSearchClient search) {
  /** Before the number of each version. */
  static final String ENGINE = "OpenSearch_";

  /** One call tells of no more domains. */
  private static final int AT_ONCE = 5;

  private static final int ACCOUNT = 4;

  List<Found<OpenSearchDomain.Settings>> found(Interest interest) {
    List<String> names =
        search.listDomainNames(request -> {}).domainNames().stream()
            .map(DomainInfo::domainName)
            .filter(interest::has)
            .toList();
    List<Found<OpenSearchDomain.Settings>> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i += AT_ONCE) {
      List<String> some = names.subList(i, Math.min(names.size(), i + AT_ONCE));
      search
          .describeDomains(request -> request.domainNames(some))
          .domainStatusList()
          .forEach(domain -> found.add(found(domain)));
    }
    return found;
  }

  private Found<OpenSearchDomain.Settings> found(DomainStatus domain) {
    Map<String, String> tags =
        search.listTags(request -> request.arn(domain.arn())).tagList().stream()
            .collect(Collectors.toMap(Tag::key, Tag::value));
    return Found.of(
        domain.domainName(), domain.arn(), settings(domain), tags, health(domain), outputs(domain));
  }

  private static OpenSearchDomain.Settings settings(DomainStatus domain) {
    ClusterConfig cluster = domain.clusterConfig();
    EBSOptions volumes = domain.ebsOptions();
    Optional<VPCDerivedInfo> network = Optional.ofNullable(domain.vpcOptions());
    Optional<EncryptionAtRestOptions> atRest =
        Optional.ofNullable(domain.encryptionAtRestOptions());
    DomainEndpointOptions endpoint = domain.domainEndpointOptions();
    Optional<AdvancedSecurityOptions> security =
        Optional.ofNullable(domain.advancedSecurityOptions());
    boolean hasMasters = Boolean.TRUE.equals(cluster.dedicatedMasterEnabled());
    return new OpenSearchDomain.Settings(
        domain.engineVersion(),
        cluster.instanceTypeAsString(),
        cluster.instanceCount(),
        hasMasters ? cluster.dedicatedMasterCount() : 0,
        hasMasters ? cluster.dedicatedMasterTypeAsString() : null,
        zones(cluster),
        volumes == null ? null : volumes.volumeTypeAsString(),
        volumes == null ? null : volumes.volumeSize(),
        network.map(VPCDerivedInfo::vpcId).orElse(""),
        network.map(VPCDerivedInfo::subnetIds).map(OpenSearchReading::joined).orElse(""),
        network.map(VPCDerivedInfo::securityGroupIds).map(OpenSearchReading::joined).orElse(""),
        atRest.map(EncryptionAtRestOptions::enabled).orElse(false),
        atRest.map(EncryptionAtRestOptions::kmsKeyId).orElse(null),
        Optional.ofNullable(domain.nodeToNodeEncryptionOptions())
            .map(NodeToNodeEncryptionOptions::enabled)
            .orElse(false),
        endpoint == null ? Boolean.FALSE : endpoint.enforceHTTPS(),
        endpoint == null ? null : endpoint.tlsSecurityPolicyAsString(),
        security.map(AdvancedSecurityOptions::enabled).orElse(false),
        security.map(AdvancedSecurityOptions::internalUserDatabaseEnabled).orElse(false),
        null,
        null,
        policy(domain));
  }

  private static String policy(DomainStatus domain) {
    String itself = ":domain/" + domain.domainName() + "/";
    return domain.accessPolicies() == null
        ? ""
        : domain.accessPolicies().replace(itself, ":domain/" + OpenSearchDomain.ITSELF + "/");
  }

  /** Two, unless it says otherwise: that is how zones began. */
  private static int zones(ClusterConfig cluster) {
    if (!Boolean.TRUE.equals(cluster.zoneAwarenessEnabled())) {
      return 1;
    }
    return cluster.zoneAwarenessConfig() == null
        ? 2
        : cluster.zoneAwarenessConfig().availabilityZoneCount();
  }

  private static String joined(List<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(","));
  }

  private static ItemHealth health(DomainStatus domain) {
    if (Boolean.TRUE.equals(domain.deleted())) {
      return new ItemHealth.Deleting();
    }
    if (domain.domainProcessingStatus() == DomainProcessingStatusType.ISOLATED) {
      return new ItemHealth.Failed(
          "OpenSearch Service isolated it, and deletes it soon; ask the support of AWS");
    }
    if (endpoint(domain).isEmpty()) {
      return new ItemHealth.Progressing("is being created");
    }
    if (Boolean.TRUE.equals(domain.upgradeProcessing())) {
      return new ItemHealth.Progressing("is being upgraded");
    }
    return Boolean.TRUE.equals(domain.processing())
        ? new ItemHealth.Progressing("is being changed")
        : new ItemHealth.Ready();
  }

  /** One in a VPC has no other address than that in there. */
  private static Optional<String> endpoint(DomainStatus domain) {
    return Optional.ofNullable(domain.endpoints().get("vpc"))
        .or(() -> Optional.ofNullable(domain.endpoint()));
  }

  private static Map<String, String> outputs(DomainStatus domain) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", domain.arn());
    outputs.put("name", domain.domainName());
    outputs.put("account", domain.arn().split(":")[ACCOUNT]);
    endpoint(domain).ifPresent(address -> outputs.put("endpoint", address));
    return outputs;
  }
}
