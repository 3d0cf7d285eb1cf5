"""Resources that the emulator keeps by itself, where moto has none or too little of them."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING, Life

Tags = list[dict[str, str]]


@dataclass
class Item:
    document: Document
    life: Life

    def visible(self) -> Document:
        """As a client sees it: old values while a change goes on, nothing of our own notes."""
        now = copy.deepcopy(self.document) | self.life.shown
        return {k: v for k, v in now.items() if v is not None and not k.startswith("_")}


@dataclass(frozen=True)
class Shelf:
    """All resources of one kind: documents in the form of the API, with a life by the clock."""

    service: str
    kind: str
    not_found: str
    exists: str
    busy: str = "InvalidParameterValue"
    not_found_status: int = 404
    regional: bool = True
    takes_time: bool = True

    def _store(self, exchange: Exchange) -> dict[str, Item]:
        region = exchange.region if self.regional else "global"
        return exchange.world.store(self.service, region, self.kind)

    def _now(self, exchange: Exchange) -> float:
        return exchange.world.clock.now()

    def _delay(self, exchange: Exchange, phase: str) -> float:
        if not self.takes_time:
            return 0.0
        return exchange.world.delays.of(self.service, self.kind, phase)

    def find(self, exchange: Exchange, name: str) -> Item | None:
        store, now = self._store(exchange), self._now(exchange)
        item = store.get(name.lower())
        if item is None:
            return None
        if item.life.gone(now):
            del store[name.lower()]
            return None
        item.life.settle(now)
        return item

    def get(self, exchange: Exchange, name: str) -> Item:
        item = self.find(exchange, name)
        hidden = exchange.world.not_found_seconds
        if item is None or self._now(exchange) < item.life.born + hidden:
            raise AwsError(self.not_found, f"{self.kind} {name} not found", self.not_found_status)
        return item

    def all(self, exchange: Exchange) -> Iterator[Item]:
        hidden = exchange.world.not_found_seconds
        for name in list(self._store(exchange)):
            item = self.find(exchange, name)
            if item is not None and self._now(exchange) >= item.life.born + hidden:
                yield item

    def put(self, exchange: Exchange, name: str, document: Document) -> Item:
        if self.find(exchange, name) is not None:
            raise AwsError(self.exists, f"{self.kind} {name} already exists", 400)
        now = self._now(exchange)
        life = Life(born=now)
        if self.takes_time:
            life.enter(CREATING, now, self._delay(exchange, "create"))
        item = Item(document, life)
        self._store(exchange)[name.lower()] = item
        return item

    def available(self, exchange: Exchange, name: str) -> Item:
        """For writes: what is busy refuses them."""
        item = self.get(exchange, name)
        if item.life.state != AVAILABLE:
            raise AwsError(
                self.busy, f"{self.kind} {name} is not available, it is {item.life.state}", 400
            )
        return item

    def change(self, exchange: Exchange, item: Item, fields: Document) -> None:
        """Old values are shown until the change is done."""
        life, now = item.life, self._now(exchange)
        seconds = self._delay(exchange, "modify")
        life.shown = {k: copy.deepcopy(item.document.get(k)) for k in fields}
        life.pending = dict(fields)
        life.applied_at = now + seconds
        item.document.update(fields)
        life.enter(MODIFYING, now, seconds)

    def remove(self, exchange: Exchange, name: str) -> Item:
        item = self.available(exchange, name)
        seconds = self._delay(exchange, "delete")
        if seconds > 0:
            item.life.enter(DELETING, self._now(exchange), seconds)
        else:
            del self._store(exchange)[name.lower()]
        return item


def chosen(params: Document, *names: str) -> Document:
    return {name: params[name] for name in names if params.get(name) is not None}


def page(
    exchange: Exchange, entries: list[Any], limit_param: str, token_param: str, default: int = 100
) -> tuple[list[Any], str | None]:
    """One page of a list, and the token of the next."""
    limit = int(exchange.params.get(limit_param) or default)
    start = int(exchange.params.get(token_param) or 0)
    following = start + limit
    return entries[start:following], str(following) if following < len(entries) else None


def merge_tags(old: Tags, new: Tags) -> Tags:
    by_key = {tag["Key"]: tag["Value"] for tag in old} | {
        tag["Key"]: tag.get("Value", "") for tag in new
    }
    return [{"Key": key, "Value": value} for key, value in by_key.items()]


def without_tags(old: Tags, keys: list[str]) -> Tags:
    return [tag for tag in old if tag["Key"] not in keys]
