"""Groups and sampling rules of X-Ray, which moto lacks."""

from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.own import Item, Shelf, merge_tags, without_tags

_INVALID = "InvalidRequestException"
GROUPS = Shelf("xray", "Group", _INVALID, _INVALID, not_found_status=400, takes_time=False)
RULES = Shelf("xray", "SamplingRule", _INVALID, _INVALID, not_found_status=400, takes_time=False)


def _arn(exchange: Exchange, resource: str) -> str:
    return f"arn:aws:xray:{exchange.region}:{exchange.call.account}:{resource}"


def _named(exchange: Exchange, shelf: Shelf, name_param: str, arn_param: str) -> Item:
    name = exchange.params.get(name_param)
    arn = str(exchange.params.get(arn_param) or "")
    return shelf.get(exchange, str(name or _name_of(arn)))


def _name_of(arn: str) -> str:
    return arn.split("/")[1] if "/" in arn else arn


@registry.instead("xray", "CreateGroup")
def create_group(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["GroupName"]
    document = {
        "GroupName": name,
        "GroupARN": _arn(exchange, f"group/{name}/EMULATOR"),
        "FilterExpression": params.get("FilterExpression", ""),
        "InsightsConfiguration": {"InsightsEnabled": False, "NotificationsEnabled": False}
        | (params.get("InsightsConfiguration") or {}),
        "_tags": list(params.get("Tags") or []),
    }
    return {"Group": GROUPS.put(exchange, name, document).visible()}


@registry.instead("xray", "GetGroup")
def get_group(exchange: Exchange) -> Document:
    return {"Group": _named(exchange, GROUPS, "GroupName", "GroupARN").visible()}


@registry.instead("xray", "GetGroups")
def get_groups(exchange: Exchange) -> Document:
    return {"Groups": [item.visible() for item in GROUPS.all(exchange)]}


@registry.instead("xray", "UpdateGroup")
def update_group(exchange: Exchange) -> Document:
    item = _named(exchange, GROUPS, "GroupName", "GroupARN")
    if "FilterExpression" in exchange.params:
        item.document["FilterExpression"] = exchange.params["FilterExpression"]
    if "InsightsConfiguration" in exchange.params:
        item.document["InsightsConfiguration"] |= exchange.params["InsightsConfiguration"]
    return {"Group": item.visible()}


@registry.instead("xray", "DeleteGroup")
def delete_group(exchange: Exchange) -> Document:
    item = _named(exchange, GROUPS, "GroupName", "GroupARN")
    GROUPS.remove(exchange, item.document["GroupName"])
    return {}


def _record(item: Item) -> Document:
    document = item.document
    return {
        "SamplingRule": item.visible(),
        "CreatedAt": document["_created"],
        "ModifiedAt": document["_modified"],
    }


@registry.instead("xray", "CreateSamplingRule")
def create_rule(exchange: Exchange) -> Document:
    rule = dict(exchange.params["SamplingRule"])
    name = rule["RuleName"]
    moment = exchange.world.clock.timestamp()
    document = {"Attributes": {}, "RuleARN": _arn(exchange, f"sampling-rule/{name}")} | rule
    document |= {
        "_created": moment,
        "_modified": moment,
        "_tags": list(exchange.params.get("Tags") or []),
    }
    return {"SamplingRuleRecord": _record(RULES.put(exchange, name, document))}


@registry.instead("xray", "GetSamplingRules")
def get_rules(exchange: Exchange) -> Document:
    return {"SamplingRuleRecords": [_record(item) for item in RULES.all(exchange)]}


def _rule(exchange: Exchange, given: Document) -> Item:
    return RULES.get(exchange, str(given.get("RuleName") or _name_of(given.get("RuleARN", ""))))


@registry.instead("xray", "UpdateSamplingRule")
def update_rule(exchange: Exchange) -> Document:
    update = exchange.params["SamplingRuleUpdate"]
    item = _rule(exchange, update)
    item.document |= {k: v for k, v in update.items() if v is not None}
    item.document["_modified"] = exchange.world.clock.timestamp()
    return {"SamplingRuleRecord": _record(item)}


@registry.instead("xray", "DeleteSamplingRule")
def delete_rule(exchange: Exchange) -> Document:
    item = _rule(exchange, exchange.params)
    if item.document["RuleName"] == "Default":
        raise AwsError(_INVALID, "the default rule cannot be deleted")
    RULES.remove(exchange, item.document["RuleName"])
    return {"SamplingRuleRecord": _record(item)}


@registry.instead("xray", "TagResource", "UntagResource", "ListTagsForResource")
def tags(exchange: Exchange) -> Document:
    arn: Any = exchange.params["ResourceARN"]
    shelf = GROUPS if ":group/" in arn else RULES
    document = shelf.get(exchange, _name_of(arn)).document
    if exchange.operation == "TagResource":
        document["_tags"] = merge_tags(document["_tags"], exchange.params["Tags"])
    elif exchange.operation == "UntagResource":
        document["_tags"] = without_tags(document["_tags"], exchange.params["TagKeys"])
    else:
        return {"Tags": document["_tags"]}
    return {}
