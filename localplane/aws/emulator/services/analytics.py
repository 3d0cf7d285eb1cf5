"""Updates of Athena workgroups and Glue crawlers, which moto lacks."""

import copy
from typing import Any

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed


def _changed(exchange: Exchange, service: str, kind: str) -> dict[str, Document]:
    return exchange.world.store(service, exchange.region, kind)


# --- Athena

_REMOVALS = {
    "RemoveBytesScannedCutoffPerQuery": "BytesScannedCutoffPerQuery",
    "RemoveCustomerContentEncryptionConfiguration": "CustomerContentEncryptionConfiguration",
}
_OF_RESULTS = {
    "RemoveOutputLocation": "OutputLocation",
    "RemoveEncryptionConfiguration": "EncryptionConfiguration",
    "RemoveExpectedBucketOwner": "ExpectedBucketOwner",
    "RemoveAclConfiguration": "AclConfiguration",
}


def _configured(old: Document, updates: Document) -> Document:
    config = copy.deepcopy(old)
    for key, value in updates.items():
        if key == "ResultConfigurationUpdates":
            results = config.setdefault("ResultConfiguration", {})
            results |= {k: v for k, v in value.items() if k not in _OF_RESULTS}
            for removal, field in _OF_RESULTS.items():
                if value.get(removal):
                    results.pop(field, None)
        elif key in _REMOVALS:
            if value:
                config.pop(_REMOVALS[key], None)
        else:
            config[key] = value
    return config


@registry.around("athena", "UpdateWorkGroup")
def update_work_group(exchange: Exchange, proceed: Proceed) -> Document:
    params = exchange.params
    name = params["WorkGroup"]
    group = exchange.moto("GetWorkGroup", {"WorkGroup": name})["WorkGroup"]
    known = _changed(exchange, "athena", "WorkGroup")
    group |= known.get(name, {})
    known[name] = {
        "Configuration": _configured(
            group.get("Configuration") or {}, params.get("ConfigurationUpdates") or {}
        ),
        "Description": params.get("Description", group.get("Description", "")),
        "State": params.get("State", group["State"]),
    }
    return {}


@registry.around("athena", "GetWorkGroup")
def get_work_group(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    known = _changed(exchange, "athena", "WorkGroup")
    result["WorkGroup"] |= copy.deepcopy(known.get(exchange.params["WorkGroup"], {}))
    return result


@registry.around("athena", "CreateWorkGroup", "DeleteWorkGroup")
def forget_work_group(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    name = exchange.params.get("Name") or exchange.params.get("WorkGroup")
    _changed(exchange, "athena", "WorkGroup").pop(name, None)
    return result


# --- Glue


@registry.around("glue", "UpdateCrawler")
def update_crawler(exchange: Exchange, proceed: Proceed) -> Document:
    params = dict(exchange.params)
    name = params.pop("Name")
    exchange.moto("GetCrawler", {"Name": name})  # it has to exist
    known = _changed(exchange, "glue", "Crawler").setdefault(name, {"Version": 1})
    if "Schedule" in params:
        expression = params["Schedule"]
        params["Schedule"] = {
            "ScheduleExpression": expression,
            "State": "SCHEDULED" if expression else "NOT_SCHEDULED",
        }
    known |= params
    known["Version"] += 1
    known["LastUpdated"] = exchange.world.clock.timestamp()
    return {}


def _crawler(exchange: Exchange, crawler: Document) -> Document:
    return crawler | copy.deepcopy(_changed(exchange, "glue", "Crawler").get(crawler["Name"], {}))


@registry.around("glue", "GetCrawler")
def get_crawler(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    return {"Crawler": _crawler(exchange, result["Crawler"])}


@registry.around("glue", "GetCrawlers")
def get_crawlers(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    result["Crawlers"] = [_crawler(exchange, crawler) for crawler in result.get("Crawlers", [])]
    return result


@registry.around("glue", "DeleteCrawler")
def delete_crawler(exchange: Exchange, proceed: Proceed) -> Any:
    result = proceed(exchange)
    _changed(exchange, "glue", "Crawler").pop(exchange.params["Name"], None)
    return result
