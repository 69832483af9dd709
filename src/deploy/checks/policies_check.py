"""The roles allow what the code calls, and nothing else."""

import fnmatch
import re
import unittest

from deployment import HERE, deployment

CODE = HERE.parent / "aws" / "src" / "main" / "java"

# What IAM calls the SDK's methods. A call that isn't listed here fails the check: list it, and allow it in service.yaml to
# whoever makes it.
ACTIONS = {
    "s3.headBucket": "s3:ListBucket",
    "s3.createBucket": "s3:CreateBucket",
    "s3.listObjectsV2": "s3:ListBucket",
    "s3.listObjectsV2Paginator": "s3:ListBucket",
    "s3.headObject": "s3:GetObject",
    "s3.getObject": "s3:GetObject",
    "s3.getObjectAsBytes": "s3:GetObject",
    "s3.putObject": "s3:PutObject",
    "s3.deleteObject": "s3:DeleteObject",
    "s3.deleteObjects": "s3:DeleteObject",
    "sqs.createQueue": "sqs:CreateQueue",
    "sqs.deleteQueue": "sqs:DeleteQueue",
    "sqs.getQueueUrl": "sqs:GetQueueUrl",
    "sqs.getQueueAttributes": "sqs:GetQueueAttributes",
    "sqs.listQueuesPaginator": "sqs:ListQueues",
    "sqs.sendMessageBatch": "sqs:SendMessage",
    "sqs.receiveMessage": "sqs:ReceiveMessage",
    "sqs.changeMessageVisibility": "sqs:ChangeMessageVisibility",
    "sqs.deleteMessageBatch": "sqs:DeleteMessage",
    "ec2.describeInstancesPaginator": "ec2:DescribeInstances",
    "ec2.runInstances": "ec2:RunInstances",
    "ec2.terminateInstances": "ec2:TerminateInstances",
    "ec2.stopInstances": "ec2:StopInstances",
    "ec2.startInstances": "ec2:StartInstances",
}

# Called where a bucket is missing; on AWS they are all there, and nobody else's is made by mistake.
WITHHELD = {"s3:CreateBucket"}

# What a launch takes besides RunInstances.
IMPLIED = {"ec2:CreateTags", "iam:PassRole"}

READ, WRITE, DELETE, LIST = "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"
KNOWN = "sqs:GetQueueUrl"

# Who may do what with which queue, bucket and object; what isn't here is refused.
QUEUES = "arn:aws:sqs:us-east-1:123456789012:"
BUCKETS = {name: f"arn:aws:s3:::elastic-{name}-123456789012-us-east-1" for name in ("input", "output", "control", "artefacts")}
RIGHTS = {
    "WorkerRole": {
        QUEUES + "elastic-requests": {KNOWN, "sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage"},
        QUEUES + "elastic-dead-letters": set(),
        QUEUES + "elastic-responses-1": {KNOWN, "sqs:SendMessage"},
        QUEUES + "another": set(),
        BUCKETS["input"]: {LIST},
        BUCKETS["output"]: {LIST},
        BUCKETS["control"]: {LIST},
        BUCKETS["artefacts"]: set(),
        BUCKETS["input"] + "/picture": {READ},
        BUCKETS["output"] + "/picture.json": {READ, WRITE},
        BUCKETS["control"] + "/fleet.json": {READ},
        BUCKETS["control"] + "/workers/i-1.json": {WRITE},
        BUCKETS["control"] + "/failed/picture": {WRITE, DELETE},
        BUCKETS["control"] + "/control.json": set(),
        BUCKETS["control"] + "/operator.json": set(),
        BUCKETS["control"] + "/sessions/1.json": set(),
        BUCKETS["artefacts"] + "/package": {READ},
        "arn:aws:s3:::another/object": set(),
    },
    "FrontRole": {
        QUEUES + "elastic-requests": {KNOWN, "sqs:GetQueueAttributes", "sqs:SendMessage"},
        QUEUES + "elastic-dead-letters": {KNOWN, "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:DeleteMessage"},
        QUEUES + "elastic-responses-1": {
            KNOWN,
            "sqs:CreateQueue",
            "sqs:DeleteQueue",
            "sqs:GetQueueAttributes",
            "sqs:SendMessage",
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
        },
        QUEUES + "another": set(),
        BUCKETS["input"]: {LIST},
        BUCKETS["output"]: {LIST},
        BUCKETS["control"]: {LIST},
        BUCKETS["artefacts"]: set(),
        BUCKETS["input"] + "/picture": {READ, WRITE},
        BUCKETS["output"] + "/picture.json": {READ, WRITE, DELETE},
        BUCKETS["control"] + "/operator.json": {READ, WRITE, DELETE},
        BUCKETS["artefacts"] + "/package": {READ},
        "arn:aws:s3:::another/object": set(),
    },
}

CLIENT = re.compile(r"\b(\w+Client)\s+(\w+)\b")
CALL = re.compile(r"(?<![\w.])(s3|sqs|ec2)\s*(?:\.|::)\s*(\w+)")
CLIENTS = {"S3Client": "s3", "SqsClient": "sqs", "Ec2Client": "ec2"}


def listed(value):
    return value if isinstance(value, list) else [value]


def allows(statement, action, resource):
    return (
        statement["Effect"] == "Allow"
        and any(fnmatch.fnmatchcase(action, pattern) for pattern in listed(statement["Action"]))
        and any(fnmatch.fnmatchcase(resource, pattern) for pattern in listed(statement["Resource"]))
    )


def sources():
    return [path.read_text() for path in CODE.rglob("*.java")]


class Policies(unittest.TestCase):

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.deployment = deployment()

    def allowed(self, role, policy="work"):
        return [statement for statement in self.deployment.statements(role) if statement["Policy"] == policy]

    def test_the_services_are_called_by_these_clients_of_these_names_alone(self):
        """Or the next check would overlook calls."""
        for source in sources():
            for package in re.findall(r"import software\.amazon\.awssdk\.services\.(\w+)\.\w*Client;", source):
                self.assertIn(package, CLIENTS.values())
            for kind, name in CLIENT.findall(source):
                if kind in CLIENTS:
                    self.assertEqual(CLIENTS[kind], name)

    def test_every_call_of_the_code_is_known_here(self):
        calls = {f"{client}.{method}" for source in sources() for client, method in CALL.findall(source)}
        self.assertEqual(set(ACTIONS), calls - {"s3.close", "sqs.close", "ec2.close"})

    def test_what_the_code_calls_is_allowed_and_nothing_else(self):
        allowed = {
            action
            for role in RIGHTS
            for statement in self.allowed(role)
            for action in listed(statement["Action"])
        }
        self.assertEqual(set(ACTIONS.values()) - WITHHELD | IMPLIED, allowed)

    def test_each_role_may_do_with_each_thing_what_it_needs_to(self):
        actions = {action for action in ACTIONS.values() if not action.startswith("ec2:")} - {"sqs:ListQueues"}
        for role, rights in RIGHTS.items():
            statements = self.deployment.statements(role)
            for resource, expected in rights.items():
                with self.subTest(role=role, resource=resource):
                    granted = {
                        action for action in actions if any(allows(statement, action, resource) for statement in statements)
                    }
                    self.assertEqual(expected, granted)

    def test_instances_are_launched_by_the_template_only_and_ended_by_the_tag_only(self):
        template = f"arn:aws:ec2:us-east-1:123456789012:launch-template/{self.deployment.resource('WorkerTemplate')}"
        tag = "elastic-recognition:fleet"
        for statement in self.allowed("FrontRole"):
            condition = statement.get("Condition", {})
            for action in listed(statement["Action"]):
                with self.subTest(sid=statement["Sid"], action=action):
                    if action == "ec2:RunInstances":
                        self.assertEqual({"ec2:LaunchTemplate": template}, condition["ArnEquals"])
                    if action in ("ec2:TerminateInstances", "ec2:StopInstances", "ec2:StartInstances"):
                        self.assertEqual({"StringEquals": {f"aws:ResourceTag/{tag}": "elastic-recognition"}}, condition)
                    if action == "ec2:CreateTags":
                        self.assertEqual("RunInstances", condition["StringEquals"]["ec2:CreateAction"])
                    if action == "iam:PassRole":
                        self.assertRegex(statement["Resource"], ":role/.*WorkerRole")
        self.assertFalse([s for s in self.allowed("WorkerRole") if re.search("ec2|iam", str(s["Action"]))])

    def test_the_rest_is_what_booting_takes(self):
        for role, policies in {"WorkerRole": {"work", "boot"}, "FrontRole": {"work", "boot", "update"}}.items():
            self.assertEqual(policies, {statement["Policy"] for statement in self.deployment.statements(role)})
            packages = [s for s in self.allowed(role, "boot") if s["Effect"] == "Allow"]
            self.assertEqual([("s3:GetObject", BUCKETS["artefacts"] + "/*")], [(s["Action"], s["Resource"]) for s in packages])
        self.assertEqual(["cloudformation:SignalResource"], [s["Action"] for s in self.allowed("FrontRole", "update")])


if __name__ == "__main__":
    unittest.main()
