"""The nodes that replication groups of ElastiCache consist of, and their snapshots."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.own import Item, chosen, page
from emulator.services.elasticache import GROUPS, SNAPSHOTS, arn, maintain


def _nodes(exchange: Exchange, item: Item) -> list[Document]:
    pending = maintain(exchange, item)
    document = item.visible()
    own = (item.document | item.life.shown)["_nodes"]
    nodes = []
    for name in document["MemberClusters"]:
        node: Document = {
            "CacheClusterId": name,
            "ReplicationGroupId": document["ReplicationGroupId"],
            "ARN": arn(exchange, "cluster", name),
            "CacheClusterStatus": item.life.state,
            "PendingModifiedValues": pending,
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


def take_snapshot(exchange: Exchange, name: str, item: Item) -> Item:
    document: Document = {
        "SnapshotName": name,
        "ReplicationGroupId": item.document["ReplicationGroupId"],
        "ReplicationGroupDescription": item.document["Description"],
        "SnapshotSource": "manual",
        "ARN": arn(exchange, "snapshot", name),
        "NumNodeGroups": len(item.document["NodeGroups"]),
        "NodeSnapshots": [
            {
                "CacheClusterId": group["NodeGroupMembers"][-1]["CacheClusterId"],
                "NodeGroupId": group["NodeGroupId"],
                "SnapshotCreateTime": exchange.world.clock.timestamp(),
            }
            for group in item.document["NodeGroups"]
        ],
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
    item = take_snapshot(exchange, exchange.params["SnapshotName"], group)
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
