"""Parameters that are set back to what their family says, which moto cannot."""

from typing import Any

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed

# of single servers and of clusters: the same calls under two names
_GROUPS = ("DBParameterGroupName", "DBClusterParameterGroupName")


def _group(exchange: Exchange) -> str:
    return next(group for group in _GROUPS if group in exchange.params)


def _reset(exchange: Exchange) -> set[str]:
    """Names of the parameters of a group that were set once, and are no more."""
    group = _group(exchange)
    store: dict[str, Any] = exchange.world.store("rds", exchange.region, f"Reset{group}")
    names: set[str] = store.setdefault(str(exchange.params[group]).lower(), set())
    return names


def _names(exchange: Exchange) -> set[str]:
    return {str(p["ParameterName"]) for p in exchange.params.get("Parameters") or []}


@registry.instead("rds", "ResetDBParameterGroup", "ResetDBClusterParameterGroup")
def reset(exchange: Exchange) -> Document:
    _reset(exchange).update(_names(exchange))
    group = _group(exchange)
    return {group: exchange.params[group]}


@registry.around("rds", "ModifyDBParameterGroup", "ModifyDBClusterParameterGroup")
def modify(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    _reset(exchange).difference_update(_names(exchange))
    return result


@registry.around("rds", "DescribeDBParameters", "DescribeDBClusterParameters")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    gone = _reset(exchange)
    shown = [p for p in result.get("Parameters", []) if p["ParameterName"] not in gone]
    result["Parameters"] = shown
    return result


@registry.around("rds", "DeleteDBParameterGroup", "DeleteDBClusterParameterGroup")
def delete(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    _reset(exchange).clear()
    return result
