"""Stores that are made from copies: what RDS and ElastiCache take, and what they refuse."""

from typing import Any

from tests.base import EmulatorTest


class RestoreTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.rds = self.client("rds")

    def server(self, **more: Any) -> None:
        self.rds.create_db_instance(
            **{
                "DBInstanceIdentifier": "orders",
                "DBInstanceClass": "db.t4g.medium",
                "Engine": "postgres",
                "AllocatedStorage": 20,
                "MasterUsername": "shop",
                "MasterUserPassword": "a-long-password",
            }
            | more
        )
        self.finish()

    def documents(self) -> None:
        self.rds.create_db_cluster(
            DBClusterIdentifier="papers",
            Engine="docdb",
            MasterUsername="keeper",
            MasterUserPassword="keeps-papers",
        )
        self.finish()

    def cluster(self, name: str) -> Any:
        return self.rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]

    def test_from_a_snapshot_that_is_whole(self) -> None:
        self.server()
        self.rds.create_db_snapshot(DBSnapshotIdentifier="monday", DBInstanceIdentifier="orders")
        restore = {"DBInstanceIdentifier": "again", "DBSnapshotIdentifier": "monday"}
        seen = self.rds.describe_db_snapshots(DBSnapshotIdentifier="monday")["DBSnapshots"][0]
        self.assertHas({"Status": "creating", "PercentProgress": 40}, seen)
        with self.refused("InvalidDBSnapshotState"):
            self.rds.restore_db_instance_from_db_snapshot(**restore)
        self.finish()
        tags = [{"Key": "whose", "Value": "ours"}]
        self.rds.restore_db_instance_from_db_snapshot(**restore, Tags=tags)
        again = self.rds.describe_db_instances(DBInstanceIdentifier="again")["DBInstances"][0]
        self.assertHas({"DBInstanceStatus": "creating", "MasterUsername": "shop"}, again)
        self.assertEqual(tags, again["TagList"])
        with self.refused("DBSnapshotNotFound"):
            self.rds.describe_db_snapshots(DBSnapshotIdentifier="tuesday")

    def test_a_copy_needs_backups(self) -> None:
        self.server(BackupRetentionPeriod=0)
        copy = {
            "SourceDBInstanceIdentifier": "orders",
            "TargetDBInstanceIdentifier": "again",
            "UseLatestRestorableTime": True,
        }
        with self.refused("PointInTimeRestoreNotEnabled"):
            self.rds.restore_db_instance_to_point_in_time(**copy)
        self.rds.modify_db_instance(
            DBInstanceIdentifier="orders", BackupRetentionPeriod=3, ApplyImmediately=True
        )
        self.finish()
        self.rds.restore_db_instance_to_point_in_time(**copy)
        self.finish()
        again = self.rds.describe_db_instances(DBInstanceIdentifier="again")["DBInstances"][0]
        self.assertHas({"DBInstanceStatus": "available", "Engine": "postgres"}, again)

    def test_documents_stay_documents(self) -> None:
        self.documents()
        self.rds.create_db_cluster_snapshot(
            DBClusterSnapshotIdentifier="monday", DBClusterIdentifier="papers"
        )
        self.finish()
        self.rds.restore_db_cluster_to_point_in_time(
            SourceDBClusterIdentifier="papers",
            DBClusterIdentifier="copy",
            UseLatestRestorableTime=True,
        )
        self.assertHas({"Engine": "docdb", "EngineVersion": "5.0.0"}, self.cluster("copy"))
        self.rds.delete_db_cluster(
            DBClusterIdentifier="papers", FinalDBSnapshotIdentifier="papers-final"
        )
        self.finish()
        for name in ("monday", "papers-final"):
            found = self.rds.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=name)
            snapshot = found["DBClusterSnapshots"][0]
            self.assertHas({"Engine": "docdb", "Status": "available"}, snapshot)
            self.rds.restore_db_cluster_from_snapshot(
                SnapshotIdentifier=name, DBClusterIdentifier=f"from-{name}", Engine="docdb"
            )
            self.assertHas({"Engine": "docdb"}, self.cluster(f"from-{name}"))

    def test_a_cache_needs_a_whole_snapshot(self) -> None:
        cache = self.client("elasticache")
        group = {
            "ReplicationGroupDescription": "sessions",
            "CacheNodeType": "cache.t4g.small",
            "Engine": "redis",
        }
        cache.create_replication_group(ReplicationGroupId="sessions", **group)
        self.finish()
        cache.create_snapshot(SnapshotName="monday", ReplicationGroupId="sessions")
        with self.refused("InvalidSnapshotState"):
            cache.create_replication_group(
                ReplicationGroupId="again", SnapshotName="monday", **group
            )
        self.finish()
        cache.create_replication_group(ReplicationGroupId="again", SnapshotName="monday", **group)
        with self.refused("SnapshotNotFoundFault"):
            cache.create_replication_group(
                ReplicationGroupId="never", SnapshotName="tuesday", **group
            )
