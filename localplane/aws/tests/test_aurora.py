"""Aurora, its global clusters, and DocumentDB, which shares their API."""

from typing import Any

from tests.base import EmulatorTest


class AuroraTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.rds = self.client("rds")
        self.far = self.client("rds", region="us-west-2")

    def create(self, **more: Any) -> Any:
        return self.rds.create_db_cluster(
            **{
                "DBClusterIdentifier": "orders",
                "Engine": "aurora-postgresql",
                "MasterUsername": "shop",
                "ManageMasterUserPassword": True,
            }
            | more
        )["DBCluster"]

    def cluster(self, rds: Any = None, name: str = "orders") -> Any:
        found = (rds or self.rds).describe_db_clusters(DBClusterIdentifier=name)
        return found["DBClusters"][0]

    def test_cluster_and_instances(self) -> None:
        asked = {
            "EngineVersion": "16.4",
            "DatabaseName": "shop",
            "StorageEncrypted": True,
            "BackupRetentionPeriod": 14,
            "PreferredBackupWindow": "03:00-04:00",
            "PreferredMaintenanceWindow": "sun:05:00-sun:06:00",
            "DeletionProtection": True,
            "CopyTagsToSnapshot": True,
            "Port": 5433,
            "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 8.0},
        }
        self.create(
            **asked,
            EnableCloudwatchLogsExports=["postgresql"],
            EnableIAMDatabaseAuthentication=True,
            VpcSecurityGroupIds=["sg-1"],
            Tags=[{"Key": "owner", "Value": "me"}],
        )
        self.assertEqual("creating", self.cluster()["Status"])
        self.finish()
        self.assertHas(
            asked
            | {
                "Status": "available",
                "EnabledCloudwatchLogsExports": ["postgresql"],
                "IAMDatabaseAuthenticationEnabled": True,
                "TagList": [{"Key": "owner", "Value": "me"}],
            },
            self.cluster(),
        )
        self.rds.create_db_instance(
            DBInstanceIdentifier="orders-1",
            DBClusterIdentifier="orders",
            DBInstanceClass="db.r6g.large",
            Engine="aurora-postgresql",
            PromotionTier=2,
        )
        instance = self.rds.describe_db_instances(DBInstanceIdentifier="orders-1")["DBInstances"][0]
        self.assertHas(
            {"DBInstanceStatus": "creating", "PromotionTier": 2, "DBClusterIdentifier": "orders"},
            instance,
        )
        members = self.cluster()["DBClusterMembers"]
        self.assertEqual(["orders-1"], [m["DBInstanceIdentifier"] for m in members])

    def test_documentdb(self) -> None:
        docdb = self.client("docdb")
        docdb.create_db_cluster_parameter_group(
            DBClusterParameterGroupName="tls", DBParameterGroupFamily="docdb5.0", Description="d"
        )
        docdb.create_db_cluster(
            DBClusterIdentifier="catalog",
            Engine="docdb",
            MasterUsername="shop",
            MasterUserPassword="long-enough-1",
            DBClusterParameterGroupName="tls",
            EnableCloudwatchLogsExports=["audit"],
            StorageEncrypted=True,
            BackupRetentionPeriod=3,
        )
        self.finish()
        docdb.create_db_instance(
            DBInstanceIdentifier="catalog-0",
            DBInstanceClass="db.r6g.large",
            Engine="docdb",
            DBClusterIdentifier="catalog",
        )
        seen = docdb.describe_db_clusters(DBClusterIdentifier="catalog")["DBClusters"][0]
        self.assertHas(
            {
                "Engine": "docdb",
                "EngineVersion": "5.0.0",
                "Port": 27017,
                "Status": "available",
                "DBClusterParameterGroup": "tls",
                "EnabledCloudwatchLogsExports": ["audit"],
                "BackupRetentionPeriod": 3,
            },
            seen,
        )
        self.assertEqual("catalog-0", seen["DBClusterMembers"][0]["DBInstanceIdentifier"])
        by_engine = docdb.describe_db_clusters(Filters=[{"Name": "engine", "Values": ["docdb"]}])
        self.assertEqual(1, len(by_engine["DBClusters"]))
        self.assertEqual("docdb", docdb.describe_db_instances()["DBInstances"][0]["Engine"])
        docdb.create_db_cluster_snapshot(
            DBClusterSnapshotIdentifier="s", DBClusterIdentifier="catalog"
        )
        self.finish()
        docdb.modify_db_cluster(
            DBClusterIdentifier="catalog", BackupRetentionPeriod=9, ApplyImmediately=True
        )
        self.finish()
        self.assertEqual(9, self.cluster(docdb, "catalog")["BackupRetentionPeriod"])
        docdb.delete_db_instance(DBInstanceIdentifier="catalog-0")
        self.finish()
        docdb.delete_db_cluster(DBClusterIdentifier="catalog", SkipFinalSnapshot=True)
        self.assertEqual("deleting", self.cluster(docdb, "catalog")["Status"])
        self.finish()
        with self.refused("DBClusterNotFoundFault"):
            self.cluster(docdb, "catalog")

    def members(self) -> dict[str, bool]:
        found = self.far.describe_global_clusters(GlobalClusterIdentifier="world")
        members = found["GlobalClusters"][0]["GlobalClusterMembers"]
        return {m["DBClusterArn"].split(":")[3]: m["IsWriter"] for m in members}

    def test_global_clusters(self) -> None:
        source = self.create(EngineVersion="16.4", StorageEncrypted=True)["DBClusterArn"]
        self.finish()
        self.rds.create_global_cluster(
            GlobalClusterIdentifier="world",
            SourceDBClusterIdentifier=source,
            DeletionProtection=True,
        )
        self.finish()
        reader = self.far.create_db_cluster(
            DBClusterIdentifier="orders",
            Engine="aurora-postgresql",
            GlobalClusterIdentifier="world",
        )["DBCluster"]["DBClusterArn"]
        self.assertEqual("16.4", self.cluster(self.far)["EngineVersion"])
        self.finish()
        self.assertEqual({"eu-central-1": True, "us-west-2": False}, self.members())
        self.far.switchover_global_cluster(
            GlobalClusterIdentifier="world", TargetDbClusterIdentifier=reader
        )
        self.assertEqual({"eu-central-1": True, "us-west-2": False}, self.members())
        self.finish()
        self.assertEqual({"eu-central-1": False, "us-west-2": True}, self.members())
        with self.refused("InvalidDBClusterStateFault"):
            self.rds.delete_db_cluster(DBClusterIdentifier="orders", SkipFinalSnapshot=True)
        self.far.remove_from_global_cluster(
            GlobalClusterIdentifier="world", DbClusterIdentifier=source
        )
        self.rds.delete_db_cluster(DBClusterIdentifier="orders", SkipFinalSnapshot=True)
        self.far.modify_global_cluster(GlobalClusterIdentifier="world", DeletionProtection=False)
        self.finish()
        with self.refused("InvalidGlobalClusterStateFault"):
            self.far.delete_global_cluster(GlobalClusterIdentifier="world")
        self.far.remove_from_global_cluster(
            GlobalClusterIdentifier="world", DbClusterIdentifier=reader
        )
        self.far.delete_global_cluster(GlobalClusterIdentifier="world")
        self.finish()
        self.assertEqual([], self.rds.describe_global_clusters()["GlobalClusters"])
