"""Restores of RDS: what AWS refuses, and moto does not."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.life import AVAILABLE
from emulator.services.rds import DB_CLUSTER_SNAPSHOT, DB_INSTANCE, DB_SNAPSHOT


@registry.around("rds", "RestoreDBInstanceFromDBSnapshot", "RestoreDBClusterFromSnapshot")
def needs_a_whole_snapshot(exchange: Exchange, proceed: Proceed) -> Document:
    is_cluster = exchange.operation == "RestoreDBClusterFromSnapshot"
    kind = DB_CLUSTER_SNAPSHOT if is_cluster else DB_SNAPSHOT
    name = str(exchange.params["SnapshotIdentifier" if is_cluster else "DBSnapshotIdentifier"])
    life = kind.life(exchange, name)
    if life is not None and life.state != AVAILABLE:
        code = "InvalidDBClusterSnapshotStateFault" if is_cluster else "InvalidDBSnapshotState"
        raise AwsError(code, f"{name} is not in available state, it is {life.state}")
    return proceed(exchange)


@registry.around("rds", "RestoreDBInstanceToPointInTime")
def needs_backups(exchange: Exchange, proceed: Proceed) -> Document:
    source = str(exchange.params["SourceDBInstanceIdentifier"])
    entry = DB_INSTANCE.current(exchange, source, {})
    if entry and not entry.get("BackupRetentionPeriod"):
        raise AwsError("PointInTimeRestoreNotEnabled", f"{source} keeps no backups")
    return proceed(exchange)
