"""OpenSearch domains: processing takes time, and every option can be read again."""

from dataclasses import dataclass
from typing import Any

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed
from emulator.kinds import Kind
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING, Life


@dataclass(frozen=True)
class Domain(Kind):
    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        super().decorate(exchange, entry, life)
        entry["Created"] = True
        entry["Deleted"] = life.state == DELETING
        entry["UpgradeProcessing"] = False
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
    # AWS accepts an update while another is processed
    pass_busy=frozenset({"UpdateDomainConfig"}),
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
