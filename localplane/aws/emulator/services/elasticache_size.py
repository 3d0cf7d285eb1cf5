"""How many replicas and shards a replication group of ElastiCache has."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.own import Item
from emulator.services.elasticache import (
    GROUPS,
    check_failover,
    members,
    replica_count,
    shards_of,
    shown,
)


def _check_immediate(exchange: Exchange) -> None:
    if not exchange.params.get("ApplyImmediately"):
        raise AwsError("InvalidParameterValue", "ApplyImmediately has to be true")


@registry.instead("elasticache", "IncreaseReplicaCount", "DecreaseReplicaCount")
def replicas(exchange: Exchange) -> Document:
    _check_immediate(exchange)
    item = GROUPS.available(exchange, exchange.params["ReplicationGroupId"])
    shards = len(item.document["NodeGroups"])
    more = int(exchange.params["NewReplicaCount"]) - replica_count(item.document)
    if more == 0 or (more > 0) != (exchange.operation == "IncreaseReplicaCount"):
        raise AwsError("InvalidParameterValue", f"{exchange.operation} cannot change it so")
    check_failover(
        item.document["AutomaticFailover"] == "enabled",
        item.document["MultiAZ"] == "enabled",
        int(exchange.params["NewReplicaCount"]),
        item.document["ClusterEnabled"],
    )
    return _resize(exchange, item, shards, int(exchange.params["NewReplicaCount"]))


@registry.instead("elasticache", "ModifyReplicationGroupShardConfiguration")
def shards(exchange: Exchange) -> Document:
    item = GROUPS.available(exchange, exchange.params["ReplicationGroupId"])
    if not item.document["ClusterEnabled"]:
        raise AwsError("InvalidReplicationGroupState", "cluster mode is not enabled")
    _check_immediate(exchange)
    count = int(exchange.params["NodeGroupCount"])
    surplus = len(item.document["NodeGroups"]) - count
    named = len(exchange.params.get("NodeGroupsToRemove") or [])
    kept = len(exchange.params.get("NodeGroupsToRetain") or [])
    if surplus > 0 and named != surplus and kept != count:
        raise AwsError(
            "InvalidParameterCombination", "NodeGroupsToRemove or NodeGroupsToRetain is needed"
        )
    return _resize(exchange, item, count, replica_count(item.document))


def _resize(exchange: Exchange, item: Item, count: int, copies: int) -> Document:
    document = item.document
    name, port = document["ReplicationGroupId"], document["_port"]
    groups = shards_of(exchange, name, count, copies, port)
    fields = {"NodeGroups": groups, "MemberClusters": members({"NodeGroups": groups})}
    GROUPS.change(exchange, item, fields)
    return {"ReplicationGroup": shown(exchange, item)}
