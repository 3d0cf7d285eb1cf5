"""OpenSearch domains: processing takes time, and every option can be read again."""

from dataclasses import dataclass
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.kinds import Kind
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING, Life


_AT_WORK = {CREATING: "Creating", MODIFYING: "Modifying", DELETING: "Deleting", AVAILABLE: "Active"}


def subnets_of(exchange: Exchange, ids: list[str]) -> list[Any]:
    """Those of the subnets that there are."""
    from moto.ec2.models import ec2_backends

    backend = ec2_backends[exchange.call.account][exchange.region]
    return [subnet for subnet in backend.describe_subnets() if subnet.id in ids]


@dataclass(frozen=True)
class Domain(Kind):
    def refuse_busy(self, name: str, life: Life, operation: str) -> None:
        if life.state != AVAILABLE and operation not in self.pass_busy:
            raise AwsError(
                self.busy,
                "A change/update is in progress. Please wait for it to complete before requesting "
                "another change.",
            )

    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        super().decorate(exchange, entry, life)
        entry["Created"] = True
        entry["Deleted"] = life.state == DELETING
        entry["UpgradeProcessing"] = bool(life.pending)
        entry["DomainProcessingStatus"] = (
            "UpgradingEngineVersion" if life.pending else _AT_WORK[life.state]
        )
        network = entry.get("VPCOptions")
        if network and network.get("SubnetIds"):
            subnets = subnets_of(exchange, network["SubnetIds"])
            entry["VPCOptions"] = dict(network) | {
                "VPCId": subnets[0].vpc_id if subnets else "",
                "AvailabilityZones": sorted(subnet.availability_zone for subnet in subnets),
            }
        security = entry.get("AdvancedSecurityOptions")
        if security:
            # the master user is accepted and never shown
            entry["AdvancedSecurityOptions"] = {
                k: v for k, v in security.items() if k != "MasterUserOptions"
            }
        name = str(entry.get("DomainName", ""))
        if life.state == CREATING:
            entry.pop("Endpoint", None)
            entry.pop("Endpoints", None)
        else:
            host = f"{name}-emulator.{exchange.region}.es.amazonaws.com"
            in_vpc = bool((entry.get("VPCOptions") or {}).get("SubnetIds"))
            entry.pop("Endpoint" if in_vpc else "Endpoints", None)
            entry["Endpoints" if in_vpc else "Endpoint"] = (
                {"vpc": f"vpc-{host}"} if in_vpc else f"search-{host}"
            )

    def remembered(self, exchange: Exchange) -> Document:
        memory = super().remembered(exchange)
        for field in ("AdvancedSecurityOptions", "VPCOptions", "AutoTuneOptions"):
            if field in exchange.params:
                memory[field] = dict(exchange.params[field])
        if "AutoTuneOptions" in memory:
            desired = memory["AutoTuneOptions"].get("DesiredState", "ENABLED")
            memory["AutoTuneOptions"] = {"State": desired}
        life = self.life(exchange, str(exchange.params.get(self.id_param, "")))
        for field, value in memory.items():
            old = (life.memory if life else {}).get(field)
            if isinstance(old, dict) and isinstance(value, dict):
                memory[field] = old | value  # what an update does not name stays
        return memory


DOMAIN = Domain(
    service="opensearch",
    name="Domain",
    id_param="DomainName",
    id_member="DomainName",
    single="DomainStatus",
    listed="DomainStatusList",
    create=("CreateDomain",),
    modify=("UpdateDomainConfig",),
    delete=("DeleteDomain",),
    read=("DescribeDomain",),
    status="Processing",
    words={CREATING: True, MODIFYING: True, DELETING: True, AVAILABLE: False},
    busy="ValidationException",
    exists="ResourceAlreadyExistsException",
    not_found_status=409,
    pass_busy=frozenset({"DeleteDomain"}),
    forget=frozenset({"TagList"}),
).register()


@registry.around("opensearch", "DescribeDomains")
def describe_domains(exchange: Exchange, proceed: Proceed) -> Document:
    result = DOMAIN.shown(exchange, proceed(exchange))
    lives = exchange.world.lives.of_kind(
        ("opensearch", "Domain", exchange.region), exchange.world.clock.now()
    )
    for name in exchange.params["DomainNames"]:
        life = lives.get(name.lower())
        if life is not None and life.ghost is not None:
            ghost = dict(life.ghost)
            DOMAIN.decorate(exchange, ghost, life)
            result["DomainStatusList"].append(ghost)
    return result


@registry.around("opensearch", "DescribeDomainConfig", "UpdateDomainConfig")
def domain_config(exchange: Exchange, proceed: Proceed) -> Document:
    """The same options once more, each with a state of its own."""
    result = proceed(exchange)
    name = exchange.params["DomainName"]
    life = DOMAIN.life(exchange, name)
    if life is None:
        return result
    memory = life.memory
    if exchange.operation == "UpdateDomainConfig":
        memory = memory | DOMAIN.remembered(exchange)
    config: dict[str, Any] = result.setdefault("DomainConfig", {})
    state = "Active" if life.state == AVAILABLE else "Processing"
    moment = exchange.world.clock.timestamp()
    members = exchange.model.output_shape.members["DomainConfig"].members
    for field in members:
        if field in memory:
            config[field] = {"Options": memory[field]}
        if isinstance(config.get(field), dict) and "Options" in config[field]:
            config[field]["Status"] = {
                "CreationDate": moment,
                "UpdateDate": moment,
                "State": state,
                "PendingDeletion": False,
            }
    return result


@registry.around("opensearch", "ListDomainNames")
def list_names(exchange: Exchange, proceed: Proceed) -> Document:
    """What is going is listed as long as it goes."""
    result = proceed(exchange)
    lives = exchange.world.lives.of_kind(
        ("opensearch", "Domain", exchange.region), exchange.world.clock.now()
    )
    for life in lives.values():
        if life.ghost is not None:
            name = life.ghost["DomainName"]
            result["DomainNames"].append({"DomainName": name, "EngineType": "OpenSearch"})
    return result


@registry.instead("opensearch", "UpgradeDomain")
def upgrade(exchange: Exchange) -> Document:
    """The old version runs until the new one does."""
    name, target = exchange.params["DomainName"], exchange.params["TargetVersion"]
    life = DOMAIN.life(exchange, name)
    if life is None or life.ghost is not None:
        raise AwsError(DOMAIN.not_found, f"Domain not found: {name}", DOMAIN.not_found_status)
    DOMAIN.refuse_busy(name, life, exchange.operation)
    before = str(DOMAIN.current(exchange, name, {})["EngineVersion"])
    if _number(target) <= _number(before):
        raise AwsError("ValidationException", f"Upgrade from {before} to {target} not supported.")
    now = exchange.world.clock.now()
    seconds = exchange.world.delays.of("opensearch", "Domain", "modify")
    life.memory["EngineVersion"] = target
    life.pending = {"EngineVersion": target}
    life.shown = {"EngineVersion": before}
    life.applied_at = now + seconds
    life.enter(MODIFYING, now, seconds)
    return {"DomainName": name, "TargetVersion": target, "PerformCheckOnly": False}


def _number(version: str) -> tuple[bool, list[int]]:
    engine, _, number = version.partition("_")
    return engine == "OpenSearch", [int(part) for part in number.split(".")]
