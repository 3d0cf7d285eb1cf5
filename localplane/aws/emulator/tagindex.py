"""The index of tags behind the tagging API: fed by the calls that set tags, late if a test wants."""

import re
from dataclasses import dataclass, field
from typing import Any

from emulator.exchange import Document, Exchange
from emulator.tagsources import CREATED, DELETED_BY, REMOVERS, SETTERS, arn_of_resource

Tags = dict[str, str]

# deletes what is part of something that has tags and stays
_OF_A_PART = re.compile(
    r"Delete(Bucket(?!Tagging).+|PublicAccessBlock|Object.*|BackupSelection|.*Vault(Access|Notif).*|"
    r"UserPool(Client|Domain)|(Role|Resource|Repository|Lifecycle|Retention|FileSystem)Policy|"
    r"LogStream|(Metric|Subscription)Filter|Item|Message)"
)


@dataclass
class Entry:
    """What was true of a resource from when on; None: it was gone."""

    versions: list[tuple[float, Tags | None]] = field(default_factory=list)

    def now(self) -> Tags | None:
        return self.versions[-1][1] if self.versions else None

    def seen(self, latest: float) -> Tags | None:
        found: Tags | None = None
        for since, tags in self.versions:
            if since <= latest:
                found = tags
        return found


class TagIndex:
    """All regions of an account, by ARN."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def put(self, arn: str, tags: Tags | None, now: float) -> None:
        self._entries.setdefault(arn, Entry()).versions.append((now, tags))

    def current(self, arn: str) -> Tags:
        entry = self._entries.get(arn)
        return dict((entry.now() if entry else None) or {})

    def seen(self, latest: float) -> dict[str, Tags]:
        found = {arn: entry.seen(latest) for arn, entry in self._entries.items()}
        return {arn: tags for arn, tags in found.items() if tags is not None}

    def ending(self, service: str, region: str, name: str) -> list[str]:
        end = re.compile(rf"[:/]{re.escape(name)}$")
        return [
            arn
            for arn, entry in self._entries.items()
            if entry.now() is not None
            and arn.split(":")[2] == service
            and arn.split(":")[3] in (region, "")
            and (arn == name or end.search(arn))
        ]


def pairs(given: Any) -> Tags:
    """Tags in each of the forms that services have."""
    if isinstance(given, dict):
        if "Items" in given or "TagSet" in given:
            return pairs(given.get("Items") or given.get("TagSet") or [])
        return {str(k): str(v) for k, v in given.items()}
    found: Tags = {}
    for tag in given or []:
        key = tag.get("Key") or tag.get("key") or tag.get("TagKey")
        value = tag.get("Value", tag.get("value", tag.get("TagValue", "")))
        found[str(key)] = str(value or "")
    return found


def at(document: Any, path: str) -> Any:
    for part in path.split("."):
        if not isinstance(document, dict):
            return None
        document = document.get(part)
    return document


def relevant(service: str, operation: str) -> bool:
    return (
        (service, operation) in CREATED
        or (service, operation) in SETTERS
        or (service, operation) in REMOVERS
        or (
            service in DELETED_BY
            and operation.startswith("Delete")
            and not _OF_A_PART.fullmatch(operation)
        )
    )


def observe(exchange: Exchange, result: Document) -> None:
    """Learns from a call that succeeded."""
    service, operation = exchange.call.service, exchange.operation
    index, now = exchange.world.tags, exchange.world.clock.now()
    key = (service, operation)
    if key in CREATED:
        where, param = CREATED[key]
        arn = where(exchange) if callable(where) else at(result, where)
        if arn:
            tags = pairs(at(exchange.params, param))
            index.put(str(arn), index.current(str(arn)) | tags, now)
    elif key in SETTERS:
        target, param, replaces = SETTERS[key]
        arn = arn_of_resource(exchange, target)
        old = {} if replaces else index.current(arn)
        index.put(arn, old | pairs(at(exchange.params, param)), now)
    elif key in REMOVERS:
        target, param = REMOVERS[key]
        arn = arn_of_resource(exchange, target)
        gone = at(exchange.params, param) or []
        if isinstance(gone, dict):
            gone = gone.get("Items") or []
        names = {g.get("Key") if isinstance(g, dict) else g for g in gone}
        kept = {k: v for k, v in index.current(arn).items() if k not in names}
        index.put(arn, kept, now)
    else:
        _forget(exchange, now)


def _forget(exchange: Exchange, now: float) -> None:
    service = DELETED_BY[exchange.call.service]
    for value in exchange.params.values():
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str) and name:
                name = name.rsplit("/", 1)[-1] if name.startswith("http") else name
                for arn in exchange.world.tags.ending(service, exchange.region, name):
                    exchange.world.tags.put(arn, None, now)
