"""KMS and Secrets Manager: keys that are going, replicas in other regions."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed

_WRITES = (
    "CreateAlias",
    "UpdateAlias",
    "EnableKey",
    "DisableKey",
    "EnableKeyRotation",
    "DisableKeyRotation",
    "PutKeyPolicy",
    "ReplicateKey",
    "TagResource",
    "UntagResource",
    "UpdateKeyDescription",
    "Encrypt",
    "GenerateDataKey",
    "ScheduleKeyDeletion",
)


def _metadata(exchange: Exchange, key: str) -> Document:
    return exchange.moto("DescribeKey", {"KeyId": key})["KeyMetadata"]


def _gone(exchange: Exchange, metadata: Document) -> bool:
    date = metadata.get("DeletionDate")
    return date is not None and exchange.world.clock.now() >= date.timestamp()


@registry.around("kms", *_WRITES)
def refuse_going(exchange: Exchange, proceed: Proceed) -> Document:
    key = exchange.params.get("KeyId") or exchange.params.get("TargetKeyId")
    if key:
        metadata = _metadata(exchange, str(key))
        _refuse_gone(exchange, metadata)
        if metadata["KeyState"] == "PendingDeletion":
            raise AwsError("KMSInvalidStateException", f"{metadata['Arn']} is pending deletion.")
    return proceed(exchange)


def _refuse_gone(exchange: Exchange, metadata: Document) -> None:
    if _gone(exchange, metadata):
        raise AwsError("NotFoundException", f"Key '{metadata['Arn']}' does not exist")


@registry.around("kms", "DescribeKey", "CancelKeyDeletion", "GetKeyPolicy", "ListResourceTags")
def read(exchange: Exchange, proceed: Proceed) -> Document:
    _refuse_gone(exchange, _metadata(exchange, str(exchange.params["KeyId"])))
    return proceed(exchange)


def _is_of_aws(entry: Document) -> bool:
    """Its key is made only when something needs it."""
    return str(entry.get("AliasName", "")).startswith("alias/aws/")


@registry.around("kms", "ListKeys", "ListAliases")
def list_keys(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    member, field = ("Keys", "KeyId") if "Keys" in result else ("Aliases", "TargetKeyId")
    result[member] = [
        entry
        for entry in result[member]
        if _is_of_aws(entry)
        or field not in entry
        or not _gone(exchange, _metadata(exchange, entry[field]))
    ]
    return result


@registry.around("kms", "ScheduleKeyDeletion")
def schedule(exchange: Exchange, proceed: Proceed) -> Document:
    """The date is that of the account's clock."""
    from datetime import timedelta

    from moto.kms.models import kms_backends

    result = proceed(exchange)
    days = int(exchange.params.get("PendingWindowInDays") or 30)
    date = exchange.world.clock.timestamp() + timedelta(days=days)
    metadata = _metadata(exchange, str(exchange.params["KeyId"]))
    backend = kms_backends[exchange.call.account][exchange.region]
    backend.keys[metadata["KeyId"]].deletion_date = date.replace(tzinfo=None)
    return result | {
        "DeletionDate": date,
        "KeyState": "PendingDeletion",
        "PendingWindowInDays": days,
    }


@registry.around("kms", "ReplicateKey")
def replicate(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    region = exchange.params["ReplicaRegion"]
    key = result["ReplicaKeyMetadata"]["KeyId"]
    there = exchange.in_region(region)
    tags = exchange.params.get("Tags") or []
    if tags:
        there.moto("TagResource", {"KeyId": key, "Tags": tags})
    if "Description" in exchange.params:
        description = exchange.params["Description"]
        there.moto("UpdateKeyDescription", {"KeyId": key, "Description": description})
    if "Policy" in exchange.params:
        policy = exchange.params["Policy"]
        there.moto("PutKeyPolicy", {"KeyId": key, "PolicyName": "default", "Policy": policy})
    return result | {"ReplicaTags": tags}


@registry.around("kms", "EnableKeyRotation", "GetKeyRotationStatus")
def rotation(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    periods = exchange.world.store("kms", exchange.region, "RotationPeriod")
    key = _metadata(exchange, str(exchange.params["KeyId"]))["KeyId"]
    if exchange.operation == "EnableKeyRotation":
        periods[key] = int(exchange.params.get("RotationPeriodInDays") or 365)
    elif result.get("KeyRotationEnabled"):
        result["RotationPeriodInDays"] = periods.get(key, 365)
        result["KeyId"] = key
    return result


# --- Secrets Manager


def _replica_keys(exchange: Exchange, name: str) -> dict[str, str]:
    return exchange.world.store("secretsmanager", exchange.region, f"Replicas:{name}")


@registry.around(
    "secretsmanager", "CreateSecret", "ReplicateSecretToRegions", "RemoveRegionsFromReplication"
)
def replicas(exchange: Exchange, proceed: Proceed) -> Document:
    """The keys of replicas, and the ARN instead of the name that was asked with."""
    result = proceed(exchange)
    asked = str(exchange.params.get("SecretId") or exchange.params.get("Name"))
    secret = exchange.moto("DescribeSecret", {"SecretId": asked})
    keys = _replica_keys(exchange, secret["Name"])
    for replica in exchange.params.get("AddReplicaRegions") or []:
        keys[replica["Region"]] = replica.get("KmsKeyId", "alias/aws/secretsmanager")
    result["ARN"] = secret["ARN"]
    return _with_keys(result, keys)


def _with_keys(result: Document, keys: dict[str, str]) -> Document:
    for status in result.get("ReplicationStatus") or []:
        status["KmsKeyId"] = keys.get(status["Region"], status.get("KmsKeyId"))
    return result


@registry.around("secretsmanager", "DescribeSecret")
def describe_secret(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    return _with_keys(result, _replica_keys(exchange, result["Name"]))


@registry.around("secretsmanager", "UpdateSecretVersionStage")
def read_what_is_current(exchange: Exchange, proceed: Proceed) -> Document:
    """Moto moves the label, and goes on to answer with the version that had it."""
    result = proceed(exchange)
    current = exchange.params.get("MoveToVersionId")
    if exchange.params.get("VersionStage") == "AWSCURRENT" and current:
        from moto.secretsmanager.models import secretsmanager_backends

        backend = secretsmanager_backends[exchange.call.account][exchange.region]
        backend.secrets[exchange.params["SecretId"]].set_default_version_id(current)
    return result
