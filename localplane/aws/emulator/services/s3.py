"""S3: configurations of buckets as they were given, and no call that becomes another one."""

import copy

from emulator import registry
from emulator.backend import NotImplementedHere
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.own import page

# moto does not look at these parts of the query and would make or list a bucket instead
_LACKING = [
    operation
    for what in ("Analytics", "Metrics", "Metadata", "MetadataTable")
    for operation in (
        f"CreateBucket{what}Configuration",
        f"PutBucket{what}Configuration",
        f"GetBucket{what}Configuration",
        f"DeleteBucket{what}Configuration",
        f"ListBucket{what}Configurations",
    )
] + [
    "CreateSession",
    "DeleteObjectAnnotation",
    "GetBucketAbac",
    "GetBucketRequestPayment",
    "GetObjectAnnotation",
    "GetObjectTorrent",
    "ListDirectoryBuckets",
    "ListObjectAnnotations",
    "PutBucketAbac",
    "PutBucketRequestPayment",
    "PutObjectAnnotation",
    "RenameObject",
    "UpdateObjectEncryption",
    "WriteGetObjectResponse",
]


@registry.instead("s3", *_LACKING)
def lacking(exchange: Exchange) -> Document:
    raise NotImplementedHere(exchange.call)


# configurations that moto keeps in part: where they stand in the request, and in the answer
_KEPT = {
    "LifecycleConfiguration": (
        "PutBucketLifecycleConfiguration",
        "GetBucketLifecycleConfiguration",
        ("DeleteBucketLifecycle",),
        True,
    ),
    "ReplicationConfiguration": (
        "PutBucketReplication",
        "GetBucketReplication",
        ("DeleteBucketReplication",),
        False,
    ),
    "NotificationConfiguration": (
        "PutBucketNotificationConfiguration",
        "GetBucketNotificationConfiguration",
        (),
        True,
    ),
}


def _kept(exchange: Exchange, kind: str) -> dict[str, Document]:
    return exchange.world.store("s3", "global", kind)


def _keep(kind: str, put: str, get: str, removals: tuple[str, ...], flat: bool) -> None:
    @registry.around("s3", put)
    def set_config(exchange: Exchange, proceed: Proceed) -> Document:
        result = proceed(exchange)
        given = copy.deepcopy(exchange.params.get(kind) or {})
        for number, rule in enumerate(given.get("Rules") or []):
            rule.setdefault("ID", f"emulator-{number}")
        _kept(exchange, kind)[exchange.params["Bucket"]] = given
        return result

    @registry.around("s3", get)
    def get_config(exchange: Exchange, proceed: Proceed) -> Document:
        result = proceed(exchange)  # moto says whether there is one
        given = _kept(exchange, kind).get(exchange.params["Bucket"])
        if given is not None:
            shown = copy.deepcopy(given)
            return result | shown if flat else {kind: shown}
        return result

    @registry.around("s3", "DeleteBucket", *removals)
    def forget(exchange: Exchange, proceed: Proceed) -> Document:
        result = proceed(exchange)
        _kept(exchange, kind).pop(exchange.params["Bucket"], None)
        return result


for _kind, _calls in _KEPT.items():
    _keep(_kind, *_calls)


# --- Intelligent-Tiering

_TIERING = "IntelligentTieringConfiguration"


def _tierings(exchange: Exchange) -> dict[str, Document]:
    bucket = exchange.params["Bucket"]
    exchange.moto("HeadBucket", {"Bucket": bucket})  # it has to exist
    return exchange.world.store("s3", bucket, _TIERING)


@registry.instead("s3", "PutBucketIntelligentTieringConfiguration")
def put_tiering(exchange: Exchange) -> Document:
    given = copy.deepcopy(exchange.params[_TIERING])
    if given.get("Id") != exchange.params["Id"]:
        raise AwsError("InvalidArgument", "the Id in the path is not that of the configuration")
    _tierings(exchange)[exchange.params["Id"]] = given
    return {}


@registry.instead("s3", "GetBucketIntelligentTieringConfiguration")
def get_tiering(exchange: Exchange) -> Document:
    found = _tierings(exchange).get(exchange.params["Id"])
    if found is None:
        raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.", 404)
    return {_TIERING: found}


@registry.instead("s3", "ListBucketIntelligentTieringConfigurations")
def list_tierings(exchange: Exchange) -> Document:
    found, token = page(
        exchange, list(_tierings(exchange).values()), "MaxItems", "ContinuationToken"
    )
    result: Document = {f"{_TIERING}List": found, "IsTruncated": token is not None}
    return result | ({"NextContinuationToken": token} if token else {})


@registry.instead("s3", "DeleteBucketIntelligentTieringConfiguration")
def delete_tiering(exchange: Exchange) -> Document:
    if _tierings(exchange).pop(exchange.params["Id"], None) is None:
        raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.", 404)
    return {}


@registry.around("s3", "DeleteBucket")
def forget_tierings(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    exchange.world.store("s3", exchange.params["Bucket"], _TIERING).clear()
    return result
