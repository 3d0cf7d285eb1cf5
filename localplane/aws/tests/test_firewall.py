"""WAFv2: what protects a distribution stays."""

from botocore.exceptions import ClientError
from tests.base import EmulatorTest


class FirewallTest(EmulatorTest):
    region = "us-east-1"

    def test_an_attached_acl_is_not_deleted(self) -> None:
        waf = self.client("wafv2")
        visibility = {
            "SampledRequestsEnabled": False,
            "CloudWatchMetricsEnabled": False,
            "MetricName": "all",
        }
        made = waf.create_web_acl(
            Name="all", Scope="CLOUDFRONT", DefaultAction={"Allow": {}}, VisibilityConfig=visibility
        )["Summary"]
        front = self.client("cloudfront")
        config = {
            "CallerReference": "one",
            "Comment": "",
            "Enabled": True,
            "Origins": {
                "Quantity": 1,
                "Items": [
                    {
                        "Id": "o",
                        "DomainName": "o.example.com",
                        "CustomOriginConfig": {
                            "HTTPPort": 80,
                            "HTTPSPort": 443,
                            "OriginProtocolPolicy": "http-only",
                        },
                    }
                ],
            },
            "DefaultCacheBehavior": {
                "TargetOriginId": "o",
                "ViewerProtocolPolicy": "allow-all",
                "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            },
            "WebACLId": made["ARN"],
        }
        there = front.create_distribution(DistributionConfig=config)
        given = {"Name": "all", "Scope": "CLOUDFRONT", "Id": made["Id"]}

        with self.assertRaises(ClientError) as refused:
            waf.delete_web_acl(**given, LockToken=made["LockToken"])
        self.assertEqual("WAFAssociatedItemException", refused.exception.response["Error"]["Code"])

        front.update_distribution(
            Id=there["Distribution"]["Id"],
            IfMatch=there["ETag"],
            DistributionConfig=config | {"WebACLId": ""},
        )
        waf.delete_web_acl(**given, LockToken=made["LockToken"])
        self.assertEqual([], waf.list_web_acls(Scope="CLOUDFRONT")["WebACLs"])
