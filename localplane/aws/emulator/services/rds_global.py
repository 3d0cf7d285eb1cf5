"""Aurora and DocumentDB global clusters: one per account, seen from all regions."""

from hashlib import sha256
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.life import CREATING, DELETING
from emulator.own import Item, Shelf, chosen, merge_tags, without_tags
from emulator.services.rds import DB_CLUSTER

SHELF = Shelf(
    "rds",
    "GlobalCluster",
    not_found="GlobalClusterNotFoundFault",
    exists="GlobalClusterAlreadyExistsFault",
    busy="InvalidGlobalClusterStateFault",
    regional=False,
)
_STATE = "InvalidGlobalClusterStateFault"


def _shown(exchange: Exchange, item: Item) -> Document:
    document = item.visible()
    members = document["GlobalClusterMembers"]
    readers = [m["DBClusterArn"] for m in members if not m["IsWriter"]]
    document["GlobalClusterMembers"] = [
        m | {"Readers": readers if m["IsWriter"] else []} for m in members
    ]
    return document | {"Status": item.life.state, "TagList": item.document["_tags"]}


def _arn(exchange: Exchange, name: str) -> str:
    return f"arn:aws:rds::{exchange.call.account}:global-cluster:{name}"


def _cluster(exchange: Exchange, arn: str) -> Document:
    region = arn.split(":")[3] if arn.startswith("arn:") else exchange.region
    name = arn.rsplit(":", 1)[-1]
    there = exchange.in_region(region)
    entry = DB_CLUSTER.current(there, name, {})
    if not entry:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {arn} not found", 404)
    return entry


def _member(arn: str, writer: bool) -> Document:
    return {
        "DBClusterArn": arn,
        "IsWriter": writer,
        "GlobalWriteForwardingStatus": "disabled",
        "SynchronizationStatus": "connected",
    }


@registry.instead("rds", "CreateGlobalCluster")
def create(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["GlobalClusterIdentifier"]
    document: Document = {
        "GlobalClusterIdentifier": name,
        "GlobalClusterResourceId": "cluster-" + sha256(name.encode()).hexdigest()[:16],
        "GlobalClusterArn": _arn(exchange, name),
        "Engine": "aurora-postgresql",
        "StorageEncrypted": False,
        "DeletionProtection": False,
        "GlobalClusterMembers": [],
        "_tags": list(params.get("Tags") or []),
    } | chosen(
        params, "Engine", "EngineVersion", "DeletionProtection", "DatabaseName", "StorageEncrypted"
    )
    source = params.get("SourceDBClusterIdentifier")
    if source:
        cluster = _cluster(exchange, source)
        document |= chosen(cluster, "Engine", "EngineVersion", "StorageEncrypted", "DatabaseName")
        document["GlobalClusterMembers"].append(_member(cluster["DBClusterArn"], True))
    item = SHELF.put(exchange, name, document)
    return {"GlobalCluster": _shown(exchange, item)}


@registry.instead("rds", "DescribeGlobalClusters")
def describe(exchange: Exchange) -> Document:
    name = exchange.params.get("GlobalClusterIdentifier")
    items = [SHELF.get(exchange, name)] if name else list(SHELF.all(exchange))
    return {"GlobalClusters": [_shown(exchange, item) for item in items]}


@registry.instead("rds", "ModifyGlobalCluster")
def modify(exchange: Exchange) -> Document:
    item = SHELF.available(exchange, exchange.params["GlobalClusterIdentifier"])
    fields = chosen(exchange.params, "DeletionProtection", "EngineVersion")
    SHELF.change(exchange, item, fields)
    return {"GlobalCluster": _shown(exchange, item)}


@registry.instead("rds", "DeleteGlobalCluster")
def delete(exchange: Exchange) -> Document:
    name = exchange.params["GlobalClusterIdentifier"]
    item = SHELF.available(exchange, name)
    if item.document["DeletionProtection"]:
        raise AwsError("InvalidParameterCombination", f"{name} has deletion protection")
    if item.document["GlobalClusterMembers"]:
        raise AwsError(_STATE, f"Global Cluster {name} is not empty")
    SHELF.remove(exchange, name)
    return {"GlobalCluster": _shown(exchange, item)}


@registry.instead("rds", "RemoveFromGlobalCluster")
def remove(exchange: Exchange) -> Document:
    item = SHELF.available(exchange, exchange.params["GlobalClusterIdentifier"])
    arn = exchange.params["DbClusterIdentifier"]
    members = item.document["GlobalClusterMembers"]
    gone = [m for m in members if m["DBClusterArn"] == arn]
    if not gone:
        raise AwsError("DBClusterNotFoundFault", f"{arn} is not in the global cluster", 404)
    kept = [m for m in members if m["DBClusterArn"] != arn]
    if gone[0]["IsWriter"] and kept:
        raise AwsError(_STATE, f"{arn} is the writer and has readers")
    item.document["GlobalClusterMembers"] = kept
    return {"GlobalCluster": _shown(exchange, item)}


@registry.instead("rds", "SwitchoverGlobalCluster", "FailoverGlobalCluster")
def switch(exchange: Exchange) -> Document:
    item = SHELF.available(exchange, exchange.params["GlobalClusterIdentifier"])
    target = exchange.params["TargetDbClusterIdentifier"]
    members = item.document["GlobalClusterMembers"]
    if target not in [m["DBClusterArn"] for m in members]:
        raise AwsError("DBClusterNotFoundFault", f"{target} is not in the global cluster", 404)
    changed = [m | {"IsWriter": m["DBClusterArn"] == target} for m in members]
    SHELF.change(exchange, item, {"GlobalClusterMembers": changed})
    shown = _shown(exchange, item)
    writer = next((m["DBClusterArn"] for m in members if m["IsWriter"]), "")
    failing = exchange.operation == "FailoverGlobalCluster"
    shown["Status"] = "failing-over" if failing else "switching-over"
    shown["FailoverState"] = {
        "Status": "pending",
        "FromDbClusterArn": writer,
        "ToDbClusterArn": target,
        "IsDataLossAllowed": bool(exchange.params.get("AllowDataLoss")),
    }
    return {"GlobalCluster": shown}


def _holding(exchange: Exchange, arn: str) -> Item | None:
    for item in SHELF.all(exchange):
        if arn in [m["DBClusterArn"] for m in item.document["GlobalClusterMembers"]]:
            return item
    return None


@registry.around("rds", "CreateDBCluster")
def join(exchange: Exchange, proceed: Proceed) -> Document:
    """A cluster that is created into a global one is its writer if it is the first."""
    name = exchange.params.get("GlobalClusterIdentifier")
    if not name:
        return proceed(exchange)
    item = SHELF.get(exchange, name)
    if item.life.state in (CREATING, DELETING):
        raise AwsError(_STATE, f"Global Cluster {name} is {item.life.state}")
    first = not item.document["GlobalClusterMembers"]
    engine = item.document["Engine"]
    passed = {k: v for k, v in exchange.params.items() if k != "GlobalClusterIdentifier"}
    for field in ("EngineVersion", "StorageEncrypted"):
        if field in item.document:
            passed.setdefault(field, item.document[field])
            exchange.params.setdefault(field, item.document[field])
    exchange.params.setdefault("Engine", engine)
    if not first:
        # a reader takes users and passwords from the writer; moto insists on them
        passed.setdefault("MasterUsername", "inherited")
        passed.setdefault("MasterUserPassword", "inherited-by-the-emulator")
    if passed.get("Engine", engine) == "docdb":
        passed = {k: v for k, v in passed.items() if k not in ("EngineVersion", "StorageType")}
        passed["Engine"] = "aurora-mysql"
    result = exchange.moto("CreateDBCluster", passed)
    arn = result["DBCluster"]["DBClusterArn"]
    item.document["GlobalClusterMembers"].append(_member(arn, first))
    return result


@registry.around("rds", "DeleteDBCluster")
def refuse_members(exchange: Exchange, proceed: Proceed) -> Document:
    name = exchange.params["DBClusterIdentifier"]
    arn = f"arn:aws:rds:{exchange.region}:{exchange.call.account}:cluster:{name}"
    if _holding(exchange, arn) is not None:
        raise AwsError(
            "InvalidDBClusterStateFault",
            "This cluster is a part of a global cluster, please remove it from globalcluster first",
        )
    return proceed(exchange)


@registry.around("rds", "AddTagsToResource", "RemoveTagsFromResource", "ListTagsForResource")
def tags(exchange: Exchange, proceed: Proceed) -> Document:
    arn: Any = exchange.params["ResourceName"]
    if ":global-cluster:" not in arn:
        return proceed(exchange)
    item = SHELF.get(exchange, arn.rsplit(":", 1)[-1])
    document = item.document
    if exchange.operation == "AddTagsToResource":
        document["_tags"] = merge_tags(document["_tags"], exchange.params["Tags"])
    elif exchange.operation == "RemoveTagsFromResource":
        document["_tags"] = without_tags(document["_tags"], exchange.params["TagKeys"])
    else:
        return {"TagList": document["_tags"]}
    return {}
