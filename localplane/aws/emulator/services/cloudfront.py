"""CloudFront distributions: deployment takes time, the whole configuration is kept."""

import copy
from dataclasses import dataclass

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, MotoError, Proceed
from emulator.kinds import Kind
from emulator.life import AVAILABLE, CREATING, MODIFYING, Life

_DEPLOYED, _IN_PROGRESS = "Deployed", "InProgress"


def _config(exchange: Exchange) -> Document:
    params = exchange.params
    if "DistributionConfigWithTags" in params:
        return params["DistributionConfigWithTags"]["DistributionConfig"]
    return params["DistributionConfig"]


@dataclass(frozen=True)
class Distribution(Kind):
    def remembered(self, exchange: Exchange) -> Document:
        life = self.life(exchange, str(exchange.params.get("Id", "")))
        version = (life.memory if life else {}).get("_version", 0) + 1
        return {"DistributionConfig": copy.deepcopy(_config(exchange)), "_version": version}

    def shown(self, exchange: Exchange, result: Document) -> Document:
        super().shown(exchange, result)
        name = str(self.entry(result).get("Id", ""))
        if "ETag" in result and name:
            result["ETag"] = _etag(exchange, name, result["ETag"])
        return result

    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        config = life.memory.get("DistributionConfig", {})
        entry["Status"] = _DEPLOYED if life.state == AVAILABLE else _IN_PROGRESS
        if "DistributionConfig" in entry:
            entry["DistributionConfig"] = config
            return
        for field in _SUMMARY:  # of a list
            if field in config:
                entry[field] = config[field]


_SUMMARY = (
    "Aliases",
    "Origins",
    "OriginGroups",
    "DefaultCacheBehavior",
    "CacheBehaviors",
    "CustomErrorResponses",
    "Comment",
    "PriceClass",
    "Enabled",
    "ViewerCertificate",
    "Restrictions",
    "WebACLId",
    "HttpVersion",
    "IsIPV6Enabled",
)

DISTRIBUTION = Distribution(
    service="cloudfront",
    name="Distribution",
    id_param="Id",
    id_member="Id",
    single="Distribution",
    listed="",
    create=("CreateDistribution", "CreateDistributionWithTags"),
    modify=("UpdateDistribution",),
    delete=(),
    read=("GetDistribution",),
    words={CREATING: _IN_PROGRESS, MODIFYING: _IN_PROGRESS, AVAILABLE: _DEPLOYED},
    not_found="NoSuchDistribution",
    pass_busy=frozenset({"UpdateDistribution"}),
    regional=False,
).register()


@registry.around("cloudfront", "CreateDistribution", "CreateDistributionWithTags")
def caller_reference(exchange: Exchange, proceed: Proceed) -> Document:
    """The same reference and configuration is the same distribution; another configuration is refused."""
    config = _config(exchange)
    known = exchange.world.store("cloudfront", "global", "CallerReference")
    reference = str(config.get("CallerReference", ""))
    before = known.get(reference)
    if before is not None:
        name, old = before
        try:
            found = exchange.moto("GetDistribution", {"Id": name})
        except MotoError:
            known.pop(reference)  # deleted since
        else:
            if old == config:
                return DISTRIBUTION.shown(exchange, found)
            raise AwsError(
                "DistributionAlreadyExists",
                f"The caller reference {reference} is used by the distribution {name}",
                409,
            )
    result = exchange.moto(exchange.operation, _for_moto(exchange.params))
    known[reference] = (result["Distribution"]["Id"], copy.deepcopy(config))
    return result


def _for_moto(params: Document) -> Document:
    """moto knows no group as a target: it gets the group's first member, and shows ours."""
    passed = copy.deepcopy(params)
    config = passed.get("DistributionConfigWithTags", passed).get("DistributionConfig", {})
    first = {
        group["Id"]: group["Members"]["Items"][0]["OriginId"]
        for group in (config.get("OriginGroups") or {}).get("Items") or []
    }
    for behavior in [config.get("DefaultCacheBehavior") or {}] + (
        (config.get("CacheBehaviors") or {}).get("Items") or []
    ):
        target = behavior.get("TargetOriginId")
        behavior["TargetOriginId"] = first.get(target, target)
    return passed


def _etag(exchange: Exchange, name: str, otherwise: str) -> str:
    """Another one after each update, whatever the update changes."""
    life = DISTRIBUTION.life(exchange, name)
    return f"E{name[1:8]}V{life.memory['_version']}" if life is not None else otherwise


@registry.around("cloudfront", "UpdateDistribution", "DeleteDistribution")
def if_match(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params["Id"])
    current = exchange.moto("GetDistribution", {"Id": name})
    given = exchange.params.get("IfMatch")
    if not given:
        raise AwsError("InvalidIfMatchVersion", "The If-Match version is missing", 400)
    if given != _etag(exchange, name, current["ETag"]):
        raise AwsError("PreconditionFailed", "The If-Match version is not the current one", 412)
    if exchange.operation == "DeleteDistribution":
        life = DISTRIBUTION.life(exchange, name)
        config = life.memory["DistributionConfig"] if life else {}
        if config.get("Enabled") or (life is not None and life.state != AVAILABLE):
            raise AwsError(
                "DistributionNotDisabled",
                "The distribution you are trying to delete has not been disabled.",
                409,
            )
    # moto has versions of its own
    passed = _for_moto(exchange.params) | {"IfMatch": current["ETag"]}
    result = exchange.moto(exchange.operation, passed)
    if exchange.operation == "DeleteDistribution":
        exchange.world.store("cloudfront", "global", "Deleted")[name.lower()] = True
    return result


def protected_by(exchange: Exchange, acl: str) -> bool:
    """True while a web ACL protects a distribution."""
    gone = exchange.world.store("cloudfront", "global", "Deleted")
    lives = exchange.world.lives.of_kind(
        (DISTRIBUTION.service, DISTRIBUTION.name, "global"), exchange.world.clock.now()
    )
    return any(
        life.memory.get("DistributionConfig", {}).get("WebACLId") == acl
        for name, life in lives.items()
        if name not in gone
    )


@registry.around("cloudfront", "GetDistributionConfig")
def get_config(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    life = DISTRIBUTION.life(exchange, str(exchange.params["Id"]))
    if life is not None:
        result["DistributionConfig"] = life.memory["DistributionConfig"]
        result["ETag"] = _etag(exchange, str(exchange.params["Id"]), result["ETag"])
    return result


@registry.around("cloudfront", "ListDistributions")
def list_distributions(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    for entry in (result.get("DistributionList") or {}).get("Items") or []:
        life = DISTRIBUTION.life(exchange, str(entry["Id"]))
        if life is not None:
            DISTRIBUTION.decorate(exchange, entry, life)
    return result


# --- origin access controls: moto never changes their version nor asks for it


def _oac_versions(exchange: Exchange) -> dict[str, int]:
    return exchange.world.store("cloudfront", "global", "OriginAccessControl")


def _oac_etag(exchange: Exchange, name: str) -> str:
    return f"E{name[1:8]}A{_oac_versions(exchange).get(name, 1)}"


@registry.around(
    "cloudfront",
    "CreateOriginAccessControl",
    "GetOriginAccessControl",
    "UpdateOriginAccessControl",
    "DeleteOriginAccessControl",
)
def origin_access_control(exchange: Exchange, proceed: Proceed) -> Document:
    name = str(exchange.params.get("Id", ""))
    if exchange.operation.startswith(("Update", "Delete")):
        current = exchange.moto("GetOriginAccessControl", {"Id": name})
        if exchange.params.get("IfMatch") != _oac_etag(exchange, name):
            raise AwsError("PreconditionFailed", "The If-Match version is not the current one", 412)
        passed = exchange.params | {"IfMatch": current["ETag"]}
        result = exchange.moto(exchange.operation, passed)
        if exchange.operation.startswith("Delete"):
            return result
        _oac_versions(exchange)[name] = _oac_versions(exchange).get(name, 1) + 1
    else:
        result = proceed(exchange)
    result["ETag"] = _oac_etag(exchange, str(result["OriginAccessControl"]["Id"]))
    return result
