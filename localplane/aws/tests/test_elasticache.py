"""ElastiCache: replication groups with time, and everything that was asked for."""

from typing import Any

from tests.base import EmulatorTest


class ElastiCacheTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.cache = self.client("elasticache")

    def create(self, **more: Any) -> None:
        self.cache.create_replication_group(
            **{
                "ReplicationGroupId": "sessions",
                "ReplicationGroupDescription": "sessions",
                "CacheNodeType": "cache.t4g.small",
                "Engine": "redis",
            }
            | more
        )

    def group(self) -> Any:
        found = self.cache.describe_replication_groups(ReplicationGroupId="sessions")
        return found["ReplicationGroups"][0]

    def test_life(self) -> None:
        self.create(NumCacheClusters=2, AutomaticFailoverEnabled=True, MultiAZEnabled=True)
        self.assertHas({"Status": "creating", "NodeGroups": "(absent)"}, self.group())
        with self.refused("InvalidReplicationGroupState"):
            self.cache.modify_replication_group(
                ReplicationGroupId="sessions", SnapshotRetentionLimit=3
            )
        self.finish()
        seen = self.group()
        self.assertHas(
            {"Status": "available", "AutomaticFailover": "enabled", "MultiAZ": "enabled"}, seen
        )
        self.assertEqual(2, len(seen["NodeGroups"][0]["NodeGroupMembers"]))
        self.cache.modify_replication_group(
            ReplicationGroupId="sessions", CacheNodeType="cache.r7g.large", ApplyImmediately=True
        )
        self.assertHas({"Status": "modifying", "CacheNodeType": "cache.t4g.small"}, self.group())
        self.finish()
        self.assertHas({"Status": "available", "CacheNodeType": "cache.r7g.large"}, self.group())
        self.cache.delete_replication_group(
            ReplicationGroupId="sessions", FinalSnapshotIdentifier="last"
        )
        self.assertEqual("deleting", self.group()["Status"])
        with self.refused("ReplicationGroupAlreadyExists"):
            self.create()
        self.finish()
        with self.refused("ReplicationGroupNotFoundFault"):
            self.group()
        snapshot = self.cache.describe_snapshots(SnapshotName="last")["Snapshots"][0]
        self.assertHas({"SnapshotStatus": "available", "ReplicationGroupId": "sessions"}, snapshot)

    def test_every_parameter_is_read_again(self) -> None:
        subnets = self.subnet_group()
        self.cache.create_cache_parameter_group(
            CacheParameterGroupName="pg", CacheParameterGroupFamily="redis7", Description="d"
        )
        self.cache.modify_cache_parameter_group(
            CacheParameterGroupName="pg",
            ParameterNameValues=[
                {"ParameterName": "maxmemory-policy", "ParameterValue": "allkeys-lru"}
            ],
        )
        parameters = self.cache.describe_cache_parameters(CacheParameterGroupName="pg")
        self.assertEqual("allkeys-lru", parameters["Parameters"][0]["ParameterValue"])
        same = {
            "AtRestEncryptionEnabled": True,
            "TransitEncryptionEnabled": True,
            "TransitEncryptionMode": "required",
            "SnapshotRetentionLimit": 7,
            "SnapshotWindow": "03:00-04:00",
            "AutoMinorVersionUpgrade": False,
            "KmsKeyId": "k",
        }
        self.create(
            **same,
            NumNodeGroups=3,
            ReplicasPerNodeGroup=1,
            AutomaticFailoverEnabled=True,
            AuthToken="a-token-of-16-chars",
            EngineVersion="7.1",
            CacheSubnetGroupName=subnets,
            CacheParameterGroupName="pg",
            SecurityGroupIds=["sg-1"],
            PreferredMaintenanceWindow="mon:01:00-mon:02:00",
            Tags=[{"Key": "owner", "Value": "me"}],
        )
        self.finish()
        seen = self.group()
        self.assertHas(
            same | {"ClusterEnabled": True, "ClusterMode": "enabled", "AuthTokenEnabled": True},
            seen,
        )
        self.assertEqual(3, len(seen["NodeGroups"]))
        self.assertEqual(6, len(seen["MemberClusters"]))
        self.assertIn("ConfigurationEndpoint", seen)
        nodes = self.cache.describe_cache_clusters()["CacheClusters"]
        self.assertEqual(6, len(nodes))
        self.assertHas(
            {
                "EngineVersion": "7.1",
                "CacheSubnetGroupName": subnets,
                "PreferredMaintenanceWindow": "mon:01:00-mon:02:00",
                "SecurityGroups": [{"SecurityGroupId": "sg-1", "Status": "active"}],
            },
            nodes[0],
        )
        tags = self.cache.list_tags_for_resource(ResourceName=seen["ARN"])["TagList"]
        self.assertEqual([{"Key": "owner", "Value": "me"}], tags)
        with self.refused("CacheSubnetGroupInUse"):
            self.cache.delete_cache_subnet_group(CacheSubnetGroupName=subnets)
        self.cache.modify_replication_group_shard_configuration(
            ReplicationGroupId="sessions", NodeGroupCount=4, ApplyImmediately=True
        )
        self.finish()
        self.assertEqual(4, len(self.group()["NodeGroups"]))

    def test_tags_are_told_at_rest_only(self) -> None:
        self.create(Tags=[{"Key": "owner", "Value": "me"}])
        arn = self.group()["ARN"]
        with self.refused("InvalidReplicationGroupState"):
            self.cache.list_tags_for_resource(ResourceName=arn)
        index = self.client("resourcegroupstaggingapi").get_resources(
            ResourceTypeFilters=["elasticache:replicationgroup"]
        )["ResourceTagMappingList"]
        self.assertEqual([(arn, "me")], [(i["ResourceARN"], i["Tags"][0]["Value"]) for i in index])
        self.finish()
        tags = self.cache.list_tags_for_resource(ResourceName=arn)["TagList"]
        self.assertEqual([{"Key": "owner", "Value": "me"}], tags)

    def test_what_interrupts_waits_for_the_window(self) -> None:
        self.create()
        self.finish()
        self.cache.modify_replication_group(
            ReplicationGroupId="sessions",
            CacheNodeType="cache.r7g.large",
            SnapshotRetentionLimit=2,
            ApplyImmediately=False,
        )
        self.finish()
        self.assertHas(
            {"CacheNodeType": "cache.t4g.small", "SnapshotRetentionLimit": 2}, self.group()
        )
        node = self.cache.describe_cache_clusters()["CacheClusters"][0]
        self.assertEqual("cache.r7g.large", node["PendingModifiedValues"]["CacheNodeType"])
        self.advance(8 * 24 * 3600)
        self.assertEqual("cache.r7g.large", self.group()["CacheNodeType"])
        node = self.cache.describe_cache_clusters()["CacheClusters"][0]
        self.assertEqual({}, node["PendingModifiedValues"])

    def test_replicas_and_failover_depend_on_each_other(self) -> None:
        self.create()
        self.finish()
        with self.refused("InvalidParameterValue"):
            self.cache.modify_replication_group(
                ReplicationGroupId="sessions", AutomaticFailoverEnabled=True
            )
        self.cache.increase_replica_count(
            ReplicationGroupId="sessions", NewReplicaCount=1, ApplyImmediately=True
        )
        self.finish()
        self.cache.modify_replication_group(
            ReplicationGroupId="sessions", AutomaticFailoverEnabled=True, ApplyImmediately=True
        )
        self.finish()
        with self.refused("InvalidParameterValue"):
            self.cache.decrease_replica_count(
                ReplicationGroupId="sessions", NewReplicaCount=0, ApplyImmediately=True
            )

    def test_shards_that_go_are_named(self) -> None:
        self.create(NumNodeGroups=3, AutomaticFailoverEnabled=True)
        self.finish()
        with self.refused("InvalidParameterCombination"):
            self.cache.modify_replication_group_shard_configuration(
                ReplicationGroupId="sessions", NodeGroupCount=2, ApplyImmediately=True
            )
        self.cache.modify_replication_group_shard_configuration(
            ReplicationGroupId="sessions",
            NodeGroupCount=2,
            NodeGroupsToRemove=["0003"],
            ApplyImmediately=True,
        )
        self.finish()
        self.assertEqual(2, len(self.group()["NodeGroups"]))

    def subnet_group(self) -> str:
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
        self.cache.create_cache_subnet_group(
            CacheSubnetGroupName="subnets",
            CacheSubnetGroupDescription="d",
            SubnetIds=[subnet],
        )
        found = self.cache.describe_cache_subnet_groups(CacheSubnetGroupName="subnets")
        self.assertEqual(vpc, found["CacheSubnetGroups"][0]["VpcId"])
        return "subnets"
