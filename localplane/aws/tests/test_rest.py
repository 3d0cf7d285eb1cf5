"""EFS, Kinesis, Cognito, logs and scaling."""

from typing import Any

from tests.base import EmulatorTest


class EfsTest(EmulatorTest):
    def test_file_systems_and_mount_targets(self) -> None:
        efs = self.client("efs")
        asked = {"PerformanceMode": "generalPurpose", "Encrypted": True, "ThroughputMode": "elastic"}
        name = efs.create_file_system(CreationToken="t", **asked)["FileSystemId"]
        seen = efs.describe_file_systems(FileSystemId=name)["FileSystems"][0]
        self.assertHas(asked | {"LifeCycleState": "creating", "CreationToken": "t"}, seen)
        ec2 = self.client("ec2")
        subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
        with self.refused("IncorrectFileSystemLifeCycleState"):
            efs.create_mount_target(FileSystemId=name, SubnetId=subnet)
        self.finish()
        target = efs.create_mount_target(FileSystemId=name, SubnetId=subnet)["MountTargetId"]
        listed = efs.describe_mount_targets(FileSystemId=name)["MountTargets"]
        self.assertEqual(["creating"], [t["LifeCycleState"] for t in listed])
        self.finish()
        efs.update_file_system(FileSystemId=name, ThroughputMode="bursting")
        seen = efs.describe_file_systems(FileSystemId=name)["FileSystems"][0]
        self.assertHas({"ThroughputMode": "bursting", "LifeCycleState": "updating"}, seen)
        self.finish()
        efs.delete_mount_target(MountTargetId=target)
        listed = efs.describe_mount_targets(FileSystemId=name)["MountTargets"]
        self.assertEqual(["deleting"], [t["LifeCycleState"] for t in listed])
        with self.refused("FileSystemInUse"):
            efs.delete_file_system(FileSystemId=name)
        self.finish()
        self.assertEqual([], efs.describe_mount_targets(FileSystemId=name)["MountTargets"])
        efs.delete_file_system(FileSystemId=name)
        seen = efs.describe_file_systems()["FileSystems"][0]
        self.assertEqual("deleting", seen["LifeCycleState"])
        self.finish()
        with self.refused("FileSystemNotFound"):
            efs.describe_file_systems(FileSystemId=name)


    def test_policies_and_access_points(self) -> None:
        efs = self.client("efs")
        name = efs.create_file_system(CreationToken="t", Backup=True)["FileSystemId"]
        rules = [{"TransitionToIA": "AFTER_30_DAYS"}]
        with self.refused("IncorrectFileSystemLifeCycleState"):
            efs.put_lifecycle_configuration(FileSystemId=name, LifecyclePolicies=rules)
        with self.refused("IncorrectFileSystemLifeCycleState"):
            efs.create_access_point(ClientToken="a", FileSystemId=name)
        self.finish()
        efs.put_lifecycle_configuration(FileSystemId=name, LifecyclePolicies=rules)
        seen = efs.describe_lifecycle_configuration(FileSystemId=name)
        self.assertEqual(rules, seen["LifecyclePolicies"])
        self.assertEqual("ENABLED", self.backup(name))
        efs.put_backup_policy(FileSystemId=name, BackupPolicy={"Status": "DISABLED"})
        self.assertEqual("DISABLED", self.backup(name))
        efs.create_access_point(ClientToken="a", FileSystemId=name)
        with self.refused("AccessPointAlreadyExists"):
            efs.create_access_point(ClientToken="a", FileSystemId=name)
        self.assertEqual(1, len(efs.describe_access_points()["AccessPoints"]))

    def backup(self, name: str) -> str:
        policy = self.client("efs").describe_backup_policy(FileSystemId=name)
        return str(policy["BackupPolicy"]["Status"])


class KinesisTest(EmulatorTest):
    def test_streams(self) -> None:
        kinesis = self.client("kinesis")
        kinesis.create_stream(StreamName="s", ShardCount=2, Tags={"owner": "me"})

        def seen() -> Any:
            return kinesis.describe_stream_summary(StreamName="s")["StreamDescriptionSummary"]

        self.assertEqual("CREATING", seen()["StreamStatus"])
        with self.refused("ResourceInUseException"):
            kinesis.increase_stream_retention_period(StreamName="s", RetentionPeriodHours=48)
        self.finish()
        self.assertEqual("ACTIVE", seen()["StreamStatus"])
        arn = seen()["StreamARN"]
        kinesis.increase_stream_retention_period(StreamARN=arn, RetentionPeriodHours=48)
        self.assertHas({"StreamStatus": "UPDATING", "RetentionPeriodHours": 48}, seen())
        self.finish()
        tags = kinesis.list_tags_for_resource(ResourceARN=arn)["Tags"]
        self.assertEqual([{"Key": "owner", "Value": "me"}], tags)
        kinesis.delete_stream(StreamName="s")
        self.assertEqual("DELETING", seen()["StreamStatus"])
        self.finish()
        with self.refused("ResourceNotFoundException"):
            seen()


class CognitoTest(EmulatorTest):
    def test_pools_and_domains(self) -> None:
        cognito = self.client("cognito-idp")
        pool = cognito.create_user_pool(PoolName="p", DeletionProtection="ACTIVE")["UserPool"]["Id"]
        with self.refused("InvalidParameterException"):
            cognito.delete_user_pool(UserPoolId=pool)
        cognito.update_user_pool(UserPoolId=pool, DeletionProtection="INACTIVE")
        domain = {"Domain": "auth.example.com"}
        cognito.create_user_pool_domain(
            UserPoolId=pool,
            CustomDomainConfig={"CertificateArn": "arn:aws:acm:us-east-1:1:certificate/x"},
            **domain,
        )
        seen = cognito.describe_user_pool_domain(**domain)["DomainDescription"]
        self.assertHas({"Status": "CREATING", "AWSAccountId": self.account}, seen)
        self.finish()
        seen = cognito.describe_user_pool_domain(**domain)["DomainDescription"]
        self.assertEqual("ACTIVE", seen["Status"])
        with self.refused("InvalidParameterException"):
            cognito.delete_user_pool(UserPoolId=pool)
        cognito.delete_user_pool_domain(UserPoolId=pool, **domain)
        cognito.delete_user_pool(UserPoolId=pool)

    def test_what_a_change_does_not_say_goes_back_to_a_default(self) -> None:
        cognito = self.client("cognito-idp")
        with self.refused("InvalidParameterException"):
            cognito.create_user_pool(PoolName="p", MfaConfiguration="OPTIONAL")
        policy = {"PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 3}}
        pool = cognito.create_user_pool(
            PoolName="p",
            Policies=policy,
            UsernameAttributes=["email"],
            UserPoolTags={"owner": "me"},
        )["UserPool"]
        named = {"UserPoolId": pool["Id"]}
        cognito.set_user_pool_mfa_config(
            MfaConfiguration="ON", SoftwareTokenMfaConfiguration={"Enabled": True}, **named
        )
        cognito.tag_resource(ResourceArn=pool["Arn"], Tags={"team": "us"})

        def seen() -> Any:
            return cognito.describe_user_pool(**named)["UserPool"]

        self.assertEqual({"owner": "me", "team": "us"}, seen()["UserPoolTags"])
        self.assertEqual(3, seen()["AdminCreateUserConfig"]["UnusedAccountValidityDays"])
        with self.refused("InvalidParameterException"):
            cognito.update_user_pool(
                Policies=policy, AdminCreateUserConfig={"UnusedAccountValidityDays": 3}, **named
            )
        cognito.update_user_pool(UserPoolTags={"owner": "me"}, DeletionProtection="ACTIVE", **named)
        after = seen()
        self.assertHas({"MfaConfiguration": "OFF", "UsernameAttributes": ["email"]}, after)
        self.assertEqual({"owner": "me"}, after["UserPoolTags"])
        self.assertNotEqual(12, after["Policies"]["PasswordPolicy"]["MinimumLength"])

    def test_clients_and_prefixes(self) -> None:
        cognito = self.client("cognito-idp")
        named = {"UserPoolId": cognito.create_user_pool(PoolName="p")["UserPool"]["Id"]}
        client = cognito.create_user_pool_client(
            ClientName="c", CallbackURLs=["https://a.example.com"], **named
        )["UserPoolClient"]["ClientId"]
        changed = cognito.update_user_pool_client(
            ClientId=client, PreventUserExistenceErrors="ENABLED", **named
        )["UserPoolClient"]
        self.assertHas({"PreventUserExistenceErrors": "ENABLED"}, changed)
        self.assertEqual([], changed.get("CallbackURLs", []))
        cognito.create_user_pool_domain(Domain="shop-1", **named)
        for taken in ("shop-1", "shop-2"):
            with self.refused("InvalidParameterException"):
                cognito.create_user_pool_domain(Domain=taken, **named)
        other = cognito.create_user_pool(PoolName="q")["UserPool"]["Id"]
        with self.refused("InvalidParameterException"):
            cognito.create_user_pool_domain(Domain="my-aws-shop", UserPoolId=other)


class SmallTest(EmulatorTest):
    def test_scaling_targets_have_tags(self) -> None:
        scaling = self.client("application-autoscaling")
        arn = scaling.register_scalable_target(
            ServiceNamespace="rds",
            ResourceId="cluster:x",
            ScalableDimension="rds:cluster:ReadReplicaCount",
            MinCapacity=1,
            MaxCapacity=3,
            Tags={"owner": "me"},
        )["ScalableTargetARN"]
        self.assertEqual({"owner": "me"}, scaling.list_tags_for_resource(ResourceARN=arn)["Tags"])

    def test_log_groups_have_keys(self) -> None:
        logs = self.client("logs")
        logs.create_log_group(logGroupName="/a", kmsKeyId="arn:aws:kms:eu-central-1:1:key/k")
        logs.disassociate_kms_key(logGroupName="/a")
        self.assertNotIn("kmsKeyId", logs.describe_log_groups()["logGroups"][0])
        logs.associate_kms_key(logGroupName="/a", kmsKeyId="arn:aws:kms:eu-central-1:1:key/j")
        seen = logs.describe_log_groups()["logGroups"][0]
        self.assertEqual("arn:aws:kms:eu-central-1:1:key/j", seen["kmsKeyId"])
