"""The stacks as src/docs/aws.md has them deployed, on moto's server."""

import ast
import atexit
import functools
import hashlib
import io
import logging
import os
import pathlib
import subprocess
import tarfile
import tempfile
import warnings

import boto3
from moto.server import ThreadedMotoServer

HERE = pathlib.Path(__file__).resolve().parent.parent
REGION = "us-east-1"


def package(folder, role):
    """A package like those of `elastic package`, as far as anything here looks into it."""
    name = f"elastic-recognition-{role}-1.0.0.tar.gz"
    path = pathlib.Path(folder, name)
    with tarfile.open(path, "w:gz") as tar:
        start = tarfile.TarInfo(f"elastic-recognition-{role}-1.0.0/start")
        program = b"#!/bin/sh\nexit 0\n"
        start.size = len(program)
        start.mode = 0o755
        tar.addfile(start, io.BytesIO(program))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    pathlib.Path(folder, name + ".sha256").write_text(f"{digest}  {name}\n")
    return path


@functools.cache
def deployment():
    """The only one of this process, which moto's state is shared by; ends with it."""
    deployed = Deployment()
    atexit.register(deployed.server.stop)
    return deployed


class Deployment:

    def __init__(self):
        # What moto knows nothing of it leaves out: policies of queues and buckets, alarms, subscriptions.
        warnings.simplefilter("ignore")
        logging.getLogger("moto").setLevel(logging.ERROR)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self.server.start()
        host, port = self.server.get_host_and_port()
        self.endpoint = f"http://{host}:{port}"
        self.environment = os.environ | {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "any",
            "AWS_SECRET_ACCESS_KEY": "thing",
        }
        self.deploy("data", [])
        with tempfile.TemporaryDirectory() as folder:
            self.packages = {role: package(folder, role).read_bytes() for role in ("front", "worker")}
            digests = self.run(str(HERE / "publish"), folder).split()
        self.deploy("service", digests + self.network())

    def client(self, service):
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=REGION, aws_access_key_id="any", aws_secret_access_key="thing"
        )

    def run(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(command)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def deploy(self, name, parameters):
        """By create-stack: the stacks that moto makes from change sets, as `aws cloudformation deploy` does, have no outputs."""
        given = [parameter.split("=", 1) for parameter in parameters]
        self.client("cloudformation").create_stack(
            StackName="elastic-recognition" if name == "service" else "elastic-recognition-data",
            TemplateBody=(HERE / f"{name}.yaml").read_text(),
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in given],
        )

    def network(self):
        ec2 = self.client("ec2")
        vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
        subnets = [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"]]
        certificate = self.client("acm").request_certificate(DomainName="pictures.example")["CertificateArn"]
        return [
            f"Vpc={vpc}",
            f"PublicSubnetA={subnets[0]}",
            f"PublicSubnetB={subnets[1]}",
            f"PrivateSubnetA={subnets[2]}",
            f"PrivateSubnetB={subnets[3]}",
            f"Certificate={certificate}",
            "AlarmAddress=operator@pictures.example",
        ]

    def resource(self, logical_id):
        """The physical id of what the service's stack made."""
        found = self.client("cloudformation").describe_stack_resource(
            StackName="elastic-recognition", LogicalResourceId=logical_id
        )
        return found["StackResourceDetail"]["PhysicalResourceId"]

    def statements(self, role):
        """The statements of all policies of a role."""
        iam = self.client("iam")
        name = self.resource(role)
        statements = []
        for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
            document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
            document = ast.literal_eval(document) if isinstance(document, str) else document
            statements += [statement | {"Policy": policy} for statement in document["Statement"]]
        return statements
