"""DynamoDB tables: time, and the replicas of global tables (version 2019.11.21)."""

from dataclasses import dataclass
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, MotoError, Proceed
from emulator.kinds import Kind
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING, Life


@dataclass(frozen=True)
class Table(Kind):
    def remembered(self, exchange: Exchange) -> Document:
        memory: Document = {}
        if "TableClass" in exchange.params:
            memory["TableClassSummary"] = {"TableClass": exchange.params["TableClass"]}
        if "OnDemandThroughput" in exchange.params:
            memory["OnDemandThroughput"] = exchange.params["OnDemandThroughput"]
        return memory

    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        super().decorate(exchange, entry, life)
        for index in entry.get("GlobalSecondaryIndexes") or []:
            index["IndexStatus"] = self.word(life.state)
        others = replicas_of(exchange, str(entry["TableName"]))
        if len(others) > 1:
            entry["GlobalTableVersion"] = "2019.11.21"
            entry["Replicas"] = [
                _replica(exchange, region, settings)
                for region, settings in others.items()
                if region != exchange.region
            ]


def _replica(exchange: Exchange, region: str, settings: Document) -> Document:
    born = settings["_born"]
    gone = settings.get("_gone")
    now = exchange.world.clock.now()
    status = "CREATING" if now < born else "DELETING" if gone else "ACTIVE"
    return {k: v for k, v in settings.items() if not k.startswith("_")} | {
        "RegionName": region,
        "ReplicaStatus": status,
    }


def replicas_of(exchange: Exchange, name: str) -> dict[str, Document]:
    """The regions of a global table with the settings of each; empty for a table of one region."""
    store = exchange.world.store("dynamodb", "global", "Replicas")
    regions: dict[str, Document] = store.get(name, {})
    now = exchange.world.clock.now()
    for region in [r for r, s in regions.items() if s.get("_gone") and now >= s["_gone"]]:
        del regions[region]
        there = exchange.in_region(region)
        there.moto("DeleteTable", {"TableName": name})
        exchange.world.lives.drop(TABLE.key(there, name))
    return regions


TABLE = Table(
    service="dynamodb",
    name="Table",
    id_param="TableName",
    id_member="TableName",
    single="TableDescription",
    listed="",
    create=("CreateTable",),
    modify=(),
    delete=(),
    read=(),
    status="TableStatus",
    words={CREATING: "CREATING", AVAILABLE: "ACTIVE", MODIFYING: "UPDATING", DELETING: "DELETING"},
    busy="ResourceInUseException",
    not_found="ResourceNotFoundException",
    exists="ResourceInUseException",
    not_found_status=400,
    id_of=lambda text: text.rsplit("/", 1)[-1],
).register()


@registry.around("dynamodb", "DescribeTable")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["TableName"])
    life = TABLE.life(exchange, name)
    if life is not None and life.ghost is not None:
        ghost = dict(life.ghost)
        TABLE.decorate(exchange, ghost, life)
        return {"Table": ghost}
    if life is not None and TABLE.hidden(exchange, life):
        raise AwsError("ResourceNotFoundException", f"Table: {name} not found")
    result = proceed(exchange)
    if life is not None:
        TABLE.decorate(exchange, result["Table"], life)
    return result


@registry.around("dynamodb", "UpdateTable")
def update(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["TableName"])
    updates = exchange.params.get("ReplicaUpdates") or []
    life = TABLE.life(exchange, name)
    if life is not None:
        TABLE.refuse_busy(name, life, exchange.operation)
    stream = exchange.params.get("StreamSpecification") or {}
    if stream.get("StreamEnabled") is False and len(replicas_of(exchange, name)) > 1:
        raise AwsError("ValidationException", "the stream of a table with replicas cannot be off")
    for change in updates:
        _change_replica(exchange, name, change)
    _end_stream(exchange, name)
    if updates:
        passed = {k: v for k, v in exchange.params.items() if k != "ReplicaUpdates"}
        return TABLE.modified(exchange, lambda inner: _update_rest(inner, passed))
    return TABLE.modified(exchange, proceed)


def _end_stream(exchange: Exchange, name: str) -> None:
    """A stream that is off does not keep the next one from being on, as it does in moto."""
    from moto.dynamodb.models import dynamodb_backends

    table = dynamodb_backends[exchange.call.account][exchange.region].tables.get(name)
    stream = table.stream_specification if table is not None else None
    if table is not None and not (stream or {}).get("StreamEnabled"):
        table.latest_stream_label = None


def _update_rest(exchange: Exchange, passed: Document) -> Document:
    if set(passed) > {"TableName"}:
        return exchange.moto("UpdateTable", passed)
    return {"TableDescription": exchange.moto("DescribeTable", passed)["Table"]}


def _change_replica(exchange: Exchange, name: str, change: Document) -> None:
    regions = exchange.world.store("dynamodb", "global", "Replicas").setdefault(name, {})
    now = exchange.world.clock.now()
    delay = exchange.world.delays.of
    if "Create" in change:
        region = change["Create"]["RegionName"]
        if region in regions:
            raise AwsError("ValidationException", f"{name} has a replica in {region} already")
        _make_replica(exchange, name, region)
        regions.setdefault(exchange.region, {"_born": now})
        settings = {k: v for k, v in change["Create"].items() if k != "RegionName"}
        regions[region] = settings | {"_born": now + delay("dynamodb", "Replica", "create")}
    elif "Update" in change:
        region = change["Update"]["RegionName"]
        if region not in regions:
            raise AwsError("ValidationException", f"{name} has no replica in {region}")
        regions[region] |= {k: v for k, v in change["Update"].items() if k != "RegionName"}
    elif "Delete" in change:
        region = change["Delete"]["RegionName"]
        if region not in regions or region == exchange.region:
            raise AwsError("ValidationException", f"{name} has no replica in {region}")
        regions[region]["_gone"] = now + delay("dynamodb", "Replica", "delete")


_COPIED = (
    "AttributeDefinitions",
    "TableName",
    "KeySchema",
    "StreamSpecification",
)


def _is_autoscaled(exchange: Exchange, name: str) -> bool:
    from moto.applicationautoscaling.models import applicationautoscaling_backends

    scaling = applicationautoscaling_backends[exchange.call.account][exchange.region]
    return any(
        policy.resource_id == f"table/{name}"
        and policy.scalable_dimension == "dynamodb:table:WriteCapacityUnits"
        for policy in scaling.policies.values()
    )


def _make_replica(exchange: Exchange, name: str, region: str) -> None:
    table = exchange.moto("DescribeTable", {"TableName": name})["Table"]
    stream = table.get("StreamSpecification") or {}
    if stream.get("StreamViewType") != "NEW_AND_OLD_IMAGES":
        raise AwsError(
            "ValidationException", "a global table needs a stream of new and old images"
        )
    billing = (table.get("BillingModeSummary") or {}).get("BillingMode", "PROVISIONED")
    if billing == "PROVISIONED" and not _is_autoscaled(exchange, name):
        raise AwsError(
            "ValidationException",
            "Table write capacity should either be Pay-Per-Request or AutoScaled.",
        )
    made: dict[str, Any] = {k: table[k] for k in _COPIED if k in table}
    for kind in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        if table.get(kind):
            made[kind] = [
                {k: i[k] for k in ("IndexName", "KeySchema", "Projection")} for i in table[kind]
            ]
    made["BillingMode"] = "PAY_PER_REQUEST"
    there = exchange.in_region(region)
    there.moto("CreateTable", made)
    now = exchange.world.clock.now()
    life = Life(born=now)
    life.enter(CREATING, now, exchange.world.delays.of("dynamodb", "Replica", "create"))
    exchange.world.lives.put(TABLE.key(there, name), life)


@registry.around("dynamodb", "DeleteTable")
def delete(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["TableName"])
    replicas_of(exchange, name).pop(exchange.region, None)
    life = TABLE.life(exchange, name)
    if life is not None:
        TABLE.refuse_busy(name, life, exchange.operation)
    try:
        before = exchange.moto("DescribeTable", {"TableName": name})["Table"]
    except MotoError:
        before = {}
    result = proceed(exchange)
    now = exchange.world.clock.now()
    gone = Life(born=now, ghost=before) if life is None else life
    gone.ghost = before
    gone.enter(DELETING, now, exchange.world.delays.of("dynamodb", "Table", "delete"))
    exchange.world.lives.put(TABLE.key(exchange, name), gone)
    return TABLE.shown(exchange, result)


@registry.around("dynamodb", "ListTables")
def list_tables(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    lives = exchange.world.lives.of_kind(
        ("dynamodb", "Table", exchange.region), exchange.world.clock.now()
    )
    hidden = {name for name, life in lives.items() if TABLE.hidden(exchange, life)}
    names = [n for n in result.get("TableNames", []) if n.lower() not in hidden]
    if "LastEvaluatedTableName" not in result:
        names += [life.ghost["TableName"] for life in lives.values() if life.ghost]
    result["TableNames"] = sorted(set(names))
    return result


@registry.around("dynamodb", "TagResource")
def tag(exchange: Exchange, proceed: Proceed) -> Document:
    """A tag has one value; moto keeps the old one beside the new one."""
    keys = [tag["Key"] for tag in exchange.params["Tags"]]
    exchange.moto("UntagResource", {"ResourceArn": exchange.params["ResourceArn"], "TagKeys": keys})
    return proceed(exchange)
