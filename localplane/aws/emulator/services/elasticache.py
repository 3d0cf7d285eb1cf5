"""ElastiCache replication groups with all their options, and the nodes that they consist of."""

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


def _shards(exchange: Exchange, name: str, shards: int, replicas: int, port: int) -> list[Document]:
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


def _shown(item: Item) -> Document:
    document = item.visible()
    document["Status"] = item.life.state
    document["PendingModifiedValues"] = {}
    if item.life.state == "creating":
        for field in ("ConfigurationEndpoint", "NodeGroups"):
            document.pop(field, None)
    return document


@registry.instead("elasticache", "CreateReplicationGroup")
def create(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["ReplicationGroupId"].lower()
    port = int(params.get("Port") or 6379)
    shards = int(params.get("NumNodeGroups") or 1)
    replicas = params.get("ReplicasPerNodeGroup")
    if replicas is None:
        replicas = int(params.get("NumCacheClusters") or 1) - 1
    if params.get("AutomaticFailoverEnabled") and int(replicas) < 1 and shards < 2:
        raise AwsError(
            "InvalidParameterValue", "Automatic failover needs at least one read replica"
        )
    if params.get("MultiAZEnabled") and not params.get("AutomaticFailoverEnabled"):
        raise AwsError("InvalidParameterCombination", "Multi-AZ needs automatic failover")
    if params.get("AuthToken") and not params.get("TransitEncryptionEnabled"):
        raise AwsError("InvalidParameterCombination", "an AuthToken needs in-transit encryption")
    clustered = shards > 1 or params.get("ClusterMode") == "enabled"
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
        "NodeGroups": _shards(exchange, name, shards, int(replicas), port),
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
    document["MemberClusters"] = _members(document)
    return {"ReplicationGroup": _shown(GROUPS.put(exchange, name, document))}


def _logs(requests: list[Document]) -> list[Document]:
    return [
        {k: v for k, v in request.items() if k != "Enabled"} | {"Status": "active"}
        for request in requests
        if request.get("Enabled") is not False
    ]


def _members(document: Document) -> list[str]:
    return [m["CacheClusterId"] for g in document["NodeGroups"] for m in g["NodeGroupMembers"]]


@registry.instead("elasticache", "DescribeReplicationGroups")
def describe(exchange: Exchange) -> Document:
    name = exchange.params.get("ReplicationGroupId")
    items = [GROUPS.get(exchange, name)] if name else list(GROUPS.all(exchange))
    found, marker = page(exchange, [_shown(item) for item in items], "MaxRecords", "Marker")
    return {"ReplicationGroups": found} | ({"Marker": marker} if marker else {})


@registry.instead("elasticache", "ModifyReplicationGroup")
def modify(exchange: Exchange) -> Document:
    params = exchange.params
    item = GROUPS.available(exchange, params["ReplicationGroupId"])
    fields = chosen(params, *_COPIED)
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
    if nodes:
        fields["_nodes"] = item.document["_nodes"] | nodes
    GROUPS.change(exchange, item, fields)
    return {"ReplicationGroup": _shown(item)}


@registry.instead("elasticache", "IncreaseReplicaCount", "DecreaseReplicaCount")
def replicas(exchange: Exchange) -> Document:
    item = GROUPS.available(exchange, exchange.params["ReplicationGroupId"])
    shards = len(item.document["NodeGroups"])
    return _resize(exchange, item, shards, int(exchange.params["NewReplicaCount"]))


@registry.instead("elasticache", "ModifyReplicationGroupShardConfiguration")
def shards(exchange: Exchange) -> Document:
    item = GROUPS.available(exchange, exchange.params["ReplicationGroupId"])
    if not item.document["ClusterEnabled"]:
        raise AwsError("InvalidReplicationGroupState", "cluster mode is not enabled")
    kept = len(item.document["NodeGroups"][0]["NodeGroupMembers"]) - 1
    return _resize(exchange, item, int(exchange.params["NodeGroupCount"]), kept)


def _resize(exchange: Exchange, item: Item, count: int, replica_count: int) -> Document:
    document = item.document
    name, port = document["ReplicationGroupId"], document["_port"]
    groups = _shards(exchange, name, count, replica_count, port)
    fields = {"NodeGroups": groups, "MemberClusters": _members({"NodeGroups": groups})}
    GROUPS.change(exchange, item, fields)
    return {"ReplicationGroup": _shown(item)}


@registry.instead("elasticache", "DeleteReplicationGroup")
def delete(exchange: Exchange) -> Document:
    name = exchange.params["ReplicationGroupId"]
    item = GROUPS.available(exchange, name)
    final = exchange.params.get("FinalSnapshotIdentifier")
    if final:
        _snapshot(exchange, final, item)
    GROUPS.remove(exchange, name)
    return {"ReplicationGroup": _shown(item)}


# --- nodes


def _nodes(exchange: Exchange, item: Item) -> list[Document]:
    document = item.visible()
    own = (item.document | item.life.shown)["_nodes"]
    nodes = []
    for name in document["MemberClusters"]:
        node: Document = {
            "CacheClusterId": name,
            "ReplicationGroupId": document["ReplicationGroupId"],
            "ARN": arn(exchange, "cluster", name),
            "CacheClusterStatus": item.life.state,
            "NumCacheNodes": 1,
            "Engine": document["Engine"],
            "EngineVersion": own["EngineVersion"],
            "PreferredMaintenanceWindow": own["PreferredMaintenanceWindow"],
            "CacheParameterGroup": {
                "CacheParameterGroupName": own["CacheParameterGroupName"],
                "ParameterApplyStatus": "in-sync",
            },
        } | chosen(
            document,
            "CacheNodeType",
            "AtRestEncryptionEnabled",
            "TransitEncryptionEnabled",
            "AuthTokenEnabled",
            "AutoMinorVersionUpgrade",
            "SnapshotRetentionLimit",
            "SnapshotWindow",
        )
        if "CacheSubnetGroupName" in own:
            node["CacheSubnetGroupName"] = own["CacheSubnetGroupName"]
        if "NotificationTopicArn" in own:
            node["NotificationConfiguration"] = {
                "TopicArn": own["NotificationTopicArn"],
                "TopicStatus": "active",
            }
        node["SecurityGroups"] = [
            {"SecurityGroupId": group, "Status": "active"}
            for group in own.get("SecurityGroupIds", [])
        ]
        nodes.append(node)
    return nodes


@registry.instead("elasticache", "DescribeCacheClusters")
def describe_nodes(exchange: Exchange) -> Document:
    nodes = [node for item in GROUPS.all(exchange) for node in _nodes(exchange, item)]
    name = exchange.params.get("CacheClusterId")
    if name:
        nodes = [node for node in nodes if node["CacheClusterId"] == name.lower()]
        if not nodes:
            raise AwsError("CacheClusterNotFound", f"CacheCluster {name} not found", 404)
    found, marker = page(exchange, nodes, "MaxRecords", "Marker")
    return {"CacheClusters": found} | ({"Marker": marker} if marker else {})


# --- snapshots


def _snapshot(exchange: Exchange, name: str, item: Item) -> Item:
    document: Document = {
        "SnapshotName": name,
        "ReplicationGroupId": item.document["ReplicationGroupId"],
        "ReplicationGroupDescription": item.document["Description"],
        "SnapshotSource": "manual",
        "ARN": arn(exchange, "snapshot", name),
        "NumNodeGroups": len(item.document["NodeGroups"]),
        "_tags": list(exchange.params.get("Tags") or []),
    }
    document |= chosen(item.document, "CacheNodeType", "Engine", "KmsKeyId")
    document["EngineVersion"] = item.document["_nodes"]["EngineVersion"]
    return SNAPSHOTS.put(exchange, name, document)


def _snapshot_shown(item: Item) -> Document:
    return item.visible() | {"SnapshotStatus": item.life.state}


@registry.instead("elasticache", "CreateSnapshot")
def create_snapshot(exchange: Exchange) -> Document:
    group = GROUPS.available(exchange, exchange.params["ReplicationGroupId"])
    item = _snapshot(exchange, exchange.params["SnapshotName"], group)
    return {"Snapshot": _snapshot_shown(item)}


@registry.instead("elasticache", "DescribeSnapshots")
def describe_snapshots(exchange: Exchange) -> Document:
    name, group = exchange.params.get("SnapshotName"), exchange.params.get("ReplicationGroupId")
    items = [SNAPSHOTS.get(exchange, name)] if name else list(SNAPSHOTS.all(exchange))
    shown = [_snapshot_shown(item) for item in items]
    return {"Snapshots": [s for s in shown if group in (None, s["ReplicationGroupId"])]}


@registry.instead("elasticache", "DeleteSnapshot")
def delete_snapshot(exchange: Exchange) -> Document:
    item = SNAPSHOTS.remove(exchange, exchange.params["SnapshotName"])
    return {"Snapshot": _snapshot_shown(item)}


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


@registry.instead("elasticache", "ListTagsForResource", "AddTagsToResource", "RemoveTagsFromResource")
def tags(exchange: Exchange) -> Document:
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
