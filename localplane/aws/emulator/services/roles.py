"""IAM: the policies that AWS itself keeps, of which moto loads all or none."""

import json
from functools import lru_cache
from typing import Any

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed

_OF_AWS = ":iam::aws:policy/"


@lru_cache(maxsize=1)
def _all() -> dict[str, Any]:
    from moto.iam.aws_managed_policies import aws_managed_policies_data

    return dict(json.loads(aws_managed_policies_data))


@registry.around("iam", "AttachRolePolicy")
def attach(exchange: Exchange, proceed: Proceed) -> Document:
    from moto.iam.models import AWSManagedPolicy, iam_backends

    arn = str(exchange.params["PolicyArn"])
    account = exchange.call.account
    known = iam_backends[account]["aws"].managed_policies
    name = arn.rsplit("/", 1)[-1]
    if _OF_AWS in arn and arn not in known and name in _all():
        policy = AWSManagedPolicy.from_data(name, account, "aws", _all()[name])
        known[policy.arn] = policy
    return proceed(exchange)
