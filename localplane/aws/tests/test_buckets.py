"""Buckets have the tags of the call that made them."""

from tests.base import EmulatorTest


class BucketTest(EmulatorTest):
    def test_tags_come_with_the_creation(self) -> None:
        s3 = self.client("s3", region="us-east-1")
        s3.create_bucket(
            Bucket="tagged-shop-media",
            CreateBucketConfiguration={"Tags": [{"Key": "owner", "Value": "shop & co"}]},
        )
        tags = s3.get_bucket_tagging(Bucket="tagged-shop-media")["TagSet"]
        self.assertEqual([{"Key": "owner", "Value": "shop & co"}], tags)

    def test_other_regions_need_a_location(self) -> None:
        s3 = self.client("s3", region="eu-west-1")
        s3.create_bucket(
            Bucket="tagged-shop-eu",
            CreateBucketConfiguration={
                "LocationConstraint": "eu-west-1",
                "Tags": [{"Key": "owner", "Value": "shop"}],
            },
        )
        self.assertEqual(
            [{"Key": "owner", "Value": "shop"}],
            s3.get_bucket_tagging(Bucket="tagged-shop-eu")["TagSet"],
        )
        self.assertEqual(
            ["tagged-shop-eu"],
            [bucket["Name"] for bucket in s3.list_buckets(BucketRegion="eu-west-1")["Buckets"]],
        )
        self.assertEqual([], s3.list_buckets(BucketRegion="us-west-2")["Buckets"])
