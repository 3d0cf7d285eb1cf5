"""Composite alarms of CloudWatch, which moto lacks."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.own import Shelf, merge_tags, without_tags

COMPOSITE = Shelf(
    "cloudwatch",
    "CompositeAlarm",
    not_found="ResourceNotFound",
    exists="ResourceConflict",
    takes_time=False,
)


def _arn(exchange: Exchange, name: str) -> str:
    return f"arn:aws:cloudwatch:{exchange.region}:{exchange.call.account}:alarm:{name}"


@registry.instead("cloudwatch", "PutCompositeAlarm")
def put(exchange: Exchange) -> Document:
    params = dict(exchange.params)
    name = params["AlarmName"]
    tags = params.pop("Tags", None) or []
    moment = exchange.world.clock.timestamp()
    document = {
        "ActionsEnabled": True,
        "OKActions": [],
        "AlarmActions": [],
        "InsufficientDataActions": [],
        "StateValue": "OK",
        "StateReason": "Unchecked: Initial alarm creation",
        "AlarmArn": _arn(exchange, name),
        "AlarmConfigurationUpdatedTimestamp": moment,
        "StateUpdatedTimestamp": moment,
    } | params
    old = COMPOSITE.find(exchange, name)
    if old is None:
        COMPOSITE.put(exchange, name, document | {"_tags": list(tags)})
    else:
        # tags are taken at creation only
        old.document = document | {"_tags": old.document["_tags"]}
    return {}


@registry.around("cloudwatch", "DescribeAlarms")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    params = exchange.params
    result = proceed(exchange)
    types = params.get("AlarmTypes") or ["MetricAlarm", "CompositeAlarm"]
    if "MetricAlarm" not in types:
        result["MetricAlarms"] = []
    names, prefix = params.get("AlarmNames"), params.get("AlarmNamePrefix") or ""
    state = params.get("StateValue")
    result["CompositeAlarms"] = [
        item.visible()
        for item in COMPOSITE.all(exchange)
        if "CompositeAlarm" in types
        and (not names or item.document["AlarmName"] in names)
        and item.document["AlarmName"].startswith(prefix)
        and state in (None, item.document["StateValue"])
    ]
    return result


@registry.around("cloudwatch", "DeleteAlarms")
def delete(exchange: Exchange, proceed: Proceed) -> Document:
    rest = []
    for name in exchange.params["AlarmNames"]:
        if COMPOSITE.find(exchange, name) is not None:
            COMPOSITE.remove(exchange, name)
        else:
            rest.append(name)
    return exchange.moto("DeleteAlarms", {"AlarmNames": rest}) if rest else {}


@registry.around("cloudwatch", "TagResource", "UntagResource", "ListTagsForResource")
def tags(exchange: Exchange, proceed: Proceed) -> Document:
    item = COMPOSITE.find(exchange, exchange.params["ResourceARN"].rsplit(":", 1)[-1])
    if item is None:
        return proceed(exchange)
    document = item.document
    if exchange.operation == "TagResource":
        document["_tags"] = merge_tags(document["_tags"], exchange.params["Tags"])
    elif exchange.operation == "UntagResource":
        document["_tags"] = without_tags(document["_tags"], exchange.params["TagKeys"])
    else:
        return {"Tags": document["_tags"]}
    return {}


@registry.around("cloudwatch", "SetAlarmState")
def set_state(exchange: Exchange, proceed: Proceed) -> Document:
    item = COMPOSITE.find(exchange, exchange.params["AlarmName"])
    if item is None:
        return proceed(exchange)
    if exchange.params["StateValue"] not in ("OK", "ALARM", "INSUFFICIENT_DATA"):
        raise AwsError("InvalidParameterValue", "not a state of an alarm")
    item.document["StateValue"] = exchange.params["StateValue"]
    item.document["StateReason"] = exchange.params["StateReason"]
    return {}
