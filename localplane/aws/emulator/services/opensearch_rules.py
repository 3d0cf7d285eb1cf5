"""What OpenSearch Service refuses, where moto takes everything."""

import re
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, MotoError, Proceed
from emulator.services.opensearch import DOMAIN, subnets_of

_LINKED = "opensearchservice.amazonaws.com"
_VERSION = re.compile(r"(OpenSearch_\d{1,2}\.\d{1,2}|Elasticsearch_\d\.\d{1,2})")
# one of each, as the service says it
_SORTS = ("[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]")
_SMALLEST = 10


def _refused(message: str) -> AwsError:
    return AwsError("ValidationException", message)


@registry.around("iam", "CreateServiceLinkedRole")
def link(exchange: Exchange, proceed: Proceed) -> Document:
    service = str(exchange.params["AWSServiceName"])
    try:
        result = proceed(exchange)
    except MotoError as e:
        if e.code == "EntityAlreadyExists":
            name = f"AWSServiceRoleFor{service.split('.')[0]}"
            text = f"Service role name {name} has been taken in this account, please try a different suffix."
            raise AwsError("InvalidInput", text) from e
        raise
    _linked(exchange)[service] = {}
    return result


def _linked(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("iam", "global", "ServiceLinkedRole")


@registry.around("opensearch", "CreateDomain")
def create(exchange: Exchange, proceed: Proceed) -> Document:
    params = exchange.params
    if "EngineVersion" in params and not _VERSION.fullmatch(params["EngineVersion"]):
        raise _refused(f"{params['EngineVersion']} is no version")
    if (params.get("VPCOptions") or {}).get("SubnetIds") and _LINKED not in _linked(exchange):
        raise _refused(
            "Before you can proceed, you must enable a service-linked role to give Amazon "
            "OpenSearch Service permissions to access your VPC."
        )
    _check_users(params)
    _check(exchange, params)
    return proceed(exchange)


@registry.around("opensearch", "UpdateDomainConfig")
def update(exchange: Exchange, proceed: Proceed) -> Document:
    now = DOMAIN.current(exchange, exchange.params["DomainName"], {})
    wanted = now | exchange.params
    for option in ("EncryptionAtRestOptions", "NodeToNodeEncryptionOptions"):
        on = (now.get(option) or {}).get("Enabled")
        if on and not wanted[option].get("Enabled"):
            raise _refused(f"{option} cannot be disabled")
    if bool((now.get("VPCOptions") or {}).get("SubnetIds")) != bool(
        (wanted.get("VPCOptions") or {}).get("SubnetIds")
    ):
        raise _refused("a domain cannot be moved into a VPC, or out of it")
    _check(exchange, wanted)
    return proceed(exchange)


def _check_users(params: Document) -> None:
    security = params.get("AdvancedSecurityOptions") or {}
    if not security.get("Enabled"):
        return
    for option, field in (
        ("EncryptionAtRestOptions", "Enabled"),
        ("NodeToNodeEncryptionOptions", "Enabled"),
        ("DomainEndpointOptions", "EnforceHTTPS"),
    ):
        if not (params.get(option) or {}).get(field):
            raise _refused(f"fine-grained access control needs {option}")
    if security.get("InternalUserDatabaseEnabled"):
        password = str((security.get("MasterUserOptions") or {}).get("MasterUserPassword", ""))
        if len(password) < 8 or not all(re.search(sort, password) for sort in _SORTS):
            raise _refused(
                "The master user password must contain at least one uppercase letter, one "
                "lowercase letter, one number, and one special character."
            )


def _check(exchange: Exchange, options: Document) -> None:
    cluster: Document = options.get("ClusterConfig") or {}
    count = int(cluster.get("InstanceCount", 1))
    zones = 1
    if cluster.get("ZoneAwarenessEnabled"):
        zones = int((cluster.get("ZoneAwarenessConfig") or {}).get("AvailabilityZoneCount", 2))
        if zones not in (2, 3) or count < zones:
            raise _refused(f"{count} nodes cannot stand in {zones} Availability Zones")
    if cluster.get("DedicatedMasterEnabled") and not cluster.get("DedicatedMasterCount"):
        raise _refused("DedicatedMasterCount is missing")
    volumes: Document = options.get("EBSOptions") or {}
    if volumes.get("EBSEnabled") and int(volumes.get("VolumeSize", 0)) < _SMALLEST:
        raise _refused(f"volume size must be at least {_SMALLEST}")
    _check_subnets(exchange, options.get("VPCOptions") or {}, zones)


def _check_subnets(exchange: Exchange, network: Document, zones: int) -> None:
    ids: list[Any] = network.get("SubnetIds") or []
    if not ids:
        return
    found = subnets_of(exchange, ids)
    if len(found) != len(ids):
        raise _refused(f"no such subnets among {', '.join(ids)}")
    if len({subnet.vpc_id for subnet in found}) > 1:
        raise _refused("the subnets are of several VPCs")
    if len(ids) != zones:
        raise _refused(f"You must specify exactly {zones} subnets")
    if len({subnet.availability_zone for subnet in found}) != zones:
        raise _refused("the subnets must be in different Availability Zones")
