"""Instances boot: their user data is run, with this machine's folders and services replaced by a folder and by stand-ins."""

import base64
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from deployment import HERE, deployment

SETTING = re.compile(r"^(\w+)=\"(.*)\"$", re.MULTILINE)


class Machine:
    """A folder in which a script that is run takes its own /etc, /opt and /run to be."""

    def __init__(self, deployment):
        self.deployment = deployment
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.calls = self.root / "calls"
        self.calls.touch()
        (self.root / "run").mkdir()
        aws = shutil.which("aws")
        self.stand_in("aws", f'[ "$1" = cloudformation ] || exec "{aws}" "$@"')
        self.stand_in("curl", "echo i-1")
        for program in ("systemctl", "poweroff"):
            self.stand_in(program, "")

    def stand_in(self, name, rest):
        program = self.root / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.calls}"\n{rest}\n')
        program.chmod(0o755)

    def boot(self, script, **settings):
        script = re.sub("/(etc|opt|run)/elastic-recognition", rf"{self.root}/\1/elastic-recognition", script)
        environment = self.deployment.environment | settings
        environment |= {"INSTALL_ROOT": str(self.root), "PATH": f"{self.root}/bin:{environment['PATH']}"}
        done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True)
        self.said = done.stdout + done.stderr
        return done.returncode

    def called(self, pattern):
        return re.findall(pattern, self.calls.read_text())

    def settings(self, role):
        text = (self.root / "etc" / "elastic-recognition" / f"{role}.env").read_text()
        return {name: re.sub(r"\\(.)", r"\1", value) for name, value in SETTING.findall(text)}

    def remove(self):
        shutil.rmtree(self.root)


class Boot(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.deployment = deployment()
        template = cls.deployment.client("ec2").describe_launch_template_versions(
            LaunchTemplateId=cls.deployment.resource("FrontTemplate")
        )["LaunchTemplateVersions"][0]
        cls.user_data = base64.b64decode(template["LaunchTemplateData"]["UserData"]).decode()

    def machine(self):
        machine = Machine(self.deployment)
        self.addCleanup(machine.remove)
        return machine

    def worker_user_data(self, front):
        """As WorkerUserData makes it from the front end's settings."""
        settings = front.settings("front")
        install = pathlib.Path(settings["ELASTIC_FLEET_INSTALL_SCRIPT"]).read_text()
        return f"export ELASTIC_MODEL_DIRECTORY='a \"b\" \\c'\n{install}\nexec '{settings['ELASTIC_WORKER_COMMAND']}'\n"

    def test_the_user_data_are_good_scripts_that_fit(self):
        self.assertLess(len(self.user_data), 16 * 1024)
        subprocess.run(["shellcheck", "--shell=bash", "--exclude=SC1091", "-"], input=self.user_data, text=True, check=True)

    def test_a_front_end_installs_itself_starts_and_tells_the_stack(self):
        front = self.machine()

        self.assertEqual(0, front.boot(self.user_data), front.said)

        self.assertTrue(front.called(r"systemctl enable --no-block --now elastic-recognition-front\.service"))
        self.assertTrue(front.called("signal-resource .*--unique-id i-1 --status SUCCESS"))
        settings = front.settings("front")
        self.assertEqual("elastic-input-123456789012-us-east-1", settings["ELASTIC_BUCKET_INPUT"])
        self.assertEqual(r"(10|172\.(1[6-9]|2\d|3[01])|192\.168)\..*", settings["ELASTIC_HTTP_PROXIES"])
        self.assertRegex(settings["ELASTIC_FLEET_LAUNCH_TEMPLATE"], "^lt-[0-9a-f]+:1$")
        self.assertRegex(settings["ELASTIC_FLEET_INSTANCE_TYPES"], "^(c7i.large@subnet-[0-9a-f]+,){2}(c6i.large@subnet-[0-9a-f]+,?){2}$")

    def test_every_setting_is_one(self):
        front = self.machine()
        front.boot(self.user_data)
        keys = re.findall(r"`(elastic\.[a-z.-]+)`", (HERE.parent / "docs" / "configuration.md").read_text())
        known = {re.sub("[.-]", "_", key).upper() for key in keys}
        self.assertEqual(set(), {name for name in front.settings("front") if name.startswith("ELASTIC_")} - known)

    def test_a_worker_installs_itself_unless_its_image_holds_this_very_package(self):
        front = self.machine()
        front.boot(self.user_data)
        worker = self.machine()
        user_data = self.worker_user_data(front).replace(str(front.root), "")

        self.assertEqual(0, worker.boot(user_data), worker.said)

        self.assertEqual('a "b" \\c', worker.settings("worker")["ELASTIC_MODEL_DIRECTORY"])
        self.assertTrue(worker.called(r"systemctl enable --no-block --now elastic-recognition-worker\.service"))
        self.assertEqual(2, len(worker.called("aws s3 cp")))
        worker.calls.write_text("")

        self.assertEqual(0, worker.boot(user_data), worker.said)

        self.assertTrue(worker.called("systemctl enable"))
        self.assertFalse(worker.called("aws"))

    def test_nothing_runs_that_was_changed_on_the_way(self):
        front = self.machine()
        front.boot(self.user_data)
        user_data = self.worker_user_data(front).replace(str(front.root), "")
        s3 = self.deployment.client("s3")
        bucket = "elastic-artefacts-123456789012-us-east-1"
        for role in ("front", "worker"):
            digest = hashlib.sha256(self.deployment.packages[role]).hexdigest()
            s3.put_object(Bucket=bucket, Key=digest, Body=self.deployment.packages[role] + b"more")
            self.addCleanup(s3.put_object, Bucket=bucket, Key=digest, Body=self.deployment.packages[role])
        front, worker = self.machine(), self.machine()

        self.assertNotEqual(0, front.boot(self.user_data))
        self.assertNotEqual(0, worker.boot(user_data))

        self.assertTrue(front.called("signal-resource .*--status FAILURE"))
        self.assertTrue(worker.called("poweroff"))
        for machine in (front, worker):
            self.assertFalse(machine.called("systemctl"))
            self.assertFalse((machine.root / "opt").exists())

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd isn't here")
    def test_the_units_are_understood(self):
        for role, machine in (("front", self.machine()), ("worker", self.machine())):
            digest = hashlib.sha256(self.deployment.packages[role]).hexdigest()
            package = machine.root / "package"
            package.write_bytes(self.deployment.packages[role])
            subprocess.run(
                ["sh", HERE / "install", role, package, digest], env=os.environ | {"INSTALL_ROOT": str(machine.root)}, check=True
            )
            units = sorted((machine.root / "etc" / "systemd" / "system").iterdir())
            verified = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True)
            complaints = [line for line in verified.stderr.splitlines() if "elastic-recognition" in line]
            # The program isn't installed on this machine.
            self.assertEqual([], [line for line in complaints if f"/opt/elastic-recognition/{role}/start" not in line])


if __name__ == "__main__":
    unittest.main()
