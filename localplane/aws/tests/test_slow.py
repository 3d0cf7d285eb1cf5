"""OpenSearch, CloudFront and DynamoDB: what takes time there."""

from typing import Any

from tests.base import EmulatorTest


class OpenSearchTest(EmulatorTest):
    def test_life_and_options(self) -> None:
        search = self.client("opensearch")
        asked: dict[str, Any] = {
            "EngineVersion": "OpenSearch_2.19",
            "ClusterConfig": {
                "InstanceType": "r6g.large.search",
                "InstanceCount": 3,
                "DedicatedMasterEnabled": True,
                "DedicatedMasterType": "m6g.large.search",
                "DedicatedMasterCount": 3,
                "ZoneAwarenessEnabled": True,
                "ZoneAwarenessConfig": {"AvailabilityZoneCount": 3},
            },
            "EBSOptions": {"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 100},
            "EncryptionAtRestOptions": {"Enabled": True},
            "NodeToNodeEncryptionOptions": {"Enabled": True},
            "SnapshotOptions": {"AutomatedSnapshotStartHour": 3},
            "DomainEndpointOptions": {
                "EnforceHTTPS": True,
                "TLSSecurityPolicy": "Policy-Min-TLS-1-2-2019-07",
            },
        }
        search.create_domain(
            DomainName="catalog",
            AdvancedSecurityOptions={
                "Enabled": True,
                "InternalUserDatabaseEnabled": True,
                "MasterUserOptions": {"MasterUserName": "a", "MasterUserPassword": "Bb-12345678"},
            },
            TagList=[{"Key": "owner", "Value": "me"}],
            **asked,
        )
        seen = search.describe_domain(DomainName="catalog")["DomainStatus"]
        self.assertHas(asked | {"Processing": True, "Endpoint": "(absent)"}, seen)
        self.finish()
        seen = search.describe_domains(DomainNames=["catalog"])["DomainStatusList"][0]
        self.assertHas(asked | {"Processing": False}, seen)
        self.assertHas(
            {"Enabled": True, "InternalUserDatabaseEnabled": True, "MasterUserOptions": "(absent)"},
            seen["AdvancedSecurityOptions"],
        )
        self.assertIn("catalog", seen["Endpoint"])
        search.update_domain_config(
            DomainName="catalog", EBSOptions={"EBSEnabled": True, "VolumeSize": 200}
        )
        config = search.describe_domain_config(DomainName="catalog")["DomainConfig"]
        self.assertEqual("Processing", config["EBSOptions"]["Status"]["State"])
        self.finish()
        config = search.describe_domain_config(DomainName="catalog")["DomainConfig"]
        self.assertEqual(200, config["EBSOptions"]["Options"]["VolumeSize"])
        self.assertEqual("gp3", config["EBSOptions"]["Options"]["VolumeType"])
        self.assertEqual("Active", config["EBSOptions"]["Status"]["State"])
        search.delete_domain(DomainName="catalog")
        seen = search.describe_domain(DomainName="catalog")["DomainStatus"]
        self.assertHas({"Deleted": True, "Processing": True}, seen)
        self.finish()
        with self.refused("ResourceNotFoundException"):
            search.describe_domain(DomainName="catalog")

    def test_one_change_at_a_time(self) -> None:
        search = self.client("opensearch")
        search.create_domain(DomainName="catalog", EngineVersion="OpenSearch_2.15")
        more = {"ClusterConfig": {"InstanceCount": 2}}
        with self.refused("ValidationException"):
            search.update_domain_config(DomainName="catalog", **more)
        self.finish()
        search.upgrade_domain(DomainName="catalog", TargetVersion="OpenSearch_2.17")
        seen = search.describe_domain(DomainName="catalog")["DomainStatus"]
        self.assertHas({"UpgradeProcessing": True, "EngineVersion": "OpenSearch_2.15"}, seen)
        with self.refused("ValidationException"):
            search.update_domain_config(DomainName="catalog", **more)
        self.finish()
        seen = search.describe_domain(DomainName="catalog")["DomainStatus"]
        self.assertHas({"UpgradeProcessing": False, "EngineVersion": "OpenSearch_2.17"}, seen)
        with self.refused("ValidationException"):
            search.upgrade_domain(DomainName="catalog", TargetVersion="OpenSearch_2.15")

    def test_what_is_going_is_listed(self) -> None:
        search = self.client("opensearch")
        search.create_domain(DomainName="catalog")
        search.delete_domain(DomainName="catalog")
        names = [d["DomainName"] for d in search.list_domain_names()["DomainNames"]]
        self.assertEqual(["catalog"], names)
        self.finish()
        self.assertEqual([], search.list_domain_names()["DomainNames"])

    def test_a_zone_has_a_subnet(self) -> None:
        ec2, search, iam = (self.client(s) for s in ("ec2", "opensearch", "iam"))
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [
            ec2.create_subnet(
                VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=self.region + zone
            )["Subnet"]["SubnetId"]
            for i, zone in enumerate("aab")
        ]
        cluster = {
            "InstanceCount": 2,
            "ZoneAwarenessEnabled": True,
            "ZoneAwarenessConfig": {"AvailabilityZoneCount": 2},
        }
        linked = "opensearchservice.amazonaws.com"

        def create(*ids: str) -> None:
            search.create_domain(
                DomainName="catalog",
                ClusterConfig=cluster,
                VPCOptions={"SubnetIds": list(ids), "SecurityGroupIds": ["sg-1"]},
            )

        with self.refused("ValidationException"):
            create(subnets[0], subnets[2])  # nobody linked the service
        iam.create_service_linked_role(AWSServiceName=linked)
        with self.refused("InvalidInput"):
            iam.create_service_linked_role(AWSServiceName=linked)
        for ids in (subnets[:1], subnets[:2], subnets):
            with self.refused("ValidationException"):
                create(*ids)
        create(subnets[0], subnets[2])
        seen = search.describe_domain(DomainName="catalog")["DomainStatus"]["VPCOptions"]
        self.assertHas({"VPCId": vpc, "SecurityGroupIds": ["sg-1"]}, seen)
        self.assertEqual([self.region + "a", self.region + "b"], seen["AvailabilityZones"])

    def test_users_need_encryption_and_a_strong_password(self) -> None:
        search = self.client("opensearch")
        secured: dict[str, Any] = {
            "EncryptionAtRestOptions": {"Enabled": True},
            "NodeToNodeEncryptionOptions": {"Enabled": True},
            "DomainEndpointOptions": {"EnforceHTTPS": True},
        }

        def create(password: str, **options: Any) -> None:
            search.create_domain(
                DomainName="catalog",
                AdvancedSecurityOptions={
                    "Enabled": True,
                    "InternalUserDatabaseEnabled": True,
                    "MasterUserOptions": {"MasterUserName": "a", "MasterUserPassword": password},
                },
                **options,
            )

        with self.refused("ValidationException"):
            create("Bb-12345678")
        for weak in ("Bb12345678", "bb-12345678", "BB-12345678", "Bb-abcdefgh"):
            with self.refused("ValidationException"):
                create(weak, **secured)
        create("Bb-12345678", **secured)
        self.finish()
        with self.refused("ValidationException"):
            search.update_domain_config(
                DomainName="catalog", EncryptionAtRestOptions={"Enabled": False}
            )


def distribution() -> dict[str, Any]:
    return {
        "CallerReference": "one",
        "Comment": "shop",
        "Enabled": True,
        "PriceClass": "PriceClass_100",
        "HttpVersion": "http2and3",
        "IsIPV6Enabled": True,
        "DefaultRootObject": "index.html",
        "WebACLId": "",
        "Aliases": {"Quantity": 1, "Items": ["shop.example.com"]},
        "Origins": {
            "Quantity": 2,
            "Items": [
                {
                    "Id": "assets",
                    "DomainName": "assets.s3.eu-central-1.amazonaws.com",
                    "OriginAccessControlId": "E123",
                    "S3OriginConfig": {"OriginAccessIdentity": ""},
                },
                {
                    "Id": "alb",
                    "DomainName": "alb.example.com",
                    "CustomOriginConfig": {
                        "HTTPPort": 80,
                        "HTTPSPort": 443,
                        "OriginProtocolPolicy": "https-only",
                        "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]},
                        "OriginReadTimeout": 30,
                        "OriginKeepaliveTimeout": 5,
                    },
                },
            ],
        },
        "OriginGroups": {
            "Quantity": 1,
            "Items": [
                {
                    "Id": "both",
                    "FailoverCriteria": {"StatusCodes": {"Quantity": 1, "Items": [502]}},
                    "Members": {
                        "Quantity": 2,
                        "Items": [{"OriginId": "alb"}, {"OriginId": "assets"}],
                    },
                }
            ],
        },
        "DefaultCacheBehavior": {
            "TargetOriginId": "alb",
            "ViewerProtocolPolicy": "redirect-to-https",
            "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "OriginRequestPolicyId": "216adef6-5c7f-47e4-b989-5492eafa07d3",
            "Compress": True,
            "AllowedMethods": {
                "Quantity": 7,
                "Items": ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
                "CachedMethods": {"Quantity": 2, "Items": ["GET", "HEAD"]},
            },
        },
        "CacheBehaviors": {
            "Quantity": 1,
            "Items": [
                {
                    "PathPattern": "/static/*",
                    "TargetOriginId": "assets",
                    "ViewerProtocolPolicy": "redirect-to-https",
                    "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
                    "Compress": True,
                }
            ],
        },
        "Restrictions": {
            "GeoRestriction": {"RestrictionType": "blacklist", "Quantity": 1, "Items": ["KP"]}
        },
        "ViewerCertificate": {
            "ACMCertificateArn": "arn:aws:acm:us-east-1:1:certificate/x",
            "SSLSupportMethod": "sni-only",
            "MinimumProtocolVersion": "TLSv1.2_2021",
        },
    }


class CloudFrontTest(EmulatorTest):
    def test_life_and_configuration(self) -> None:
        edge = self.client("cloudfront", region="us-east-1")
        config = distribution()
        made = edge.create_distribution_with_tags(
            DistributionConfigWithTags={
                "DistributionConfig": config,
                "Tags": {"Items": [{"Key": "owner", "Value": "me"}]},
            }
        )
        name = made["Distribution"]["Id"]
        self.assertEqual("InProgress", made["Distribution"]["Status"])
        again = edge.create_distribution(DistributionConfig=config)
        self.assertEqual(name, again["Distribution"]["Id"])
        with self.refused("DistributionAlreadyExists"):
            edge.create_distribution(DistributionConfig=config | {"Comment": "other"})
        self.finish()
        seen = edge.get_distribution(Id=name)
        self.assertEqual("Deployed", seen["Distribution"]["Status"])
        self.assertHas(config, seen["Distribution"]["DistributionConfig"])
        listed = edge.list_distributions()["DistributionList"]["Items"]
        self.assertEqual(1, len(listed))
        self.assertHas({"Status": "Deployed", "PriceClass": "PriceClass_100"}, listed[0])
        tags = edge.list_tags_for_resource(Resource=seen["Distribution"]["ARN"])["Tags"]["Items"]
        self.assertEqual([{"Key": "owner", "Value": "me"}], tags)
        with self.refused("PreconditionFailed"):
            edge.update_distribution(Id=name, IfMatch="old", DistributionConfig=config)
        with self.refused("DistributionNotDisabled"):
            edge.delete_distribution(Id=name, IfMatch=seen["ETag"])
        disabled = config | {"Enabled": False, "Comment": "off"}
        changed = edge.update_distribution(
            Id=name, IfMatch=seen["ETag"], DistributionConfig=disabled
        )
        self.assertNotEqual(seen["ETag"], changed["ETag"])
        self.assertEqual("InProgress", edge.get_distribution(Id=name)["Distribution"]["Status"])
        self.finish()
        current = edge.get_distribution_config(Id=name)
        self.assertHas(disabled, current["DistributionConfig"])
        edge.delete_distribution(Id=name, IfMatch=current["ETag"])
        with self.refused("NoSuchDistribution"):
            edge.get_distribution(Id=name)


    def test_origin_access_controls(self) -> None:
        edge = self.client("cloudfront", region="us-east-1")
        config = {
            "Name": "assets",
            "Description": "d",
            "SigningProtocol": "sigv4",
            "SigningBehavior": "always",
            "OriginAccessControlOriginType": "s3",
        }
        made = edge.create_origin_access_control(OriginAccessControlConfig=config)
        name = made["OriginAccessControl"]["Id"]
        changed = config | {"SigningBehavior": "never"}
        edge.update_origin_access_control(
            Id=name, IfMatch=made["ETag"], OriginAccessControlConfig=changed
        )
        with self.refused("PreconditionFailed"):
            edge.delete_origin_access_control(Id=name, IfMatch=made["ETag"])
        seen = edge.get_origin_access_control(Id=name)
        self.assertEqual(changed, seen["OriginAccessControl"]["OriginAccessControlConfig"])
        edge.delete_origin_access_control(Id=name, IfMatch=seen["ETag"])
        with self.refused("NoSuchOriginAccessControl"):
            edge.get_origin_access_control(Id=name)


class DynamoTest(EmulatorTest):
    def test_life(self) -> None:
        dynamo = self.client("dynamodb")
        asked: dict[str, Any] = {
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "DeletionProtectionEnabled": False,
            "StreamSpecification": {
                "StreamEnabled": True,
                "StreamViewType": "NEW_AND_OLD_IMAGES",
            },
        }
        dynamo.create_table(
            TableName="carts",
            BillingMode="PAY_PER_REQUEST",
            TableClass="STANDARD_INFREQUENT_ACCESS",
            SSESpecification={"Enabled": True, "SSEType": "KMS"},
            Tags=[{"Key": "owner", "Value": "me"}],
            **asked,
        )
        seen = dynamo.describe_table(TableName="carts")["Table"]
        self.assertHas(asked | {"TableStatus": "CREATING"}, seen)
        with self.refused("ResourceInUseException"):
            dynamo.update_table(TableName="carts", DeletionProtectionEnabled=True)
        self.finish()
        seen = dynamo.describe_table(TableName="carts")["Table"]
        self.assertEqual("ACTIVE", seen["TableStatus"])
        self.assertEqual("PAY_PER_REQUEST", seen["BillingModeSummary"]["BillingMode"])
        self.assertEqual("KMS", seen["SSEDescription"]["SSEType"])
        self.assertEqual("STANDARD_INFREQUENT_ACCESS", seen["TableClassSummary"]["TableClass"])
        dynamo.update_time_to_live(
            TableName="carts",
            TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"},
        )
        dynamo.update_continuous_backups(
            TableName="carts",
            PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
        )
        ttl = dynamo.describe_time_to_live(TableName="carts")["TimeToLiveDescription"]
        self.assertEqual({"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}, ttl)
        backups = dynamo.describe_continuous_backups(TableName="carts")
        self.assertEqual(
            "ENABLED",
            backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"][
                "PointInTimeRecoveryStatus"
            ],
        )
        dynamo.update_table(
            TableName="carts", ReplicaUpdates=[{"Create": {"RegionName": "us-west-2"}}]
        )
        seen = dynamo.describe_table(TableName="carts")["Table"]
        self.assertEqual("UPDATING", seen["TableStatus"])
        self.assertEqual("CREATING", seen["Replicas"][0]["ReplicaStatus"])
        self.finish()
        far = self.client("dynamodb", region="us-west-2")
        there = far.describe_table(TableName="carts")["Table"]
        self.assertEqual("ACTIVE", there["TableStatus"])
        self.assertEqual("eu-central-1", there["Replicas"][0]["RegionName"])
        dynamo.update_table(
            TableName="carts", ReplicaUpdates=[{"Delete": {"RegionName": "us-west-2"}}]
        )
        self.finish()
        self.assertNotIn("Replicas", dynamo.describe_table(TableName="carts")["Table"])
        with self.refused("ResourceNotFoundException"):
            far.describe_table(TableName="carts")
        dynamo.delete_table(TableName="carts")
        self.assertEqual("DELETING", dynamo.describe_table(TableName="carts")["Table"]["TableStatus"])
        self.assertEqual(["carts"], dynamo.list_tables()["TableNames"])
        self.finish()
        self.assertEqual([], dynamo.list_tables()["TableNames"])
