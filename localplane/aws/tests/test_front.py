"""The front: operations of every protocol are known by name, what is missing is said."""

import socket
from typing import Any

from tests.base import EmulatorTest, endpoint


def _spoil(request: Any, **_: Any) -> None:
    request.data = b"no document"
    request.headers["Content-Length"] = str(len(request.data))


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

    def test_a_client_that_waits_for_the_word_gets_it(self) -> None:
        host = endpoint().removeprefix("http://")
        name, port = host.split(":")
        scope = f"{self.account}/20260101/eu-central-1/s3/aws4_request"
        head = (
            f"PUT /bucket-{self.account}/key HTTP/1.1\r\nHost: {host}\r\n"
            f"Authorization: AWS4-HMAC-SHA256 Credential={scope}\r\n"
            "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n"
        )
        with socket.create_connection((name, int(port)), timeout=10) as connection:
            connection.sendall(head.encode())
            self.assertIn(b"100 Continue", connection.recv(100))
            connection.sendall(b"body")

    def test_what_is_new_is_not_found_for_a_while(self) -> None:
        self.mine("POST", "consistency", {"notFoundSeconds": 1000})
        sqs, iam, s3 = self.client("sqs"), self.client("iam"), self.client("s3")
        sqs.create_queue(QueueName="q")
        iam.create_role(RoleName="r", AssumeRolePolicyDocument="{}")
        bucket = f"bucket-{self.account}"
        place = {"LocationConstraint": self.region}
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=place)
        with self.refused("QueueDoesNotExist"):
            sqs.get_queue_url(QueueName="q")
        with self.refused("NoSuchEntity"):
            iam.get_role(RoleName="r")
        with self.refused("NoSuchBucket"):
            s3.get_bucket_location(Bucket=bucket)
        self.advance(1001)
        sqs.get_queue_url(QueueName="q")
        iam.get_role(RoleName="r")
        s3.get_bucket_location(Bucket=bucket)

    def test_malformed_requests_are_the_clients_fault(self) -> None:
        with self.refused("MalformedXML"):
            client = self.client("s3")
            client.meta.events.register("before-sign", _spoil)
            client.put_bucket_tagging(Bucket="a-bucket", Tagging={"TagSet": []})

    def test_regions_and_accounts_are_apart(self) -> None:
        self.client("sqs").create_queue(QueueName="orders")
        self.assertNotIn("QueueUrls", self.client("sqs", region="us-west-2").list_queues())
        other = self.client("sqs", account="999999999999")
        self.assertNotIn("QueueUrls", other.list_queues())
