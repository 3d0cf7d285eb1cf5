"""The tagging API sees the tags of all services, late if it is told so."""

from typing import Any

from tests.base import EmulatorTest

TAGS = [{"Key": "owner", "Value": "me"}]


class TaggingTest(EmulatorTest):
    def found(self, region: str | None = None, **more: Any) -> list[str]:
        tagging = self.client("resourcegroupstaggingapi", region=region)
        pages = tagging.get_paginator("get_resources").paginate(
            TagFilters=[{"Key": "owner", "Values": ["me"]}], **more
        )
        return [e["ResourceARN"] for p in pages for e in p["ResourceTagMappingList"]]

    def test_tags_of_many_services_are_found(self) -> None:
        self.client("rds").create_db_parameter_group(
            DBParameterGroupName="pg",
            DBParameterGroupFamily="postgres16",
            Description="d",
            Tags=TAGS,
        )
        self.client("elasticache").create_replication_group(
            ReplicationGroupId="r", ReplicationGroupDescription="d", Tags=TAGS
        )
        self.client("sqs").create_queue(QueueName="q", tags={"owner": "me"})
        self.client("sns").create_topic(Name="t", Tags=TAGS)
        self.client("kms").create_key(Tags=[{"TagKey": "owner", "TagValue": "me"}])
        self.client("logs").create_log_group(logGroupName="/a/b", tags={"owner": "me"})
        self.client("secretsmanager").create_secret(Name="s", SecretString="x", Tags=TAGS)
        self.client("ecr").create_repository(repositoryName="shop/a", tags=TAGS)
        self.client("efs").create_file_system(CreationToken="c", Tags=TAGS)
        self.client("kinesis").create_stream(StreamName="k", ShardCount=1, Tags={"owner": "me"})
        s3 = self.client("s3")
        bucket = f"bucket-{self.account}"
        place = {"LocationConstraint": self.region}
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=place)
        s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": TAGS})
        self.client("sqs").create_queue(QueueName="untagged")
        found = self.found()
        self.assertEqual(
            [
                "ecr", "elasticache", "elasticfilesystem", "kinesis", "kms", "logs", "rds", "s3",
                "secretsmanager", "sns", "sqs",
            ],
            sorted(arn.split(":")[2] for arn in found),
        )  # fmt: skip
        self.assertEqual(found, self.found(ResourcesPerPage=3))
        self.assertEqual([], self.found(region="us-west-2"))
        self.assertEqual(1, len(self.found(ResourceTypeFilters=["sqs"])))
        self.assertEqual(1, len(self.found(ResourceTypeFilters=["rds:pg"])))

    def test_what_loses_a_part_keeps_its_tags(self) -> None:
        s3 = self.client("s3")
        bucket = f"whole-{self.account}"
        place = {"LocationConstraint": self.region, "Tags": TAGS}
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=place)
        s3.delete_bucket_policy(Bucket=bucket)
        backup = self.client("backup")
        plan = backup.create_backup_plan(
            BackupPlan={"BackupPlanName": "p", "Rules": []}, BackupPlanTags={"owner": "me"}
        )["BackupPlanId"]
        selection = backup.create_backup_selection(
            BackupPlanId=plan,
            BackupSelection={"SelectionName": "s", "IamRoleArn": "arn:aws:iam::1:role/r"},
        )["SelectionId"]
        backup.delete_backup_selection(BackupPlanId=plan, SelectionId=selection)
        self.assertEqual(["backup", "s3"], sorted(arn.split(":")[2] for arn in self.found()))
        backup.delete_backup_plan(BackupPlanId=plan)
        s3.delete_bucket(Bucket=bucket)
        self.assertEqual([], self.found())

    def test_tags_that_a_bucket_is_made_with(self) -> None:
        bucket = f"tagged-{self.account}"
        place = {"LocationConstraint": self.region, "Tags": TAGS}
        self.client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration=place)
        self.assertEqual([f"arn:aws:s3:::{bucket}"], self.found())

    def test_tags_change_and_resources_go(self) -> None:
        sqs = self.client("sqs")
        url = sqs.create_queue(QueueName="q")["QueueUrl"]
        self.assertEqual([], self.found())
        sqs.tag_queue(QueueUrl=url, Tags={"owner": "me"})
        self.assertEqual(1, len(self.found()))
        sqs.untag_queue(QueueUrl=url, TagKeys=["owner"])
        self.assertEqual([], self.found())
        sqs.tag_queue(QueueUrl=url, Tags={"owner": "me"})
        sqs.delete_queue(QueueUrl=url)
        self.assertEqual([], self.found())

    def test_the_index_is_late(self) -> None:
        self.mine("POST", "consistency", {"tagIndexSeconds": 1000})
        url = self.client("sqs").create_queue(QueueName="q", tags={"owner": "me"})["QueueUrl"]
        self.assertEqual([], self.found())
        self.advance(1001)
        self.assertEqual(1, len(self.found()))
        self.client("sqs").delete_queue(QueueUrl=url)
        self.assertEqual(1, len(self.found()))
        self.advance(1001)
        self.assertEqual([], self.found())
