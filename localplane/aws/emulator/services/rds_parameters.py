"""Parameters that are set back to what their family says, which moto cannot."""

from typing import Any

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed

_GROUP = "DBClusterParameterGroupName"


def _reset(exchange: Exchange) -> set[str]:
    """Names of the parameters of a group that were set once, and are no more."""
    store: dict[str, Any] = exchange.world.store("rds", exchange.region, "ResetClusterParameters")
    names: set[str] = store.setdefault(str(exchange.params[_GROUP]).lower(), set())
    return names


def _names(exchange: Exchange) -> set[str]:
    return {str(p["ParameterName"]) for p in exchange.params.get("Parameters") or []}


@registry.instead("rds", "ResetDBClusterParameterGroup")
def reset(exchange: Exchange) -> Document:
    _reset(exchange).update(_names(exchange))
    return {_GROUP: exchange.params[_GROUP]}


@registry.around("rds", "ModifyDBClusterParameterGroup")
def modify(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    _reset(exchange).difference_update(_names(exchange))
    return result


@registry.around("rds", "DescribeDBClusterParameters")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    gone = _reset(exchange)
    shown = [p for p in result.get("Parameters", []) if p["ParameterName"] not in gone]
    result["Parameters"] = shown
    return result


@registry.around("rds", "DeleteDBClusterParameterGroup")
def delete(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    _reset(exchange).clear()
    return result
