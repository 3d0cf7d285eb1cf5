"""What all tests share: one emulator in this process, an account and a clock for each test."""

import itertools
import json
import unittest
import urllib.request
from contextlib import contextmanager
from typing import Any, Iterator

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from emulator.server import BackgroundServer

_DELAY = 100.0
_accounts = itertools.count(300_000_000_001)
_server: BackgroundServer | None = None


def endpoint() -> str:
    global _server
    if _server is None:
        _server = BackgroundServer(quiet=True)
        _server.__enter__()
    return _server.endpoint


class EmulatorTest(unittest.TestCase):
    region = "eu-central-1"

    def setUp(self) -> None:
        self.account = str(next(_accounts))
        # long against the time that a slow machine needs for a call
        self.mine("POST", "delays", {"default": _DELAY})

    def client(self, service: str, region: str | None = None, account: str | None = None) -> Any:
        return boto3.client(
            service,
            endpoint_url=endpoint(),
            region_name=region or self.region,
            aws_access_key_id=account or self.account,
            aws_secret_access_key="local",
            config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
        )

    def control(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            f"{endpoint()}/_emulator/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def mine(self, method: str, what: str, body: Any = None) -> Any:
        return self.control(method, f"accounts/{self.account}/{what}", body)

    def advance(self, seconds: float) -> None:
        self.mine("POST", "clock", {"advanceSeconds": seconds})

    def finish(self) -> None:
        """What is under way gets done."""
        self.advance(_DELAY + 1)

    @contextmanager
    def refused(self, code: str) -> Iterator[None]:
        with self.assertRaises(ClientError) as caught:
            yield
        self.assertEqual(code, caught.exception.response["Error"]["Code"])

    def assertHas(self, expected: dict[str, Any], actual: dict[str, Any]) -> None:
        """Each expected field is there with its value; others may be, too."""
        seen = {key: actual.get(key, "(absent)") for key in expected}
        self.assertEqual(expected, seen)
