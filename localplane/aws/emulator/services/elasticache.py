"""ElastiCache replication groups with all their options, and the tags of all kinds."""

from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.own import Item, Shelf, chosen, merge_tags, page, without_tags

GROUPS = Shelf(
    "elasticache",
    "ReplicationGroup",
    not_found="ReplicationGroupNotFoundFault",
    exists="ReplicationGroupAlreadyExists",
    busy="InvalidReplicationGroupState",
)
SNAPSHOTS = Shelf(
    "elasticache",
    "Snapshot",
    not_found="SnapshotNotFoundFault",
    exists="SnapshotAlreadyExistsFault",
    busy="InvalidSnapshotState",
)
_COPIED = (
    "AutoMinorVersionUpgrade",
    "AtRestEncryptionEnabled",
    "CacheNodeType",
    "ClusterMode",
    "DataTieringEnabled",
    "IpDiscovery",
    "KmsKeyId",
    "NetworkType",
    "SnapshotRetentionLimit",
    "SnapshotWindow",
    "TransitEncryptionEnabled",
    "TransitEncryptionMode",
    "UserGroupIds",
)
# fields of a group that AWS shows on its nodes only
_OF_NODES = (
    "CacheParameterGroupName",
    "CacheSubnetGroupName",
    "EngineVersion",
    "NotificationTopicArn",
    "PreferredMaintenanceWindow",
    "SecurityGroupIds",
)


def arn(exchange: Exchange, kind: str, name: str) -> str:
    return f"arn:aws:elasticache:{exchange.region}:{exchange.call.account}:{kind}:{name}"


def enabled(value: Any) -> str:
    return "enabled" if value else "disabled"


def shards_of(exchange: Exchange, name: str, shards: int, replicas: int, port: int) -> list[Document]:
    host = f"{name}.emulator.{exchange.region}.cache.amazonaws.com"
    zones = [exchange.region + zone for zone in "abc"]
    groups = []
    for shard in range(1, shards + 1):
        members = []
        for index in range(replicas + 1):
            node = f"{name}-{index + 1:03}"
            if shards > 1:
                node = f"{name}-{shard:04}-{index + 1:03}"
            members.append(
                {
                    "CacheClusterId": node,
                    "CacheNodeId": "0001",
                    "PreferredAvailabilityZone": zones[index % 3],
                    "CurrentRole": "primary" if index == 0 else "replica",
                    "ReadEndpoint": {"Address": f"{node}.{host}", "Port": port},
                }
            )
        groups.append(
            {
                "NodeGroupId": f"{shard:04}",
                "Status": "available",
                "PrimaryEndpoint": {"Address": f"master.{host}", "Port": port},
                "ReaderEndpoint": {"Address": f"replica.{host}", "Port": port},
                "NodeGroupMembers": members,
            }
        )
    return groups


def shown(exchange: Exchange, item: Item) -> Document:
    maintain(exchange, item)
    document = item.visible()
    document["Status"] = item.life.state
    document["PendingModifiedValues"] = {}
    if item.life.state == "creating":
        for field in ("ConfigurationEndpoint", "NodeGroups"):
            document.pop(field, None)
    return document


def _is_clustered(exchange: Exchange) -> bool:
    """By its mode, or by what its parameter group says."""
    from emulator.services.elasticache_groups import PARAMETERS

    name = exchange.params.get("CacheParameterGroupName") or ""
    if exchange.params.get("ClusterMode") == "enabled" or name.endswith(".cluster.on"):
        return True
    group = PARAMETERS.find(exchange, name)
    return group is not None and group.document["_parameters"].get("cluster-enabled") == "yes"


def check_failover(failover: bool, multi_az: bool, replica_count: int, clustered: bool) -> None:
    if clustered and not failover:
        raise AwsError(
            "InvalidParameterCombination", "Automatic failover is needed with cluster mode"
        )
    if failover and replica_count < 1 and not clustered:
        raise AwsError(
            "InvalidParameterValue", "Automatic failover needs at least one read replica"
        )
    if multi_az and not failover:
        raise AwsError("InvalidParameterCombination", "Multi-AZ needs automatic failover")


@registry.instead("elasticache", "CreateReplicationGroup")
def create(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["ReplicationGroupId"].lower()
    port = int(params.get("Port") or 6379)
    shards = int(params.get("NumNodeGroups") or 1)
    replicas = params.get("ReplicasPerNodeGroup")
    if replicas is None:
        replicas = int(params.get("NumCacheClusters") or 1) - 1
    clustered = shards > 1 or _is_clustered(exchange)
    check_failover(
        bool(params.get("AutomaticFailoverEnabled")),
        bool(params.get("MultiAZEnabled")),
        int(replicas),
        clustered,
    )
    if params.get("SnapshotName"):
        SNAPSHOTS.available(exchange, params["SnapshotName"])
    if params.get("AuthToken") and not params.get("TransitEncryptionEnabled"):
        raise AwsError("InvalidParameterCombination", "an AuthToken needs in-transit encryption")
    document: Document = {
        "ReplicationGroupId": name,
        "ARN": arn(exchange, "replicationgroup", name),
        "Description": params["ReplicationGroupDescription"],
        "AutomaticFailover": enabled(params.get("AutomaticFailoverEnabled")),
        "MultiAZ": enabled(params.get("MultiAZEnabled")),
        "ClusterEnabled": clustered,
        "ClusterMode": enabled(clustered),
        "AtRestEncryptionEnabled": False,
        "TransitEncryptionEnabled": False,
        "AutoMinorVersionUpgrade": True,
        "SnapshotRetentionLimit": 0,
        "SnapshotWindow": "05:00-06:00",
        "DataTiering": enabled(params.get("DataTieringEnabled")),
        "Engine": params.get("Engine", "redis"),
        "AuthTokenEnabled": bool(params.get("AuthToken")),
        "NetworkType": "ipv4",
        "IpDiscovery": "ipv4",
        "ReplicationGroupCreateTime": exchange.world.clock.timestamp(),
        "NodeGroups": shards_of(exchange, name, shards, int(replicas), port),
        "_port": port,
        "_tags": list(params.get("Tags") or []),
        "_nodes": {
            "EngineVersion": "7.1",
            "CacheParameterGroupName": "default.redis7" + (".cluster.on" if clustered else ""),
            "PreferredMaintenanceWindow": "sun:05:00-sun:06:00",
        }
        | chosen(params, *_OF_NODES),
    } | chosen(params, *_COPIED)
    document.pop("DataTieringEnabled", None)
    if document["TransitEncryptionEnabled"]:
        document.setdefault("TransitEncryptionMode", "required")
    if clustered:
        host = f"clustercfg.{name}.emulator.{exchange.region}.cache.amazonaws.com"
        document["ConfigurationEndpoint"] = {"Address": host, "Port": port}
    if params.get("LogDeliveryConfigurations"):
        document["LogDeliveryConfigurations"] = _logs(params["LogDeliveryConfigurations"])
    document["MemberClusters"] = members(document)
    return {"ReplicationGroup": shown(exchange, GROUPS.put(exchange, name, document))}


def _logs(requests: list[Document]) -> list[Document]:
    return [
        {k: v for k, v in request.items() if k != "Enabled"} | {"Status": "active"}
        for request in requests
        if request.get("Enabled") is not False
    ]


def members(document: Document) -> list[str]:
    return [m["CacheClusterId"] for g in document["NodeGroups"] for m in g["NodeGroupMembers"]]


@registry.instead("elasticache", "DescribeReplicationGroups")
def describe(exchange: Exchange) -> Document:
    name = exchange.params.get("ReplicationGroupId")
    items = [GROUPS.get(exchange, name)] if name else list(GROUPS.all(exchange))
    found, marker = page(exchange, [shown(exchange, item) for item in items], "MaxRecords", "Marker")
    return {"ReplicationGroups": found} | ({"Marker": marker} if marker else {})


@registry.instead("elasticache", "ModifyReplicationGroup")
def modify(exchange: Exchange) -> Document:
    params = exchange.params
    item = GROUPS.available(exchange, params["ReplicationGroupId"])
    fields = chosen(params, *_COPIED)
    document = item.document
    check_failover(
        bool(params.get("AutomaticFailoverEnabled", document["AutomaticFailover"] == "enabled")),
        bool(params.get("MultiAZEnabled", document["MultiAZ"] == "enabled")),
        replica_count(document),
        document["ClusterEnabled"],
    )
    if "ReplicationGroupDescription" in params:
        fields["Description"] = params["ReplicationGroupDescription"]
    for param, member in (("AutomaticFailoverEnabled", "AutomaticFailover"), ("MultiAZEnabled", "MultiAZ")):
        if params.get(param) is not None:
            fields[member] = enabled(params[param])
    if params.get("AuthToken"):
        fields["AuthTokenEnabled"] = True
    if params.get("LogDeliveryConfigurations"):
        fields["LogDeliveryConfigurations"] = _logs(params["LogDeliveryConfigurations"])
    nodes = chosen(params, *_OF_NODES)
    if params.get("ApplyImmediately"):
        item.document.pop("_waiting", None)
    else:
        _defer(exchange, item, fields, nodes)
    if nodes:
        fields["_nodes"] = item.document["_nodes"] | nodes
    if fields:
        GROUPS.change(exchange, item, fields)
    return {"ReplicationGroup": shown(exchange, item)}


def _defer(exchange: Exchange, item: Item, fields: Document, nodes: Document) -> None:
    """What interrupts waits for the maintenance window."""
    waiting = chosen(fields, "CacheNodeType") | chosen(nodes, "EngineVersion")
    fields.pop("CacheNodeType", None)
    nodes.pop("EngineVersion", None)
    if waiting:
        window = exchange.world.delays.of("elasticache", "ReplicationGroup", "window")
        until = exchange.world.clock.now() + window
        item.document["_waiting"] = {"until": until, "fields": waiting}


def maintain(exchange: Exchange, item: Item) -> Document:
    """Does what the window was waited for; what still waits."""
    waiting = item.document.get("_waiting")
    if waiting is None:
        return {}
    fields: Document = waiting["fields"]
    if exchange.world.clock.now() < waiting["until"]:
        return fields
    item.document |= chosen(fields, "CacheNodeType")
    item.document["_nodes"] |= chosen(fields, "EngineVersion")
    del item.document["_waiting"]
    return {}


def replica_count(document: Document) -> int:
    return len(document["NodeGroups"][0]["NodeGroupMembers"]) - 1


@registry.instead("elasticache", "DeleteReplicationGroup")
def delete(exchange: Exchange) -> Document:
    name = exchange.params["ReplicationGroupId"]
    item = GROUPS.available(exchange, name)
    final = exchange.params.get("FinalSnapshotIdentifier")
    if final:
        from emulator.services.elasticache_nodes import take_snapshot

        take_snapshot(exchange, final, item)
    GROUPS.remove(exchange, name)
    return {"ReplicationGroup": shown(exchange, item)}


# --- tags of all kinds


def tagged(exchange: Exchange, name: str) -> Document:
    from emulator.services.elasticache_groups import PARAMETERS, SUBNETS

    shelves = {
        "replicationgroup": GROUPS,
        "snapshot": SNAPSHOTS,
        "parametergroup": PARAMETERS,
        "subnetgroup": SUBNETS,
    }
    kind, _, identifier = name.split(":", 5)[-1].partition(":")
    if kind not in shelves:
        raise AwsError("InvalidARN", f"ARN {name} is not of a kind that has tags here")
    return shelves[kind].get(exchange, identifier).document


def _check_at_rest(exchange: Exchange) -> None:
    """Tags of a replication group can neither be read nor written while it changes."""
    kind, _, name = exchange.params["ResourceName"].split(":", 5)[-1].partition(":")
    group = GROUPS.find(exchange, name) if kind == "replicationgroup" else None
    if group is not None and group.life.state != "available":
        raise AwsError(
            "InvalidReplicationGroupState",
            "Cluster not in available state to perform tagging operations.",
        )


@registry.instead("elasticache", "ListTagsForResource", "AddTagsToResource", "RemoveTagsFromResource")
def tags(exchange: Exchange) -> Document:
    _check_at_rest(exchange)
    document = tagged(exchange, exchange.params["ResourceName"])
    if exchange.operation == "AddTagsToResource":
        document["_tags"] = merge_tags(document["_tags"], exchange.params["Tags"])
    elif exchange.operation == "RemoveTagsFromResource":
        document["_tags"] = without_tags(document["_tags"], exchange.params["TagKeys"])
    return {"TagList": document["_tags"]}


def in_use(exchange: Exchange, field: str, name: str) -> bool:
    """A group that is going still uses what it was made with."""
    return any(
        item.document["_nodes"].get(field) == name for item in GROUPS.all(exchange)
    )
