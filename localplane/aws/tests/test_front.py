"""The front: operations of every protocol are known by name, what is missing is said."""

from tests.base import EmulatorTest


class FrontTest(EmulatorTest):
    def test_operations_have_the_names_of_the_api(self) -> None:
        self.client("s3").list_buckets()
        self.client("sqs").list_queues()
        self.client("rds").describe_db_instances()
        self.client("efs").describe_file_systems()
        self.client("route53").list_hosted_zones()
        self.client("opensearch").list_domain_names()
        self.client("sesv2").list_email_identities()
        self.client("ec2").describe_vpcs()
        seen = self.control("GET", f"requests?account={self.account}")
        self.assertEqual(
            [
                "s3:ListBuckets",
                "sqs:ListQueues",
                "rds:DescribeDBInstances",
                "efs:DescribeFileSystems",
                "route53:ListHostedZones",
                "opensearch:ListDomainNames",
                "sesv2:ListEmailIdentities",
                "ec2:DescribeVpcs",
            ],
            [f"{entry['service']}:{entry['operation']}" for entry in seen],
        )
        self.assertEqual({200}, {entry["status"] for entry in seen})

    def test_missing_operations_are_client_errors_in_every_protocol(self) -> None:
        with self.refused("EmulatorNotImplemented"):
            self.client("rds").describe_db_recommendations()
        with self.refused("EmulatorNotImplemented"):
            self.client("athena").list_engine_versions()
        with self.refused("EmulatorNotImplemented"):
            self.client("quicksight").list_themes(AwsAccountId=self.account)
        missing = self.control("GET", f"unimplemented?account={self.account}")
        self.assertEqual(3, len(missing))

    def test_regions_and_accounts_are_apart(self) -> None:
        self.client("sqs").create_queue(QueueName="orders")
        self.assertNotIn("QueueUrls", self.client("sqs", region="us-west-2").list_queues())
        other = self.client("sqs", account="999999999999")
        self.assertNotIn("QueueUrls", other.list_queues())
