"""S3, DNS, certificates, keys, secrets and mail: what moto forgets, lacks or does too early."""

from typing import Any

from tests.base import EmulatorTest

TAGS = [{"Key": "owner", "Value": "me"}]


class SecretVersionsTest(EmulatorTest):
    def test_a_label_that_moves_back_is_what_is_read(self) -> None:
        secrets = self.client("secretsmanager")
        first, second = "a" * 32, "b" * 32
        secrets.create_secret(Name="s", SecretString="old", ClientRequestToken=first)
        secrets.put_secret_value(SecretId="s", SecretString="new", ClientRequestToken=second)
        # a version that is there already is not made current again by that
        secrets.put_secret_value(SecretId="s", SecretString="old", ClientRequestToken=first)
        self.assertEqual("new", secrets.get_secret_value(SecretId="s")["SecretString"])
        secrets.update_secret_version_stage(
            SecretId="s",
            VersionStage="AWSCURRENT",
            MoveToVersionId=first,
            RemoveFromVersionId=second,
        )
        self.assertEqual("old", secrets.get_secret_value(SecretId="s")["SecretString"])


class S3Test(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.s3 = self.client("s3")
        self.bucket = f"bucket-{self.account}"
        place = {"LocationConstraint": self.region}
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration=place)

    def test_configurations_are_kept_whole(self) -> None:
        rule = {
            "ID": "old",
            "Status": "Enabled",
            "Filter": {"Prefix": "x/"},
            "Transitions": [{"Days": 30, "StorageClass": "INTELLIGENT_TIERING"}],
            "NoncurrentVersionExpiration": {"NoncurrentDays": 30, "NewerNoncurrentVersions": 3},
            "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
        }
        self.s3.put_bucket_lifecycle_configuration(
            Bucket=self.bucket, LifecycleConfiguration={"Rules": [rule]}
        )
        seen = self.s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)
        self.assertEqual([rule], seen["Rules"])
        self.s3.delete_bucket_lifecycle(Bucket=self.bucket)
        with self.refused("NoSuchLifecycleConfiguration"):
            self.s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)
        events: dict[str, Any] = {"EventBridgeConfiguration": {}}
        self.s3.put_bucket_notification_configuration(
            Bucket=self.bucket, NotificationConfiguration=events
        )
        seen = self.s3.get_bucket_notification_configuration(Bucket=self.bucket)
        self.assertHas(events, seen)

    def test_intelligent_tiering(self) -> None:
        tiering = {
            "Id": "archive",
            "Status": "Enabled",
            "Filter": {"Prefix": "x/"},
            "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}],
        }
        named = {"Bucket": self.bucket, "Id": "archive"}
        self.s3.put_bucket_intelligent_tiering_configuration(
            **named, IntelligentTieringConfiguration=tiering
        )
        seen = self.s3.get_bucket_intelligent_tiering_configuration(**named)
        self.assertEqual(tiering, seen["IntelligentTieringConfiguration"])
        listed = self.s3.list_bucket_intelligent_tiering_configurations(Bucket=self.bucket)
        self.assertEqual([tiering], listed["IntelligentTieringConfigurationList"])
        self.s3.delete_bucket_intelligent_tiering_configuration(**named)
        with self.refused("NoSuchConfiguration"):
            self.s3.get_bucket_intelligent_tiering_configuration(**named)

    def test_replication(self) -> None:
        there = self.client("s3", region="us-west-2")
        there.create_bucket(
            Bucket=self.bucket + "-far",
            CreateBucketConfiguration={"LocationConstraint": "us-west-2"},
        )
        for s3, name in ((self.s3, self.bucket), (there, self.bucket + "-far")):
            s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        config = {
            "Role": f"arn:aws:iam::{self.account}:role/r",
            "Rules": [
                {
                    "ID": "all",
                    "Priority": 1,
                    "Status": "Enabled",
                    "Filter": {"Prefix": ""},
                    "DeleteMarkerReplication": {"Status": "Enabled"},
                    "Destination": {"Bucket": f"arn:aws:s3:::{self.bucket}-far"},
                }
            ],
        }
        self.s3.put_bucket_replication(Bucket=self.bucket, ReplicationConfiguration=config)
        seen = self.s3.get_bucket_replication(Bucket=self.bucket)
        self.assertEqual(config, seen["ReplicationConfiguration"])

    def test_a_missing_call_does_not_become_another_one(self) -> None:
        with self.refused("EmulatorNotImplemented"):
            self.s3.put_bucket_metrics_configuration(
                Bucket=self.bucket, Id="m", MetricsConfiguration={"Id": "m"}
            )


class DnsTest(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.dns = self.client("route53", region="us-east-1")
        zone = self.dns.create_hosted_zone(Name="example.com", CallerReference="z")
        self.zone = zone["HostedZone"]["Id"]

    def record(self, name: str, kind: str, value: str) -> Any:
        change = {
            "Action": "UPSERT",
            "ResourceRecordSet": {
                "Name": name,
                "Type": kind,
                "TTL": 60,
                "ResourceRecords": [{"Value": value}],
            },
        }
        return self.dns.change_resource_record_sets(
            HostedZoneId=self.zone, ChangeBatch={"Changes": [change]}
        )["ChangeInfo"]

    def test_changes_spread_in_time(self) -> None:
        change = self.record("a.example.com", "A", "192.0.2.1")
        self.assertEqual("PENDING", change["Status"])
        self.finish()
        other = self.record("b.example.com", "A", "192.0.2.1")
        self.assertEqual("PENDING", self.dns.get_change(Id=other["Id"])["ChangeInfo"]["Status"])
        seen = self.dns.get_change(Id=change["Id"])["ChangeInfo"]
        self.assertEqual("INSYNC", seen["Status"])

    def test_certificates_are_issued_when_their_records_exist(self) -> None:
        acm = self.client("acm", region="us-east-1")
        arn = acm.request_certificate(
            DomainName="shop.example.com",
            ValidationMethod="DNS",
            KeyAlgorithm="EC_prime256v1",
            IdempotencyToken="t",
        )["CertificateArn"]
        self.advance(100_000)
        seen = acm.describe_certificate(CertificateArn=arn)["Certificate"]
        self.assertHas(
            {"Status": "PENDING_VALIDATION", "IssuedAt": "(absent)", "KeyAlgorithm": "EC_prime256v1"},
            seen,
        )
        record = seen["DomainValidationOptions"][0]["ResourceRecord"]
        self.record(record["Name"], record["Type"], record["Value"])
        seen = acm.describe_certificate(CertificateArn=arn)["Certificate"]
        self.assertEqual("SUCCESS", seen["DomainValidationOptions"][0]["ValidationStatus"])
        self.assertEqual("PENDING_VALIDATION", seen["Status"])
        self.finish()
        seen = acm.describe_certificate(CertificateArn=arn)["Certificate"]
        self.assertEqual("ISSUED", seen["Status"])
        listed = acm.list_certificates(CertificateStatuses=["ISSUED"])["CertificateSummaryList"]
        self.assertEqual([arn], [entry["CertificateArn"] for entry in listed])

    def test_health_checks(self) -> None:
        config: dict[str, Any] = {
            "Type": "HTTPS",
            "FullyQualifiedDomainName": "x.example.com",
            "Port": 443,
            "ResourcePath": "/h",
            "RequestInterval": 10,
            "FailureThreshold": 2,
            "Regions": ["us-east-1", "us-west-1", "eu-west-1"],
        }
        asked: dict[str, Any] = {"CallerReference": "h", "HealthCheckConfig": config}
        name = self.dns.create_health_check(**asked)["HealthCheck"]["Id"]
        self.assertEqual(name, self.dns.create_health_check(**asked)["HealthCheck"]["Id"])
        with self.refused("HealthCheckAlreadyExists"):
            self.dns.create_health_check(
                CallerReference="h", HealthCheckConfig=config | {"Port": 8443}
            )
        self.dns.update_health_check(HealthCheckId=name, FailureThreshold=5)
        seen = self.dns.get_health_check(HealthCheckId=name)["HealthCheck"]
        self.assertHas(config | {"FailureThreshold": 5}, seen["HealthCheckConfig"])
        self.assertEqual(2, seen["HealthCheckVersion"])
        with self.refused("HealthCheckVersionMismatch"):
            self.dns.update_health_check(
                HealthCheckId=name, HealthCheckVersion=1, FailureThreshold=6
            )

    def test_mail_identities_are_verified_by_their_records(self) -> None:
        mail = self.client("sesv2")
        made = mail.create_email_identity(EmailIdentity="example.com", Tags=TAGS)
        self.assertHas({"Status": "PENDING", "SigningEnabled": True}, made["DkimAttributes"])
        for token in made["DkimAttributes"]["Tokens"]:
            self.record(
                f"{token}._domainkey.example.com", "CNAME", f"{token}.dkim.amazonses.com"
            )
        seen = mail.get_email_identity(EmailIdentity="example.com")
        self.assertHas({"VerifiedForSendingStatus": True, "Tags": TAGS}, seen)
        mail.put_email_identity_mail_from_attributes(
            EmailIdentity="example.com", MailFromDomain="m.example.com"
        )
        seen = mail.get_email_identity(EmailIdentity="example.com")
        self.assertEqual("m.example.com", seen["MailFromAttributes"]["MailFromDomain"])

    def test_configuration_sets(self) -> None:
        mail = self.client("sesv2")
        asked: dict[str, Any] = {
            "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
            "ReputationOptions": {"ReputationMetricsEnabled": True},
            "SuppressionOptions": {"SuppressedReasons": ["BOUNCE"]},
        }
        mail.create_configuration_set(ConfigurationSetName="s", Tags=TAGS, **asked)
        mail.put_configuration_set_delivery_options(
            ConfigurationSetName="s", TlsPolicy="OPTIONAL"
        )
        seen = mail.get_configuration_set(ConfigurationSetName="s")
        self.assertHas(
            asked
            | {
                "DeliveryOptions": {"TlsPolicy": "OPTIONAL"},
                "SendingOptions": {"SendingEnabled": True},
            },
            seen,
        )
        mail.create_configuration_set_event_destination(
            ConfigurationSetName="s",
            EventDestinationName="e",
            EventDestination={
                "Enabled": True,
                "MatchingEventTypes": ["BOUNCE"],
                "SnsDestination": {"TopicArn": "arn:aws:sns:eu-central-1:1:t"},
            },
        )
        found = mail.get_configuration_set_event_destinations(ConfigurationSetName="s")
        self.assertHas({"Name": "e", "Enabled": True}, found["EventDestinations"][0])


class KeysTest(EmulatorTest):
    def test_keys(self) -> None:
        kms = self.client("kms")
        key = kms.create_key(MultiRegion=True)["KeyMetadata"]["KeyId"]
        kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180)
        self.assertHas(
            {"KeyRotationEnabled": True, "RotationPeriodInDays": 180},
            kms.get_key_rotation_status(KeyId=key),
        )
        tags = [{"TagKey": "owner", "TagValue": "me"}]
        kms.replicate_key(KeyId=key, ReplicaRegion="us-west-2", Tags=tags)
        far = self.client("kms", region="us-west-2")
        self.assertEqual(tags, far.list_resource_tags(KeyId=key)["Tags"])
        kms.create_alias(AliasName="alias/mine", TargetKeyId=key)
        aliases = [alias["AliasName"] for alias in kms.list_aliases()["Aliases"]]
        self.assertIn("alias/mine", aliases)
        self.assertIn("alias/aws/s3", aliases)
        kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
        self.assertEqual(
            "PendingDeletion", kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
        )
        with self.refused("KMSInvalidStateException"):
            kms.create_alias(AliasName="alias/x", TargetKeyId=key)
        self.advance(8 * 24 * 3600)
        with self.refused("NotFoundException"):
            kms.describe_key(KeyId=key)
        self.assertEqual([], kms.list_keys()["Keys"])
        aliases = [alias["AliasName"] for alias in kms.list_aliases()["Aliases"]]
        self.assertNotIn("alias/mine", aliases)

    def test_secrets(self) -> None:
        secrets = self.client("secretsmanager")
        arn = secrets.create_secret(
            Name="s",
            SecretString="x",
            AddReplicaRegions=[{"Region": "us-west-2", "KmsKeyId": "alias/mine"}],
        )["ARN"]
        seen = secrets.describe_secret(SecretId="s")["ReplicationStatus"]
        self.assertEqual("alias/mine", seen[0]["KmsKeyId"])
        changed = secrets.remove_regions_from_replication(
            SecretId="s", RemoveReplicaRegions=["us-west-2"]
        )
        self.assertEqual(arn, changed["ARN"])
