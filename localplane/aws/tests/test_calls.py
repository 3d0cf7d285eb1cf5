"""Calls that moto lacks: they are there, and what they set can be read again."""

from typing import Any

from tests.base import EmulatorTest

TAGS = [{"Key": "owner", "Value": "me"}]


class CloudWatchTest(EmulatorTest):
    def test_composite_alarms(self) -> None:
        watch = self.client("cloudwatch")
        asked: dict[str, Any] = {
            "AlarmName": "all",
            "AlarmRule": "ALARM(a) OR ALARM(b)",
            "AlarmActions": ["arn:aws:sns:eu-central-1:1:t"],
            "AlarmDescription": "d",
            "ActionsSuppressor": "a",
            "ActionsSuppressorWaitPeriod": 60,
            "ActionsSuppressorExtensionPeriod": 30,
        }
        watch.put_composite_alarm(**asked, Tags=TAGS)
        watch.put_metric_alarm(
            AlarmName="a",
            MetricName="m",
            Namespace="n",
            Statistic="Sum",
            Period=60,
            EvaluationPeriods=1,
            Threshold=1.0,
            ComparisonOperator="GreaterThanThreshold",
        )
        seen = watch.describe_alarms(AlarmTypes=["CompositeAlarm"])
        self.assertEqual([], seen["MetricAlarms"])
        self.assertHas(asked, seen["CompositeAlarms"][0])
        arn = seen["CompositeAlarms"][0]["AlarmArn"]
        self.assertEqual(TAGS, watch.list_tags_for_resource(ResourceARN=arn)["Tags"])
        self.assertEqual(1, len(watch.describe_alarms()["MetricAlarms"]))
        watch.delete_alarms(AlarmNames=["all", "a"])
        seen = watch.describe_alarms()
        self.assertEqual([], seen["CompositeAlarms"] + seen["MetricAlarms"])


class XRayTest(EmulatorTest):
    def test_groups_and_rules(self) -> None:
        xray = self.client("xray")
        made = xray.create_group(
            GroupName="g",
            FilterExpression='service("a")',
            InsightsConfiguration={"InsightsEnabled": True},
            Tags=TAGS,
        )["Group"]
        with self.refused("InvalidRequestException"):
            xray.create_group(GroupName="g")
        xray.update_group(GroupName="g", FilterExpression='service("b")')
        seen = xray.get_group(GroupName="g")["Group"]
        self.assertEqual('service("b")', seen["FilterExpression"])
        self.assertTrue(seen["InsightsConfiguration"]["InsightsEnabled"])
        self.assertEqual(TAGS, xray.list_tags_for_resource(ResourceARN=made["GroupARN"])["Tags"])
        rule = {
            "RuleName": "r",
            "ResourceARN": "*",
            "Priority": 10,
            "FixedRate": 0.05,
            "ReservoirSize": 1,
            "ServiceName": "*",
            "ServiceType": "*",
            "Host": "*",
            "HTTPMethod": "*",
            "URLPath": "*",
            "Version": 1,
        }
        xray.create_sampling_rule(SamplingRule=rule, Tags=TAGS)
        xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "r", "FixedRate": 0.5})
        seen = xray.get_sampling_rules()["SamplingRuleRecords"][0]["SamplingRule"]
        self.assertHas(rule | {"FixedRate": 0.5}, seen)
        xray.delete_group(GroupName="g")
        xray.delete_sampling_rule(RuleName="r")
        self.assertEqual([], xray.get_groups()["Groups"])
        self.assertEqual([], xray.get_sampling_rules()["SamplingRuleRecords"])


class BackupTest(EmulatorTest):
    def plan(self, schedule: str) -> dict[str, Any]:
        rule = {
            "RuleName": "daily",
            "TargetBackupVaultName": "v",
            "ScheduleExpression": schedule,
            "Lifecycle": {"DeleteAfterDays": 30},
        }
        return {"BackupPlanName": "p", "Rules": [rule]}

    def test_plans_selections_and_policies(self) -> None:
        backup = self.client("backup")
        backup.create_backup_vault(BackupVaultName="v")
        asked: dict[str, Any] = {
            "BackupPlan": self.plan("cron(0 3 * * ? *)"),
            "CreatorRequestId": "t",
        }
        made = backup.create_backup_plan(**asked)
        plan = made["BackupPlanId"]
        self.assertEqual(plan, backup.create_backup_plan(**asked)["BackupPlanId"])
        self.assertEqual(1, len(backup.list_backup_plans()["BackupPlansList"]))
        changed = backup.update_backup_plan(
            BackupPlanId=plan, BackupPlan=self.plan("cron(0 4 * * ? *)")
        )
        seen = backup.get_backup_plan(BackupPlanId=plan)
        self.assertEqual(changed["VersionId"], seen["VersionId"])
        self.assertNotEqual(made["VersionId"], seen["VersionId"])
        rule = seen["BackupPlan"]["Rules"][0]
        self.assertHas({"ScheduleExpression": "cron(0 4 * * ? *)"}, rule)
        selection: dict[str, Any] = {
            "SelectionName": "s",
            "IamRoleArn": f"arn:aws:iam::{self.account}:role/r",
            "Resources": ["*"],
            "Conditions": {
                "StringEquals": [
                    {"ConditionKey": "aws:ResourceTag/owner", "ConditionValue": "me"}
                ]
            },
        }
        name = backup.create_backup_selection(BackupPlanId=plan, BackupSelection=selection)[
            "SelectionId"
        ]
        seen = backup.get_backup_selection(BackupPlanId=plan, SelectionId=name)
        self.assertHas(selection, seen["BackupSelection"])
        listed = backup.list_backup_selections(BackupPlanId=plan)["BackupSelectionsList"]
        self.assertEqual(["s"], [entry["SelectionName"] for entry in listed])
        with self.refused("InvalidRequestException"):
            backup.delete_backup_plan(BackupPlanId=plan)
        backup.delete_backup_selection(BackupPlanId=plan, SelectionId=name)
        backup.delete_backup_plan(BackupPlanId=plan)
        backup.put_backup_vault_access_policy(BackupVaultName="v", Policy="{}")
        policy = backup.get_backup_vault_access_policy(BackupVaultName="v")
        self.assertEqual("{}", policy["Policy"])


class AnalyticsTest(EmulatorTest):
    def test_athena(self) -> None:
        athena = self.client("athena")
        athena.create_work_group(
            Name="w",
            Configuration={
                "ResultConfiguration": {"OutputLocation": "s3://a/"},
                "BytesScannedCutoffPerQuery": 10_000_000,
            },
        )
        athena.update_work_group(
            WorkGroup="w",
            Description="d",
            ConfigurationUpdates={
                "BytesScannedCutoffPerQuery": 20_000_000,
                "ResultConfigurationUpdates": {"OutputLocation": "s3://b/"},
            },
        )
        seen = athena.get_work_group(WorkGroup="w")["WorkGroup"]
        self.assertEqual("d", seen["Description"])
        self.assertEqual(20_000_000, seen["Configuration"]["BytesScannedCutoffPerQuery"])
        results = seen["Configuration"]["ResultConfiguration"]
        self.assertEqual("s3://b/", results["OutputLocation"])

    def test_glue(self) -> None:
        glue = self.client("glue")
        glue.create_crawler(
            Name="c", Role="r", DatabaseName="d", Targets={"S3Targets": [{"Path": "s3://a"}]}
        )
        glue.update_crawler(Name="c", Schedule="cron(0 2 * * ? *)", Description="x")
        seen = glue.get_crawler(Name="c")["Crawler"]
        self.assertEqual("cron(0 2 * * ? *)", seen["Schedule"]["ScheduleExpression"])
        self.assertHas({"Description": "x", "Role": "r"}, seen)


class BudgetsTest(EmulatorTest):
    def test_budgets(self) -> None:
        budgets = self.client("budgets", region="us-east-1")
        budget: dict[str, Any] = {
            "BudgetName": "b",
            "BudgetLimit": {"Amount": "100", "Unit": "USD"},
            "TimeUnit": "MONTHLY",
            "BudgetType": "COST",
        }
        notification: dict[str, Any] = {
            "NotificationType": "ACTUAL",
            "ComparisonOperator": "GREATER_THAN",
            "Threshold": 80.0,
            "ThresholdType": "PERCENTAGE",
        }
        who = [{"SubscriptionType": "EMAIL", "Address": "ada@example.com"}]
        budgets.create_budget(
            AccountId=self.account,
            Budget=budget,
            NotificationsWithSubscribers=[{"Notification": notification, "Subscribers": who}],
            ResourceTags=TAGS,
        )
        named = {"AccountId": self.account, "BudgetName": "b"}
        found = budgets.describe_subscribers_for_notification(**named, Notification=notification)
        self.assertEqual(who, found["Subscribers"])
        limit = {"Amount": "200", "Unit": "USD"}
        budgets.update_budget(AccountId=self.account, NewBudget=budget | {"BudgetLimit": limit})
        self.assertEqual(limit, budgets.describe_budget(**named)["Budget"]["BudgetLimit"])
        arn = f"arn:aws:budgets::{self.account}:budget/b"
        self.assertEqual(TAGS, budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"])
