"""Budgets: changes, subscribers of notifications and tags, which moto lacks."""

from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.own import merge_tags, without_tags

_GONE = "NotFoundException"


def _notes(exchange: Exchange, name: str) -> Document:
    store = exchange.world.store("budgets", "global", "Budget")
    return store.setdefault(name, {"changes": {}, "subscribers": [], "tags": []})


def _key(notification: Document) -> tuple[Any, ...]:
    return tuple(
        notification.get(k)
        for k in ("NotificationType", "ComparisonOperator", "Threshold", "ThresholdType")
    )


@registry.around("budgets", "CreateBudget")
def create(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    notes = _notes(exchange, exchange.params["Budget"]["BudgetName"])
    notes["tags"] = list(exchange.params.get("ResourceTags") or [])
    for pair in exchange.params.get("NotificationsWithSubscribers") or []:
        notes["subscribers"].append((_key(pair["Notification"]), list(pair["Subscribers"])))
    return result


@registry.around("budgets", "UpdateBudget")
def update(exchange: Exchange, proceed: Proceed) -> Document:
    budget = exchange.params["NewBudget"]
    name = budget["BudgetName"]
    _existing(exchange, name)
    _notes(exchange, name)["changes"] = dict(budget)
    return {}


def _existing(exchange: Exchange, name: str) -> Document:
    account = exchange.params.get("AccountId", exchange.call.account)
    return exchange.moto("DescribeBudget", {"AccountId": account, "BudgetName": name})["Budget"]


@registry.around("budgets", "DescribeBudget", "DescribeBudgets")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    found = [result["Budget"]] if "Budget" in result else result.get("Budgets", [])
    for budget in found:
        budget |= _notes(exchange, budget["BudgetName"])["changes"]
    return result


@registry.around("budgets", "DeleteBudget")
def delete(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    exchange.world.store("budgets", "global", "Budget").pop(exchange.params["BudgetName"], None)
    return result


@registry.around("budgets", "CreateNotification")
def create_notification(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    notes = _notes(exchange, exchange.params["BudgetName"])
    given = exchange.params
    notes["subscribers"].append((_key(given["Notification"]), list(given["Subscribers"])))
    return result


@registry.around("budgets", "DeleteNotification")
def delete_notification(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    notes = _notes(exchange, exchange.params["BudgetName"])
    gone = _key(exchange.params["Notification"])
    notes["subscribers"] = [(key, who) for key, who in notes["subscribers"] if key != gone]
    return result


@registry.instead(
    "budgets", "DescribeSubscribersForNotification", "CreateSubscriber", "DeleteSubscriber"
)
def subscribers(exchange: Exchange) -> Document:
    name = exchange.params["BudgetName"]
    _existing(exchange, name)
    wanted = _key(exchange.params["Notification"])
    for key, who in _notes(exchange, name)["subscribers"]:
        if key == wanted:
            if exchange.operation == "CreateSubscriber":
                who.append(exchange.params["Subscriber"])
                return {}
            if exchange.operation == "DeleteSubscriber":
                who.remove(exchange.params["Subscriber"])
                return {}
            return {"Subscribers": who}
    raise AwsError(_GONE, "no such notification", 400)


@registry.instead("budgets", "ListTagsForResource", "TagResource", "UntagResource")
def tags(exchange: Exchange) -> Document:
    name = exchange.params["ResourceARN"].rsplit("/", 1)[-1]
    _existing(exchange, name)
    notes = _notes(exchange, name)
    if exchange.operation == "TagResource":
        notes["tags"] = merge_tags(notes["tags"], exchange.params["ResourceTags"])
    elif exchange.operation == "UntagResource":
        notes["tags"] = without_tags(notes["tags"], exchange.params["ResourceTagKeys"])
    else:
        return {"ResourceTags": notes["tags"]}
    return {}
