"""Where the tags of a resource come from: the calls that create it, tag it and delete it."""

from collections.abc import Callable
from typing import Any

from emulator.exchange import Exchange

Where = str | Callable[[Exchange], str]


def _named(service: str, pattern: str) -> Callable[[Exchange], str]:
    """An ARN that is made of parameters."""

    def make(exchange: Exchange) -> str:
        resource = pattern.format_map(exchange.params)
        return f"arn:aws:{service}:{exchange.region}:{exchange.call.account}:{resource}"

    return make


def _bucket(exchange: Exchange) -> str:
    return f"arn:aws:s3:::{exchange.params['Bucket']}"


_RDS = {
    "CreateDBInstance": "DBInstance.DBInstanceArn",
    "CreateDBInstanceReadReplica": "DBInstance.DBInstanceArn",
    "RestoreDBInstanceFromDBSnapshot": "DBInstance.DBInstanceArn",
    "RestoreDBInstanceToPointInTime": "DBInstance.DBInstanceArn",
    "CreateDBCluster": "DBCluster.DBClusterArn",
    "RestoreDBClusterFromSnapshot": "DBCluster.DBClusterArn",
    "RestoreDBClusterToPointInTime": "DBCluster.DBClusterArn",
    "CreateDBSubnetGroup": "DBSubnetGroup.DBSubnetGroupArn",
    "CreateDBParameterGroup": "DBParameterGroup.DBParameterGroupArn",
    "CreateDBClusterParameterGroup": "DBClusterParameterGroup.DBClusterParameterGroupArn",
    "CreateDBSnapshot": "DBSnapshot.DBSnapshotArn",
    "CreateDBClusterSnapshot": "DBClusterSnapshot.DBClusterSnapshotArn",
    "CreateGlobalCluster": "GlobalCluster.GlobalClusterArn",
}
_ELASTICACHE = {
    "CreateReplicationGroup": "ReplicationGroup.ARN",
    "CreateCacheSubnetGroup": "CacheSubnetGroup.ARN",
    "CreateCacheParameterGroup": "CacheParameterGroup.ARN",
    "CreateSnapshot": "Snapshot.ARN",
}

# where the ARN of what was created is, and the parameter with its tags
CREATED: dict[tuple[str, str], tuple[Where, str]] = (
    {("rds", operation): (path, "Tags") for operation, path in _RDS.items()}
    | {("elasticache", operation): (path, "Tags") for operation, path in _ELASTICACHE.items()}
    | {
        ("acm", "RequestCertificate"): ("CertificateArn", "Tags"),
        ("application-autoscaling", "RegisterScalableTarget"): ("ScalableTargetARN", "Tags"),
        ("athena", "CreateWorkGroup"): (_named("athena", "workgroup/{Name}"), "Tags"),
        ("backup", "CreateBackupPlan"): ("BackupPlanArn", "BackupPlanTags"),
        ("backup", "CreateBackupVault"): ("BackupVaultArn", "BackupVaultTags"),
        ("cloudfront", "CreateDistributionWithTags"): (
            "Distribution.ARN",
            "DistributionConfigWithTags.Tags",
        ),
        ("cloudwatch", "PutCompositeAlarm"): (_named("cloudwatch", "alarm:{AlarmName}"), "Tags"),
        ("cloudwatch", "PutMetricAlarm"): (_named("cloudwatch", "alarm:{AlarmName}"), "Tags"),
        ("cognito-idp", "CreateUserPool"): ("UserPool.Arn", "UserPoolTags"),
        ("dynamodb", "CreateTable"): ("TableDescription.TableArn", "Tags"),
        ("ecr", "CreateRepository"): ("repository.repositoryArn", "tags"),
        ("efs", "CreateAccessPoint"): ("AccessPointArn", "Tags"),
        ("efs", "CreateFileSystem"): ("FileSystemArn", "Tags"),
        ("firehose", "CreateDeliveryStream"): ("DeliveryStreamARN", "Tags"),
        ("glue", "CreateCrawler"): (_named("glue", "crawler/{Name}"), "Tags"),
        ("glue", "CreateDatabase"): (_named("glue", "database/{DatabaseInput[Name]}"), "Tags"),
        ("kinesis", "CreateStream"): (_named("kinesis", "stream/{StreamName}"), "Tags"),
        ("kms", "CreateKey"): ("KeyMetadata.Arn", "Tags"),
        ("kms", "ReplicateKey"): ("ReplicaKeyMetadata.Arn", "Tags"),
        ("logs", "CreateLogGroup"): (_named("logs", "log-group:{logGroupName}"), "tags"),
        ("opensearch", "CreateDomain"): ("DomainStatus.ARN", "TagList"),
        ("s3", "CreateBucket"): (_bucket, "CreateBucketConfiguration.Tags"),
        ("secretsmanager", "CreateSecret"): ("ARN", "Tags"),
        ("sesv2", "CreateConfigurationSet"): (
            _named("ses", "configuration-set/{ConfigurationSetName}"),
            "Tags",
        ),
        ("sesv2", "CreateEmailIdentity"): (_named("ses", "identity/{EmailIdentity}"), "Tags"),
        ("sns", "CreateTopic"): ("TopicArn", "Tags"),
        ("sqs", "CreateQueue"): (_named("sqs", "{QueueName}"), "tags"),
        ("wafv2", "CreateWebACL"): ("Summary.ARN", "Tags"),
        ("xray", "CreateGroup"): ("Group.GroupARN", "Tags"),
        ("xray", "CreateSamplingRule"): ("SamplingRuleRecord.SamplingRule.RuleARN", "Tags"),
    }
)

# the parameter that names the resource, the one with the tags, and whether they replace all
SETTERS: dict[tuple[str, str], tuple[str, str, bool]] = {
    ("acm", "AddTagsToCertificate"): ("CertificateArn", "Tags", False),
    ("cloudfront", "TagResource"): ("Resource", "Tags", False),
    ("dynamodb", "TagResource"): ("ResourceArn", "Tags", False),
    ("ecr", "TagResource"): ("resourceArn", "tags", False),
    ("efs", "TagResource"): ("ResourceId", "Tags", False),
    ("elasticache", "AddTagsToResource"): ("ResourceName", "Tags", False),
    ("firehose", "TagDeliveryStream"): ("DeliveryStreamName", "Tags", False),
    ("kinesis", "AddTagsToStream"): ("StreamName", "Tags", False),
    ("kms", "TagResource"): ("KeyId", "Tags", False),
    ("logs", "TagResource"): ("resourceArn", "tags", False),
    ("opensearch", "AddTags"): ("ARN", "TagList", False),
    ("rds", "AddTagsToResource"): ("ResourceName", "Tags", False),
    ("route53", "ChangeTagsForResource"): ("ResourceId", "AddTags", False),
    ("s3", "PutBucketTagging"): ("Bucket", "Tagging", True),
    ("secretsmanager", "TagResource"): ("SecretId", "Tags", False),
    ("sns", "TagResource"): ("ResourceArn", "Tags", False),
    ("sqs", "TagQueue"): ("QueueUrl", "Tags", False),
    ("xray", "TagResource"): ("ResourceARN", "Tags", False),
} | {
    (service, "TagResource"): (param, tags, False)
    for service, param, tags in (
        ("application-autoscaling", "ResourceARN", "Tags"),
        ("athena", "ResourceARN", "Tags"),
        ("backup", "ResourceArn", "Tags"),
        ("cloudwatch", "ResourceARN", "Tags"),
        ("cognito-idp", "ResourceArn", "Tags"),
        ("glue", "ResourceArn", "TagsToAdd"),
        ("kinesis", "ResourceARN", "Tags"),
        ("sesv2", "ResourceArn", "Tags"),
        ("wafv2", "ResourceARN", "Tags"),
    )
}

# the parameter that names the resource, and the one with the keys
REMOVERS: dict[tuple[str, str], tuple[str, str]] = {
    ("acm", "RemoveTagsFromCertificate"): ("CertificateArn", "Tags"),
    ("elasticache", "RemoveTagsFromResource"): ("ResourceName", "TagKeys"),
    ("firehose", "UntagDeliveryStream"): ("DeliveryStreamName", "TagKeys"),
    ("kinesis", "RemoveTagsFromStream"): ("StreamName", "TagKeys"),
    ("opensearch", "RemoveTags"): ("ARN", "TagKeys"),
    ("rds", "RemoveTagsFromResource"): ("ResourceName", "TagKeys"),
    ("sqs", "UntagQueue"): ("QueueUrl", "TagKeys"),
} | {
    (service, "UntagResource"): (target, keys)
    for (service, operation), (target, _, _) in SETTERS.items()
    if operation == "TagResource"
    for keys in [
        {"ecr": "tagKeys", "logs": "tagKeys", "glue": "TagsToRemove", "backup": "TagKeyList"}.get(
            service, "TagKeys"
        )
    ]
}

# services whose deletions are followed, with their name in ARNs
DELETED_BY: dict[str, str] = {
    service: {"efs": "elasticfilesystem", "opensearch": "es", "sesv2": "ses"}.get(service, service)
    for service in {key[0] for key in CREATED} | {"s3", "route53"}
}


def _efs_type(name: str) -> str:
    return "access-point" if name.startswith("fsap-") else "file-system"


def arn_of_resource(exchange: Exchange, param: str) -> str:
    """The ARN of a resource that a call names by ARN, URL, id or name."""
    name: Any = exchange.params.get(param) or ""
    name = str(name)
    if name.startswith("arn:"):
        # a log group is known without the last part
        return name[:-2] if name.endswith(":*") else name
    account, region = exchange.call.account, exchange.region
    service = exchange.call.service
    if service == "s3":
        return f"arn:aws:s3:::{name}"
    if service == "route53":
        return f"arn:aws:route53:::{exchange.params['ResourceType']}/{name}"
    if service == "secretsmanager":
        found = exchange.moto("DescribeSecret", {"SecretId": name})
        return str(found["ARN"])
    patterns = {
        "efs": f"elasticfilesystem:{region}:{account}:{_efs_type(name)}/{name}",
        "firehose": f"firehose:{region}:{account}:deliverystream/{name}",
        "kinesis": f"kinesis:{region}:{account}:stream/{name}",
        "kms": f"kms:{region}:{account}:key/{name}",
        "sqs": f"sqs:{region}:{account}:{name.rsplit('/', 1)[-1]}",
    }
    return "arn:aws:" + patterns[service]
