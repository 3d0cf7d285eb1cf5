"""SQS: what of a queue a change leaves alone."""

import json

from tests.base import EmulatorTest


class QueuesTest(EmulatorTest):
    def test_a_change_leaves_the_policy_alone(self) -> None:
        sqs = self.client("sqs")
        policy = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "topics",
                    "Effect": "Allow",
                    "Principal": {"Service": "sns.amazonaws.com"},
                    "Action": "sqs:SendMessage",
                    "Resource": "*",
                }
            ],
        }
        url = sqs.create_queue(QueueName="q", Attributes={"Policy": json.dumps(policy)})["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "77"})
        seen = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        self.assertEqual("77", seen["VisibilityTimeout"])
        self.assertEqual(policy, json.loads(seen["Policy"]))
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})
        seen = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        self.assertNotIn("Policy", seen)
