"""Which extension takes part in which call."""

from collections.abc import Callable
from typing import Any

from emulator.exchange import Document, Exchange, Handler, Proceed

ALL = "*"
_handlers: dict[tuple[str, str], list[Handler]] = {}


def around(service: str, *operations: str) -> Callable[[Handler], Handler]:
    """A handler gets the call and what is inside it: other handlers, and moto in the end."""

    def register(handler: Handler) -> Handler:
        for operation in operations or (ALL,):
            _handlers.setdefault((service, operation), []).append(handler)
        return handler

    return register


def instead(service: str, *operations: str) -> Callable[[Any], Any]:
    """A handler that moto is not asked after."""

    def register(handler: Callable[[Exchange], Document | None]) -> Any:
        around(service, *operations)(lambda exchange, _: handler(exchange))
        return handler

    return register


def chain(service: str, operation: str) -> Proceed | None:
    """The handlers of a call, from the outermost to moto; None if moto alone answers."""
    handlers = _handlers.get((service, ALL), []) + _handlers.get((service, operation), [])
    if not handlers:
        return None

    def call(index: int, exchange: Exchange) -> Document:
        if index == len(handlers):
            return exchange.proceed()
        return handlers[index](exchange, lambda inner: call(index + 1, inner)) or {}

    return lambda exchange: call(0, exchange)
