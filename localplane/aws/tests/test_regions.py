"""What has copies in a second region."""

from typing import Any

from tests.base import EmulatorTest

FAR = "us-west-2"


class CopiedBackupsTest(EmulatorTest):
    def test_a_plan_keeps_where_it_copies_to(self) -> None:
        backup, far = self.client("backup"), self.client("backup", region=FAR)
        backup.create_backup_vault(BackupVaultName="v")
        vault = far.create_backup_vault(BackupVaultName="v")["BackupVaultArn"]
        self.assertIn(f":{FAR}:", vault)
        copy: dict[str, Any] = {
            "DestinationBackupVaultArn": vault,
            "Lifecycle": {"DeleteAfterDays": 9},
        }
        rule: dict[str, Any] = {"RuleName": "r", "TargetBackupVaultName": "v"}
        plan = {"BackupPlanName": "p", "Rules": [rule | {"CopyActions": [copy]}]}
        made = backup.create_backup_plan(BackupPlan=plan)["BackupPlanId"]
        seen = backup.get_backup_plan(BackupPlanId=made)["BackupPlan"]["Rules"][0]
        self.assertEqual([copy], seen["CopyActions"])
        backup.update_backup_plan(
            BackupPlanId=made, BackupPlan={"BackupPlanName": "p", "Rules": [rule]}
        )
        seen = backup.get_backup_plan(BackupPlanId=made)["BackupPlan"]["Rules"][0]
        self.assertNotIn("CopyActions", seen)


class ReplicasTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.dynamo = self.client("dynamodb")
        self.dynamo.create_table(
            TableName="carts",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 5},
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        )
        self.finish()

    def replicate(self) -> None:
        self.dynamo.update_table(
            TableName="carts", ReplicaUpdates=[{"Create": {"RegionName": FAR}}]
        )

    def scale(self) -> None:
        scaling = self.client("application-autoscaling")
        target = {
            "ServiceNamespace": "dynamodb",
            "ResourceId": "table/carts",
            "ScalableDimension": "dynamodb:table:WriteCapacityUnits",
        }
        scaling.register_scalable_target(MinCapacity=5, MaxCapacity=9, **target)
        tracking = {
            "TargetValue": 70.0,
            "PredefinedMetricSpecification": {
                "PredefinedMetricType": "DynamoDBWriteCapacityUtilization"
            },
        }
        scaling.put_scaling_policy(
            PolicyName="p",
            PolicyType="TargetTrackingScaling",
            TargetTrackingScalingPolicyConfiguration=tracking,
            **target,
        )

    def test_units_that_nobody_scales_have_no_replica(self) -> None:
        with self.refused("ValidationException"):
            self.replicate()
        self.scale()
        self.replicate()
        self.finish()
        seen = self.dynamo.describe_table(TableName="carts")["Table"]
        self.assertEqual([(FAR, "ACTIVE")], [
            (replica["RegionName"], replica["ReplicaStatus"]) for replica in seen["Replicas"]
        ])

    def test_the_stream_feeds_the_replica_and_stays(self) -> None:
        self.scale()
        self.replicate()
        self.finish()
        off = {"StreamEnabled": False}
        with self.refused("ValidationException"):
            self.dynamo.update_table(TableName="carts", StreamSpecification=off)
        self.dynamo.update_table(
            TableName="carts", ReplicaUpdates=[{"Delete": {"RegionName": FAR}}]
        )
        self.finish()
        self.dynamo.update_table(TableName="carts", StreamSpecification=off)
