"""RDS, Aurora and DocumentDB: states that take time, changes that wait, parameters moto forgets."""

from dataclasses import dataclass
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.kinds import Kind
from emulator.life import CREATING, Life
from emulator.own import chosen

_DEFAULT_PORT = 27017
_DOCDB = "docdb"
_DOCDB_VERSION = "5.0.0"
# the engine of moto whose clusters behave like those of DocumentDB
_STAND_IN = "aurora-mysql"

_SECURITY_GROUPS = lambda ids: {  # noqa: E731
    "VpcSecurityGroups": [{"VpcSecurityGroupId": i, "Status": "active"} for i in ids]
}


def _let_windows_touch() -> None:
    """To moto a maintenance window that begins when the backup window ends overlaps it."""
    from moto.rds import utils

    overlap = utils.get_overlap_between_two_date_ranges
    utils.get_overlap_between_two_date_ranges = lambda *ranges: overlap(*ranges) or -1


_let_windows_touch()


@dataclass(frozen=True)
class RdsKind(Kind):
    def remembered(self, exchange: Exchange) -> Document:
        memory = super().remembered(exchange)
        logs = exchange.params.get("CloudwatchLogsExportConfiguration")
        if logs:
            name = str(exchange.params[self.id_param])
            life = self.life(exchange, name)
            old = (life.memory if life else {}).get("EnabledCloudwatchLogsExports", [])
            off = logs.get("DisableLogTypes", [])
            new = [log for log in old if log not in off]
            new += [log for log in logs.get("EnableLogTypes", []) if log not in new]
            memory["EnabledCloudwatchLogsExports"] = new
        for field in ("KmsKeyId", "PerformanceInsightsKMSKeyId"):
            if field in memory and not str(memory[field]).startswith("arn:"):
                account = exchange.call.account
                memory[field] = f"arn:aws:kms:{exchange.region}:{account}:key/{memory[field]}"
        source = exchange.params.get("SourceDBClusterIdentifier")
        if source:
            # moto knows only the engine that stands in
            memory |= chosen(self.current(exchange, str(source), {}), "Engine", "EngineVersion")
        if exchange.params.get("ManageMasterUserPassword"):
            memory["MasterUserSecret"] = _secret(exchange, str(exchange.params[self.id_param]))
        if exchange.params.get("EnablePerformanceInsights") is True:
            memory.setdefault("PerformanceInsightsRetentionPeriod", 7)
        return memory


@dataclass(frozen=True)
class DbInstance(RdsKind):
    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        super().decorate(exchange, entry, life)
        port = life.memory.get("DbInstancePort")
        if port and entry.get("Endpoint"):
            entry["Endpoint"] = entry["Endpoint"] | {"Port": port}
            entry["DbInstancePort"] = 0
        if life.state == CREATING:
            entry.pop("Endpoint", None)


def _secret(exchange: Exchange, name: str) -> Document:
    account, region = exchange.call.account, exchange.region
    key = exchange.params.get("MasterUserSecretKmsKeyId", "aws/secretsmanager")
    if not str(key).startswith("arn:"):
        key = f"arn:aws:kms:{region}:{account}:key/{key}"
    arn = f"arn:aws:secretsmanager:{region}:{account}:secret:rds!{name}-emulator"
    return {"SecretArn": arn, "SecretStatus": "active", "KmsKeyId": key}


_COMMON: dict[str, Any] = {
    "EnableIAMDatabaseAuthentication": lambda v: {"IAMDatabaseAuthenticationEnabled": v},
    "EnablePerformanceInsights": lambda v: {"PerformanceInsightsEnabled": v},
    "EnableCloudwatchLogsExports": lambda v: {"EnabledCloudwatchLogsExports": list(v)},
    "VpcSecurityGroupIds": _SECURITY_GROUPS,
}
_FORGET = frozenset({"SourceDBInstanceIdentifier", "ReplicationSourceIdentifier", "Tags"})

DB_INSTANCE = DbInstance(
    service="rds",
    name="DBInstance",
    id_param="DBInstanceIdentifier",
    id_member="DBInstanceIdentifier",
    single="DBInstance",
    listed="DBInstances",
    create=(
        "CreateDBInstance",
        "CreateDBInstanceReadReplica",
        "RestoreDBInstanceFromDBSnapshot",
        "RestoreDBInstanceToPointInTime",
    ),
    modify=("ModifyDBInstance", "RebootDBInstance", "PromoteReadReplica"),
    delete=("DeleteDBInstance",),
    read=("DescribeDBInstances",),
    status="DBInstanceStatus",
    busy="InvalidDBInstanceState",
    not_found="DBInstanceNotFound",
    exists="DBInstanceAlreadyExists",
    deferred=frozenset(
        {
            "AllocatedStorage",
            "DBInstanceClass",
            "EngineVersion",
            "MultiAZ",
            "StorageType",
            "Iops",
            "StorageThroughput",
            "BackupRetentionPeriod",
            "CACertificateIdentifier",
        }
    ),
    pending_member="PendingModifiedValues",
    aliases=_COMMON
    | {
        "DBParameterGroupName": lambda v: {
            "DBParameterGroups": [{"DBParameterGroupName": v, "ParameterApplyStatus": "in-sync"}]
        },
        "DBPortNumber": lambda v: {"DbInstancePort": v},
        "OptionGroupName": lambda v: {
            "OptionGroupMemberships": [{"OptionGroupName": v, "Status": "in-sync"}]
        },
    },
    forget=_FORGET,
).register()

DB_CLUSTER = RdsKind(
    service="rds",
    name="DBCluster",
    id_param="DBClusterIdentifier",
    id_member="DBClusterIdentifier",
    single="DBCluster",
    listed="DBClusters",
    create=(
        "CreateDBCluster",
        "RestoreDBClusterFromSnapshot",
        "RestoreDBClusterToPointInTime",
    ),
    modify=("ModifyDBCluster", "PromoteReadReplicaDBCluster"),
    delete=("DeleteDBCluster",),
    read=("DescribeDBClusters",),
    busy="InvalidDBClusterStateFault",
    not_found="DBClusterNotFoundFault",
    exists="DBClusterAlreadyExistsFault",
    deferred=frozenset({"EngineVersion"}),
    pending_member="PendingModifiedValues",
    aliases=_COMMON
    | {
        "DBClusterParameterGroupName": lambda v: {"DBClusterParameterGroup": v},
        "DBSubnetGroupName": lambda v: {"DBSubnetGroup": v},
        "EnableHttpEndpoint": lambda v: {"HttpEndpointEnabled": v},
        "EnableGlobalWriteForwarding": lambda v: {"GlobalWriteForwardingRequested": v},
        "ServerlessV2ScalingConfiguration": lambda v: {"ServerlessV2ScalingConfiguration": v},
    },
    forget=_FORGET | {"AvailabilityZones"},
).register()

@dataclass(frozen=True)
class Snapshot(Kind):
    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        super().decorate(exchange, entry, life)
        if life.state == CREATING:
            entry["PercentProgress"] = 40

    def remembered(self, exchange: Exchange) -> Document:
        cluster = exchange.params.get("DBClusterIdentifier")
        return super().remembered(exchange) | (of_cluster(exchange, str(cluster)) if cluster else {})


def of_cluster(exchange: Exchange, name: str) -> Document:
    """What a snapshot says of its cluster, and moto says of the engine that stands in."""
    return chosen(DB_CLUSTER.current(exchange, name, {}), "Engine", "EngineVersion")


DB_SNAPSHOT = Snapshot(
    service="rds",
    name="DBSnapshot",
    id_param="DBSnapshotIdentifier",
    id_member="DBSnapshotIdentifier",
    single="DBSnapshot",
    listed="DBSnapshots",
    create=("CreateDBSnapshot",),
    modify=(),
    delete=(),
    read=("DescribeDBSnapshots",),
    not_found="DBSnapshotNotFound",
    exists="DBSnapshotAlreadyExists",
    forget=frozenset({"Tags"}),
).register()

DB_CLUSTER_SNAPSHOT = Snapshot(
    service="rds",
    name="DBClusterSnapshot",
    id_param="DBClusterSnapshotIdentifier",
    id_member="DBClusterSnapshotIdentifier",
    single="DBClusterSnapshot",
    listed="DBClusterSnapshots",
    create=("CreateDBClusterSnapshot",),
    modify=(),
    delete=(),
    read=("DescribeDBClusterSnapshots",),
    not_found="DBClusterSnapshotNotFoundFault",
    exists="DBClusterSnapshotAlreadyExistsFault",
    forget=frozenset({"Tags"}),
).register()


@registry.around("rds", "CreateDBCluster", "CreateDBInstance", "RestoreDBClusterFromSnapshot")
def documentdb(exchange: Exchange, proceed: Proceed) -> Document:
    """DocumentDB is the same API with an engine that moto refuses."""
    params = exchange.params
    if params.get("Engine") != _DOCDB:
        return proceed(exchange)
    if exchange.operation != "CreateDBInstance":
        params.setdefault("EngineVersion", _DOCDB_VERSION)
        params.setdefault("Port", _DEFAULT_PORT)
        family = "docdb" + ".".join(str(params["EngineVersion"]).split(".")[:2])
        params.setdefault("DBClusterParameterGroupName", f"default.{family}")
    passed = {k: v for k, v in params.items() if k not in ("EngineVersion", "StorageType")}
    if str(passed.get("DBClusterParameterGroupName", "")).startswith("default."):
        passed.pop("DBClusterParameterGroupName")
    return exchange.moto(exchange.operation, passed | {"Engine": _STAND_IN})


@registry.around("rds", "DeleteDBCluster", "DeleteDBInstance")
def automated_snapshots_go(exchange: Exchange, proceed: Proceed) -> Document:
    """Moto keeps them, and makes no cluster of the same name in the same minute then."""
    from moto.rds.models import rds_backends

    is_cluster = exchange.operation == "DeleteDBCluster"
    last = exchange.params.get("FinalDBSnapshotIdentifier") if is_cluster else None
    known = of_cluster(exchange, str(exchange.params["DBClusterIdentifier"])) if last else {}
    result = proceed(exchange)
    if last:
        life = Life(born=exchange.world.clock.now(), memory=known)
        exchange.world.lives.put(DB_CLUSTER_SNAPSHOT.key(exchange, str(last)), life)
    backend = rds_backends[exchange.call.account][exchange.region]
    kind = DB_CLUSTER if is_cluster else DB_INSTANCE
    snapshots = backend.cluster_snapshots if is_cluster else backend.database_snapshots
    prefix = f"rds:{str(exchange.params[kind.id_param]).lower()}-"
    for name in [name for name in snapshots if name.startswith(prefix)]:
        del snapshots[name]
    return result


@registry.around("rds", "ModifyDBCluster", "ModifyDBInstance")
def kept_from_moto(exchange: Exchange, proceed: Proceed) -> Document:
    """
    moto would check versions against those of the engine that stands in, and has one list of logs
    for a server and its replicas.
    """
    own = {"EngineVersion"}
    if exchange.operation == "ModifyDBInstance":
        own.add("CloudwatchLogsExportConfiguration")
    if own.isdisjoint(exchange.params):
        return proceed(exchange)
    passed = {k: v for k, v in exchange.params.items() if k not in own}
    return exchange.moto(exchange.operation, passed)


@registry.around("rds", "DescribeDBClusters", "DescribeDBInstances")
def by_engine(exchange: Exchange, proceed: Proceed) -> Document:
    """A filter by engine has to see the engine that was asked for."""
    filters = exchange.params.get("Filters") or []
    wanted = [f["Values"] for f in filters if f.get("Name") == "engine"]
    if not wanted:
        return proceed(exchange)
    rest = [f for f in filters if f.get("Name") != "engine"]
    passed = {k: v for k, v in exchange.params.items() if k != "Filters"}
    result = exchange.moto(exchange.operation, passed | ({"Filters": rest} if rest else {}))
    kind = DB_CLUSTER if exchange.operation == "DescribeDBClusters" else DB_INSTANCE
    kind.shown(exchange, result)
    result[kind.listed] = [e for e in result[kind.listed] if e.get("Engine") in wanted[0]]
    return result


def refuse_in_use(exchange: Exchange, group: str, code: str, member: Any) -> None:
    """A group that a store uses, even one that is going, cannot be deleted."""
    for kind in (DB_INSTANCE, DB_CLUSTER):
        operation = kind.read[0]
        found = exchange.moto(operation, {})[kind.listed]
        now = exchange.world.clock.now()
        lives = exchange.world.lives.of_kind(("rds", kind.name, exchange.region), now)
        for entry in found:
            life = lives.get(str(entry[kind.id_member]).lower())
            if life is not None:
                kind.decorate(exchange, entry, life)
        found += [life.ghost for life in lives.values() if life.ghost]
        for entry in found:
            if member(entry) == group:
                raise AwsError(code, f"{group} is used by {entry[kind.id_member]}")


def _parameter_group(entry: Document) -> str:
    groups = entry.get("DBParameterGroups") or [{}]
    return str(groups[0].get("DBParameterGroupName", ""))


def _subnet_group(entry: Document) -> str:
    group = entry.get("DBSubnetGroup")
    return str(group.get("DBSubnetGroupName", "") if isinstance(group, dict) else group)


@registry.around("rds", "DeleteDBSubnetGroup")
def delete_subnet_group(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["DBSubnetGroupName"])
    refuse_in_use(exchange, name, "InvalidDBSubnetGroupStateFault", _subnet_group)
    return proceed(exchange)


@registry.around("rds", "DeleteDBParameterGroup")
def delete_parameter_group(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["DBParameterGroupName"])
    refuse_in_use(exchange, name, "InvalidDBParameterGroupState", _parameter_group)
    return proceed(exchange)


@registry.around("rds", "DeleteDBClusterParameterGroup")
def delete_cluster_parameter_group(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["DBClusterParameterGroupName"])
    member = lambda entry: entry.get("DBClusterParameterGroup", "")  # noqa: E731
    refuse_in_use(exchange, name, "InvalidDBParameterGroupState", member)
    return proceed(exchange)


@registry.around("rds", "PromoteReadReplica")
def promote(exchange: Exchange, proceed: Proceed) -> Document:
    """A promoted replica has no source any more, nor the source that replica."""
    name = str(exchange.params["DBInstanceIdentifier"])
    before = DB_INSTANCE.current(exchange, name, {})
    source = before.get("ReadReplicaSourceDBInstanceIdentifier")
    result = proceed(exchange)
    life = DB_INSTANCE.life(exchange, name)
    if life is not None:
        life.memory["ReadReplicaSourceDBInstanceIdentifier"] = None
    if source:
        _forget_replica(exchange, str(source), name)
    return result


def _forget_replica(exchange: Exchange, source: str, replica: str) -> None:
    region = source.split(":")[3] if source.startswith("arn:") else exchange.region
    there = exchange.in_region(region)
    life = DB_INSTANCE.life(there, source)
    entry = DB_INSTANCE.current(there, source, {})
    if life is not None and entry:
        kept = entry.get("ReadReplicaDBInstanceIdentifiers", [])
        life.memory["ReadReplicaDBInstanceIdentifiers"] = [
            name for name in kept if name.rsplit(":", 1)[-1] != replica
        ]
