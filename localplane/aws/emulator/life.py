"""The life of one resource: what state it is in by the clock, and what moto does not remember."""

from dataclasses import dataclass, field
from typing import Any

CREATING, AVAILABLE, MODIFYING, DELETING = "creating", "available", "modifying", "deleting"


@dataclass
class Life:
    state: str = AVAILABLE
    until: float = 0.0
    born: float = 0.0
    # what was asked for and is shown, whatever moto answers; None takes a field away
    memory: dict[str, Any] = field(default_factory=dict)
    # changes under way or waiting for the maintenance window: what is shown until then
    pending: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)
    applied_at: float = 0.0
    # a deleted resource as it was: moto has forgotten it, clients still see it go
    ghost: dict[str, Any] | None = None

    def settle(self, now: float) -> None:
        if self.state in (CREATING, MODIFYING) and now >= self.until:
            self.state = AVAILABLE
        if self.pending and now >= self.applied_at:
            self.pending, self.shown = {}, {}

    def gone(self, now: float) -> bool:
        return self.state == DELETING and now >= self.until

    def enter(self, state: str, now: float, seconds: float) -> None:
        self.state = state
        self.until = now + seconds


class Lives:
    """All resources of an account by service, kind, region and name."""

    def __init__(self) -> None:
        self._lives: dict[tuple[str, str, str, str], Life] = {}

    def get(self, key: tuple[str, str, str, str], now: float) -> Life | None:
        life = self._lives.get(key)
        if life is None:
            return None
        if life.gone(now):
            del self._lives[key]
            return None
        life.settle(now)
        return life

    def put(self, key: tuple[str, str, str, str], life: Life) -> None:
        self._lives[key] = life

    def drop(self, key: tuple[str, str, str, str]) -> None:
        self._lives.pop(key, None)

    def of_kind(self, prefix: tuple[str, str, str], now: float) -> dict[str, Life]:
        keys = [key for key in self._lives if key[:3] == prefix]
        found = {key[3]: self.get(key, now) for key in keys}
        return {name: life for name, life in found.items() if life is not None}
