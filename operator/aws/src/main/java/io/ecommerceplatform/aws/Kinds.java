package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.kind.AcmCertificate;
import io.ecommerceplatform.aws.kind.AthenaWorkGroup;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.BackupPlan;
import io.ecommerceplatform.aws.kind.BackupSelection;
import io.ecommerceplatform.aws.kind.BackupVault;
import io.ecommerceplatform.aws.kind.Budget;
import io.ecommerceplatform.aws.kind.CacheParameterGroup;
import io.ecommerceplatform.aws.kind.CacheReplicationGroup;
import io.ecommerceplatform.aws.kind.CacheSubnetGroup;
import io.ecommerceplatform.aws.kind.CloudFrontAccess;
import io.ecommerceplatform.aws.kind.CloudFrontDistribution;
import io.ecommerceplatform.aws.kind.CloudWatchAlarm;
import io.ecommerceplatform.aws.kind.CloudWatchDashboard;
import io.ecommerceplatform.aws.kind.CognitoClient;
import io.ecommerceplatform.aws.kind.CognitoDomain;
import io.ecommerceplatform.aws.kind.CognitoUserPool;
import io.ecommerceplatform.aws.kind.DbCluster;
import io.ecommerceplatform.aws.kind.DbClusterInstance;
import io.ecommerceplatform.aws.kind.DbSubnetGroup;
import io.ecommerceplatform.aws.kind.DynamoDbTable;
import io.ecommerceplatform.aws.kind.Ec2Network;
import io.ecommerceplatform.aws.kind.Ec2PrefixList;
import io.ecommerceplatform.aws.kind.Ec2SecurityGroup;
import io.ecommerceplatform.aws.kind.EcrRepository;
import io.ecommerceplatform.aws.kind.EfsAccessPoint;
import io.ecommerceplatform.aws.kind.EfsFileSystem;
import io.ecommerceplatform.aws.kind.EfsMountTargets;
import io.ecommerceplatform.aws.kind.FirehoseDeliveryStream;
import io.ecommerceplatform.aws.kind.GlueDatabase;
import io.ecommerceplatform.aws.kind.GlueTable;
import io.ecommerceplatform.aws.kind.IamRole;
import io.ecommerceplatform.aws.kind.KinesisStream;
import io.ecommerceplatform.aws.kind.KmsAlias;
import io.ecommerceplatform.aws.kind.KmsKey;
import io.ecommerceplatform.aws.kind.LogGroup;
import io.ecommerceplatform.aws.kind.OpenSearchDomain;
import io.ecommerceplatform.aws.kind.ParameterGroup;
import io.ecommerceplatform.aws.kind.RdsInstance;
import io.ecommerceplatform.aws.kind.Route53Record;
import io.ecommerceplatform.aws.kind.Route53Zone;
import io.ecommerceplatform.aws.kind.S3Bucket;
import io.ecommerceplatform.aws.kind.S3BucketPolicy;
import io.ecommerceplatform.aws.kind.S3BucketReplication;
import io.ecommerceplatform.aws.kind.ScalableTarget;
import io.ecommerceplatform.aws.kind.SecretsManagerSecret;
import io.ecommerceplatform.aws.kind.SesConfigurationSet;
import io.ecommerceplatform.aws.kind.SesIdentity;
import io.ecommerceplatform.aws.kind.SnsSubscription;
import io.ecommerceplatform.aws.kind.SnsTopic;
import io.ecommerceplatform.aws.kind.SqsQueue;
import io.ecommerceplatform.aws.kind.WafWebAcl;
import io.ecommerceplatform.aws.kind.Watched;
import io.ecommerceplatform.aws.kind.XRayGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that this release knows. */
public final class Kinds {
  /** What a platform works with. */
  private static final List<AwsKind<?>> WORKING =
      List.of(
          new AcmCertificate(AcmCertificate.TYPE),
          new AcmCertificate(AcmCertificate.GLOBAL_TYPE),
          new BackupPlan(),
          new BackupSelection(),
          new BackupVault(),
          new Budget(),
          new CacheParameterGroup(),
          new CacheReplicationGroup(),
          new CacheSubnetGroup(),
          new CloudFrontAccess(),
          new CloudFrontDistribution(),
          new CognitoClient(),
          new CognitoDomain(),
          new CognitoUserPool(),
          new EcrRepository(),
          new EfsAccessPoint(),
          new EfsFileSystem(),
          new EfsMountTargets(),
          new IamRole(),
          new KinesisStream(),
          new FirehoseDeliveryStream(),
          new GlueDatabase(),
          new GlueTable(),
          new AthenaWorkGroup(),
          new KmsAlias(),
          new KmsKey(),
          new Route53Zone(),
          new Route53Record(),
          new S3Bucket(),
          new S3BucketPolicy(),
          new S3BucketReplication(),
          new DynamoDbTable(),
          new ScalableTarget(),
          new SecretsManagerSecret(),
          new SnsTopic(),
          new SqsQueue(),
          new SnsSubscription(),
          new Ec2Network(),
          new Ec2PrefixList(),
          new Ec2SecurityGroup(),
          new DbSubnetGroup(),
          ParameterGroup.ofInstances(),
          ParameterGroup.ofClusters(),
          ParameterGroup.ofDocuments(),
          new RdsInstance(),
          new DbCluster(DbCluster.TYPE),
          new DbCluster(DbCluster.DOCUMENT_TYPE),
          new DbClusterInstance(DbClusterInstance.TYPE),
          new DbClusterInstance(DbClusterInstance.DOCUMENT_TYPE),
          new OpenSearchDomain(),
          new WafWebAcl(WafWebAcl.REGIONAL),
          new WafWebAcl(WafWebAcl.CLOUDFRONT),
          new LogGroup(),
          new XRayGroup(),
          new SesConfigurationSet(),
          new SesIdentity());

  /** The same, and what watches it. */
  private static final List<AwsKind<?>> ALL = watched(new Watched(WORKING));

  private final Map<String, AwsKind<?>> byType;

  public Kinds(List<AwsKind<?>> kinds) {
    byType =
        kinds.stream().collect(Collectors.toMap(kind -> kind.type().name(), Function.identity()));
  }

  private static List<AwsKind<?>> watched(Watched watched) {
    return Stream.concat(
            WORKING.stream(),
            Stream.of(new CloudWatchAlarm(watched), new CloudWatchDashboard(watched)))
        .toList();
  }

  public static Kinds all() {
    return new Kinds(ALL);
  }

  public List<AwsKind<?>> list() {
    return List.copyOf(byType.values());
  }

  public AwsKind<?> of(String type) {
    return byType.get(type);
  }
}
