"""ground.py --endpoint URL --region REGION ... --zone NAME: the ground that an operator stands on.

A VPC with public, private and database subnets in three availability zones, told apart by their
tags, and a hosted zone: what `bootstrap-terraform` lays in a real account. What is there stays.
"""

import argparse
import itertools
import uuid
from typing import Any

import boto3

_SUBNETS = (
    ("kubernetes.io/role/elb", "1"),
    ("kubernetes.io/role/internal-elb", "1"),
    ("ecommerceplatform.io/subnets", "database"),
)
_ZONES = "abc"


def _tags(kind: str, **tags: str) -> list[dict[str, Any]]:
    listed = [{"Key": key, "Value": value} for key, value in tags.items()]
    return [{"ResourceType": kind, "Tags": listed}]


def lay_network(ec2: Any, region: str) -> None:
    key, value = _SUBNETS[-1]
    found = ec2.describe_subnets(Filters=[{"Name": f"tag:{key}", "Values": [value]}])["Subnets"]
    if found:
        return
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=_tags("vpc", Name="local"))
    for number, ((key, value), zone) in enumerate(itertools.product(_SUBNETS, _ZONES)):
        ec2.create_subnet(
            VpcId=vpc["Vpc"]["VpcId"],
            CidrBlock=f"10.0.{number * 16}.0/20",
            AvailabilityZone=region + zone,
            TagSpecifications=_tags("subnet", **{key: value}),
        )


def lay_zone(route53: Any, name: str) -> None:
    zones = route53.list_hosted_zones_by_name(DNSName=name, MaxItems="1")["HostedZones"]
    if not any(zone["Name"] == name + "." for zone in zones):
        route53.create_hosted_zone(Name=name, CallerReference=str(uuid.uuid4()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--region", required=True, action="append")
    parser.add_argument("--account", required=True)
    parser.add_argument("--zone", required=True)
    given = parser.parse_args()
    session = boto3.Session(aws_access_key_id=given.account, aws_secret_access_key="local")
    for region in given.region:
        lay_network(session.client("ec2", region, endpoint_url=given.endpoint), region)
    lay_zone(session.client("route53", "us-east-1", endpoint_url=given.endpoint), given.zone)
