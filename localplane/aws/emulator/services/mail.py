"""SES v2: what an identity and a configuration set were told, which moto forgets or lacks."""

import copy
import hashlib
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.own import merge_tags, without_tags
from emulator.services.dns import record_exists

_TOKENS = 3


def _notes(exchange: Exchange, kind: str, name: str) -> Document:
    return exchange.world.store("sesv2", exchange.region, kind).setdefault(name, {"tags": []})


def tokens(account: str, identity: str) -> list[str]:
    return [
        hashlib.sha256(f"{account}{identity}{i}".encode()).hexdigest()[:32] for i in range(_TOKENS)
    ]


def _dkim(exchange: Exchange, identity: str, attributes: Document) -> tuple[Document, bool]:
    """Verified when the three records exist; an address needs no records."""
    if "@" in identity:
        return attributes | {"Status": "NOT_STARTED"}, True
    names = tokens(exchange.call.account, identity)
    verified = all(
        record_exists(
            exchange.call.account,
            f"{token}._domainkey.{identity}",
            "CNAME",
            f"{token}.dkim.amazonses.com",
        )
        for token in names
    )
    status = "SUCCESS" if verified else "PENDING"
    return attributes | {"Tokens": names, "Status": status}, verified


@registry.around("sesv2", "CreateEmailIdentity", "GetEmailIdentity")
def identity(exchange: Exchange, proceed: Proceed) -> Document:
    name = exchange.params["EmailIdentity"]
    if exchange.operation == "CreateEmailIdentity":
        exchange.world.store("sesv2", exchange.region, "Identity").pop(name, None)
    result = proceed(exchange)
    notes = _notes(exchange, "Identity", name)
    if exchange.operation == "CreateEmailIdentity":
        notes["tags"] = list(exchange.params.get("Tags") or [])
        given = exchange.params.get("ConfigurationSetName")
        if given:
            notes["ConfigurationSetName"] = given
    signing = {"SigningEnabled": True} | notes.get("dkim", {})
    attributes = (result.get("DkimAttributes") or {}) | signing
    result["DkimAttributes"], verified = _dkim(exchange, name, attributes)
    result["VerifiedForSendingStatus"] = verified
    if exchange.operation == "GetEmailIdentity":
        result["FeedbackForwardingStatus"] = notes.get("feedback", True)
        result["VerificationStatus"] = "SUCCESS" if verified else "PENDING"
        result["Tags"] = notes["tags"]
        if "ConfigurationSetName" in notes:
            result["ConfigurationSetName"] = notes["ConfigurationSetName"]
        if "mail_from" in notes:
            result["MailFromAttributes"] = notes["mail_from"]
    return result


@registry.instead(
    "sesv2",
    "PutEmailIdentityMailFromAttributes",
    "PutEmailIdentityDkimAttributes",
    "PutEmailIdentityConfigurationSetAttributes",
    "PutEmailIdentityFeedbackAttributes",
)
def change_identity(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["EmailIdentity"]
    exchange.moto("GetEmailIdentity", {"EmailIdentity": name})  # it has to exist
    notes = _notes(exchange, "Identity", name)
    if exchange.operation == "PutEmailIdentityMailFromAttributes":
        notes["mail_from"] = {
            "MailFromDomain": params.get("MailFromDomain", ""),
            "MailFromDomainStatus": "PENDING",
            "BehaviorOnMxFailure": params.get("BehaviorOnMxFailure", "USE_DEFAULT_VALUE"),
        }
    elif exchange.operation == "PutEmailIdentityDkimAttributes":
        notes["dkim"] = {"SigningEnabled": bool(params.get("SigningEnabled"))}
    elif exchange.operation == "PutEmailIdentityFeedbackAttributes":
        notes["feedback"] = bool(params.get("EmailForwardingEnabled"))
    elif params.get("ConfigurationSetName"):
        notes["ConfigurationSetName"] = params["ConfigurationSetName"]
    else:
        notes.pop("ConfigurationSetName", None)
    return {}


# --- configuration sets

_OPTIONS = {
    "PutConfigurationSetDeliveryOptions": "DeliveryOptions",
    "PutConfigurationSetReputationOptions": "ReputationOptions",
    "PutConfigurationSetSendingOptions": "SendingOptions",
    "PutConfigurationSetSuppressionOptions": "SuppressionOptions",
    "PutConfigurationSetTrackingOptions": "TrackingOptions",
}


@registry.around("sesv2", "CreateConfigurationSet")
def create_set(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    params = exchange.params
    name = params["ConfigurationSetName"]
    exchange.world.store("sesv2", exchange.region, "Set").pop(name, None)
    notes = _notes(exchange, "Set", name)
    notes["tags"] = list(params.get("Tags") or [])
    notes["options"] = {"SendingOptions": {"SendingEnabled": True}} | {
        field: copy.deepcopy(params[field]) for field in _OPTIONS.values() if params.get(field)
    }
    notes["destinations"] = {}
    return result


@registry.around("sesv2", "GetConfigurationSet")
def get_set(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    notes = _notes(exchange, "Set", exchange.params["ConfigurationSetName"])
    result |= copy.deepcopy(notes.get("options", {}))
    result["Tags"] = notes["tags"]
    return result


def _set(exchange: Exchange) -> Document:
    name = exchange.params["ConfigurationSetName"]
    exchange.moto("GetConfigurationSet", {"ConfigurationSetName": name})  # it has to exist
    return _notes(exchange, "Set", name)


@registry.instead("sesv2", *_OPTIONS)
def change_set(exchange: Exchange) -> Document:
    given = {k: v for k, v in exchange.params.items() if k != "ConfigurationSetName"}
    _set(exchange)["options"][_OPTIONS[exchange.operation]] = given
    return {}


@registry.instead(
    "sesv2",
    "CreateConfigurationSetEventDestination",
    "UpdateConfigurationSetEventDestination",
    "DeleteConfigurationSetEventDestination",
    "GetConfigurationSetEventDestinations",
)
def destinations(exchange: Exchange) -> Document:
    known = _set(exchange)["destinations"]
    if exchange.operation.startswith("Get"):
        return {"EventDestinations": list(known.values())}
    name = exchange.params["EventDestinationName"]
    if exchange.operation.startswith("Create"):
        if name in known:
            raise AwsError("AlreadyExistsException", f"{name} already exists")
    elif name not in known:
        raise AwsError("NotFoundException", f"{name} does not exist", 404)
    if exchange.operation.startswith("Delete"):
        del known[name]
    else:
        given = {"Enabled": False} | copy.deepcopy(exchange.params["EventDestination"])
        known[name] = given | {"Name": name}
    return {}


@registry.instead("sesv2", "TagResource", "UntagResource", "ListTagsForResource")
def tags(exchange: Exchange) -> Document:
    arn: Any = exchange.params["ResourceArn"]
    kind = "Identity" if ":identity/" in arn else "Set"
    notes = _notes(exchange, kind, arn.rsplit("/", 1)[-1])
    if exchange.operation == "TagResource":
        notes["tags"] = merge_tags(notes["tags"], exchange.params["Tags"])
    elif exchange.operation == "UntagResource":
        notes["tags"] = without_tags(notes["tags"], exchange.params["TagKeys"])
    else:
        return {"Tags": notes["tags"]}
    return {}
