"""RDS, Aurora and DocumentDB: time, pending changes, what was asked for can be read again."""

from typing import Any

from tests.base import EmulatorTest


class RdsTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.rds = self.client("rds")

    def create(self, **more: Any) -> None:
        self.rds.create_db_instance(
            **{
                "DBInstanceIdentifier": "orders",
                "DBInstanceClass": "db.t4g.medium",
                "Engine": "postgres",
                "AllocatedStorage": 20,
                "MasterUsername": "shop",
                "ManageMasterUserPassword": True,
            }
            | more
        )

    def instance(self, name: str = "orders") -> Any:
        return self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]

    def test_one_of_the_same_name_follows(self) -> None:
        """Also within a minute of ours, when its automated snapshots would have the same names."""
        cluster = {
            "DBClusterIdentifier": "papers",
            "Engine": "docdb",
            "MasterUsername": "keeper",
            "MasterUserPassword": "keeps-papers",
        }
        for _ in range(2):
            self.rds.create_db_cluster(**cluster)
            self.create()
            self.advance(3000)
            self.rds.delete_db_cluster(DBClusterIdentifier="papers", SkipFinalSnapshot=True)
            self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)
            self.advance(3000)

    def test_windows_may_touch(self) -> None:
        windows = {"PreferredBackupWindow": "03:00-04:00"}
        self.create(**windows, PreferredMaintenanceWindow="mon:04:00-mon:05:00")
        with self.refused("InvalidParameterValue"):
            self.create(
                **windows,
                DBInstanceIdentifier="late",
                PreferredMaintenanceWindow="mon:03:59-mon:05:00",
            )

    def test_creation_takes_time(self) -> None:
        self.create()
        self.assertHas(
            {"DBInstanceStatus": "creating", "Endpoint": "(absent)"}, self.instance()
        )
        with self.refused("InvalidDBInstanceState"):
            self.rds.modify_db_instance(DBInstanceIdentifier="orders", AllocatedStorage=30)
        self.finish()
        self.assertEqual("available", self.instance()["DBInstanceStatus"])

    def test_every_parameter_is_read_again(self) -> None:
        self.client("rds").create_db_parameter_group(
            DBParameterGroupName="pg", DBParameterGroupFamily="postgres16", Description="d"
        )
        asked = {
            "EngineVersion": "16.4",
            "MaxAllocatedStorage": 200,
            "StorageType": "gp3",
            "Iops": 3000,
            "StorageThroughput": 125,
            "StorageEncrypted": True,
            "MultiAZ": True,
            "BackupRetentionPeriod": 14,
            "PreferredBackupWindow": "03:00-04:00",
            "PreferredMaintenanceWindow": "sun:05:00-sun:06:00",
            "CopyTagsToSnapshot": True,
            "DeletionProtection": True,
            "PerformanceInsightsRetentionPeriod": 31,
            "MonitoringInterval": 60,
            "MonitoringRoleArn": f"arn:aws:iam::{self.account}:role/m",
            "AutoMinorVersionUpgrade": False,
            "PubliclyAccessible": False,
            "CACertificateIdentifier": "rds-ca-rsa2048-g1",
            "DBName": "shop",
        }
        self.create(
            **asked,
            EnablePerformanceInsights=True,
            EnableIAMDatabaseAuthentication=True,
            EnableCloudwatchLogsExports=["postgresql", "upgrade"],
            VpcSecurityGroupIds=["sg-1"],
            DBParameterGroupName="pg",
            Tags=[{"Key": "owner", "Value": "me"}],
        )
        seen = self.instance()
        self.assertHas(
            asked
            | {
                "PerformanceInsightsEnabled": True,
                "IAMDatabaseAuthenticationEnabled": True,
                "EnabledCloudwatchLogsExports": ["postgresql", "upgrade"],
                "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
                "TagList": [{"Key": "owner", "Value": "me"}],
            },
            seen,
        )
        self.assertEqual("pg", seen["DBParameterGroups"][0]["DBParameterGroupName"])
        self.assertEqual("active", seen["MasterUserSecret"]["SecretStatus"])

    def test_changes_are_pending_until_they_are_applied(self) -> None:
        self.create()
        self.finish()
        self.rds.modify_db_instance(
            DBInstanceIdentifier="orders",
            DBInstanceClass="db.r6g.large",
            BackupRetentionPeriod=7,
            ApplyImmediately=True,
        )
        seen = self.instance()
        self.assertEqual("modifying", seen["DBInstanceStatus"])
        self.assertEqual("db.t4g.medium", seen["DBInstanceClass"])
        self.assertEqual("db.r6g.large", seen["PendingModifiedValues"]["DBInstanceClass"])
        self.finish()
        seen = self.instance()
        self.assertEqual("available", seen["DBInstanceStatus"])
        self.assertEqual("db.r6g.large", seen["DBInstanceClass"])
        self.assertEqual(7, seen["BackupRetentionPeriod"])
        self.assertEqual({}, seen["PendingModifiedValues"])

    def test_what_changes_nothing_leaves_it_available(self) -> None:
        self.create(BackupRetentionPeriod=7)
        self.finish()
        same = {"DBInstanceIdentifier": "orders", "BackupRetentionPeriod": 7}
        self.rds.modify_db_instance(**same, ApplyImmediately=True)
        self.assertEqual("available", self.instance()["DBInstanceStatus"])
        other = same | {"BackupRetentionPeriod": 8}
        self.rds.modify_db_instance(**other, ApplyImmediately=True)
        self.assertEqual("modifying", self.instance()["DBInstanceStatus"])

    def test_changes_wait_for_the_window(self) -> None:
        self.create()
        self.finish()
        self.rds.modify_db_instance(DBInstanceIdentifier="orders", AllocatedStorage=50)
        self.advance(3600)
        seen = self.instance()
        self.assertEqual("available", seen["DBInstanceStatus"])
        self.assertEqual(20, seen["AllocatedStorage"])
        self.assertEqual(50, seen["PendingModifiedValues"]["AllocatedStorage"])
        self.advance(8 * 24 * 3600)
        self.assertEqual(50, self.instance()["AllocatedStorage"])

    def test_the_port_can_be_changed(self) -> None:
        self.create(Port=5432)
        self.finish()
        self.rds.modify_db_instance(DBInstanceIdentifier="orders", DBPortNumber=5433)
        self.finish()
        self.assertEqual(5433, self.instance()["Endpoint"]["Port"])

    def test_log_exports_and_retention_can_be_changed(self) -> None:
        self.create(EnableCloudwatchLogsExports=["postgresql"])
        self.finish()
        self.rds.modify_db_instance(
            DBInstanceIdentifier="orders",
            MaxAllocatedStorage=500,
            CloudwatchLogsExportConfiguration={
                "EnableLogTypes": ["upgrade"],
                "DisableLogTypes": ["postgresql"],
            },
            ApplyImmediately=True,
        )
        self.finish()
        self.assertHas(
            {"EnabledCloudwatchLogsExports": ["upgrade"], "MaxAllocatedStorage": 500},
            self.instance(),
        )

    def test_deletion_takes_time_and_can_be_seen(self) -> None:
        subnets = self.subnet_group()
        self.create(DBSubnetGroupName=subnets)
        self.finish()
        self.rds.delete_db_instance(
            DBInstanceIdentifier="orders", FinalDBSnapshotIdentifier="orders-final"
        )
        self.assertEqual("deleting", self.instance()["DBInstanceStatus"])
        self.assertEqual(1, len(self.rds.describe_db_instances()["DBInstances"]))
        with self.refused("DBInstanceAlreadyExists"):
            self.create()
        with self.refused("InvalidDBInstanceState"):
            self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)
        with self.refused("InvalidDBSubnetGroupStateFault"):
            self.rds.delete_db_subnet_group(DBSubnetGroupName=subnets)
        self.finish()
        with self.refused("DBInstanceNotFound"):
            self.instance()
        self.assertEqual([], self.rds.describe_db_instances()["DBInstances"])
        snapshots = self.rds.describe_db_snapshots(DBSnapshotIdentifier="orders-final")
        self.assertEqual("available", snapshots["DBSnapshots"][0]["Status"])
        self.rds.delete_db_subnet_group(DBSubnetGroupName=subnets)
        self.create()

    def test_deletion_protection(self) -> None:
        self.create(DeletionProtection=True)
        self.finish()
        with self.refused("InvalidParameterCombination"):
            self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)
        self.rds.modify_db_instance(DBInstanceIdentifier="orders", DeletionProtection=False)
        self.finish()
        self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)

    def test_a_promoted_replica_has_no_source(self) -> None:
        self.create()
        self.finish()
        self.rds.create_db_instance_read_replica(
            DBInstanceIdentifier="replica",
            SourceDBInstanceIdentifier="orders",
            DBInstanceClass="db.t4g.small",
        )
        self.finish()
        replica = self.instance("replica")
        self.assertEqual("orders", replica["ReadReplicaSourceDBInstanceIdentifier"])
        self.assertEqual("db.t4g.small", replica["DBInstanceClass"])
        self.assertEqual(["replica"], self.instance()["ReadReplicaDBInstanceIdentifiers"])
        self.rds.promote_read_replica(DBInstanceIdentifier="replica")
        self.finish()
        self.assertNotIn("ReadReplicaSourceDBInstanceIdentifier", self.instance("replica"))
        self.assertEqual([], self.instance()["ReadReplicaDBInstanceIdentifiers"])

    def test_a_replica_has_logs_of_its_own(self) -> None:
        self.create(EnableCloudwatchLogsExports=["postgresql"])
        self.finish()
        self.rds.create_db_instance_read_replica(
            DBInstanceIdentifier="replica",
            SourceDBInstanceIdentifier="orders",
            EnableCloudwatchLogsExports=["postgresql"],
        )
        self.finish()
        for name in ("orders", "replica"):
            self.rds.modify_db_instance(
                DBInstanceIdentifier=name,
                CloudwatchLogsExportConfiguration={
                    "EnableLogTypes": ["upgrade"],
                    "DisableLogTypes": ["postgresql"],
                },
            )
            self.finish()
            self.assertEqual(["upgrade"], self.instance(name)["EnabledCloudwatchLogsExports"])

    def test_parameters_are_set_back(self) -> None:
        group = {"DBParameterGroupName": "pg"}
        self.rds.create_db_parameter_group(
            **group, DBParameterGroupFamily="postgres16", Description="d"
        )
        named = {"ParameterName": "work_mem", "ApplyMethod": "immediate"}
        for value in ("1", "2"):
            self.rds.modify_db_parameter_group(
                **group, Parameters=[named | {"ParameterValue": value}]
            )
            shown = self.rds.describe_db_parameters(**group)["Parameters"]
            self.assertEqual([value], [p["ParameterValue"] for p in shown])
            self.rds.reset_db_parameter_group(**group, Parameters=[named])
            self.assertEqual([], self.rds.describe_db_parameters(**group)["Parameters"])

    def test_a_replica_in_another_region(self) -> None:
        self.create()
        self.finish()
        there = self.client("rds", region="eu-west-1")
        there.create_db_instance_read_replica(
            DBInstanceIdentifier="far",
            SourceDBInstanceIdentifier=self.instance()["DBInstanceArn"],
            DBInstanceClass="db.t4g.small",
        )
        seen = there.describe_db_instances(DBInstanceIdentifier="far")["DBInstances"][0]
        self.assertEqual("creating", seen["DBInstanceStatus"])
        self.assertIn(":eu-central-1:", seen["ReadReplicaSourceDBInstanceIdentifier"])

    def test_a_new_instance_may_not_be_found_at_once(self) -> None:
        self.mine("POST", "consistency", {"notFoundSeconds": 100})
        self.create()
        with self.refused("DBInstanceNotFound"):
            self.instance()
        self.assertEqual([], self.rds.describe_db_instances()["DBInstances"])
        self.finish()
        self.assertEqual("available", self.instance()["DBInstanceStatus"])

    def test_delays_are_chosen(self) -> None:
        self.mine("POST", "delays", {"rds:DBInstance:create": 6000})
        self.create()
        self.advance(5900)
        self.assertEqual("creating", self.instance()["DBInstanceStatus"])
        self.finish()
        self.assertEqual("available", self.instance()["DBInstanceStatus"])

    def subnet_group(self) -> str:
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        ids = [
            ec2.create_subnet(
                VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=f"eu-central-1{zone}"
            )["Subnet"]["SubnetId"]
            for i, zone in enumerate("ab")
        ]
        self.rds.create_db_subnet_group(
            DBSubnetGroupName="subnets", DBSubnetGroupDescription="d", SubnetIds=ids
        )
        return "subnets"
