"""The ground is laid once, however often it is asked for."""

import ground
from tests.base import EmulatorTest


class GroundTest(EmulatorTest):
    def lay(self) -> None:
        ground.lay_network(self.client("ec2"), self.region)
        ground.lay_zone(self.client("route53"), "example.com")

    def test_is_laid_once(self) -> None:
        self.lay()
        self.lay()

        ec2 = self.client("ec2")
        wanted = [{"Name": "tag:ecommerceplatform.io/subnets", "Values": ["database"]}]
        subnets = ec2.describe_subnets(Filters=wanted)["Subnets"]
        self.assertEqual(3, len(subnets))
        self.assertEqual(3, len({subnet["AvailabilityZone"] for subnet in subnets}))
        self.assertEqual(1, len({subnet["VpcId"] for subnet in subnets}))
        zones = self.client("route53").list_hosted_zones()["HostedZones"]
        self.assertEqual(["example.com."], [zone["Name"] for zone in zones])
