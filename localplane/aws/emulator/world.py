"""What the emulator keeps per account beside moto's own state, so that tests run side by side."""

import threading
from collections import defaultdict
from typing import Any

from emulator.clock import Clock
from emulator.delays import Delays
from emulator.faults import Faults
from emulator.life import Lives
from emulator.tagindex import TagIndex


class World:
    def __init__(self, account: str) -> None:
        self.account = account
        self.clock = Clock()
        self.faults = Faults()
        self.delays = Delays()
        self.lives = Lives()
        self.tags = TagIndex()
        # how long what was just made is not found, and how long tags are not in the index
        self.not_found_seconds = 0.0
        self.tag_index_seconds = 0.0
        # what our own implementations keep, by service, region and type
        self._stores: dict[tuple[str, str, str], dict[str, Any]] = defaultdict(dict)
        # calls that our own extensions take part in are executed one after the other
        self.lock = threading.RLock()

    def store(self, service: str, region: str, kind: str) -> dict[str, Any]:
        return self._stores[(service, region, kind)]

    def stores(self, service: str, kind: str) -> dict[str, dict[str, Any]]:
        """The stores of a type in all regions."""
        return {
            key[1]: store
            for key, store in list(self._stores.items())
            if (key[0], key[2]) == (service, kind)
        }


class Worlds:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worlds: dict[str, World] = {}

    def of(self, account: str) -> World:
        with self._lock:
            if account not in self._worlds:
                self._worlds[account] = World(account)
            return self._worlds[account]

    def forget(self, account: str) -> None:
        with self._lock:
            self._worlds.pop(account, None)
        _forget_in_moto(account)


def _forget_in_moto(account: str) -> None:
    from moto.core import base_backend

    with base_backend.backend_lock:
        backends: list[Any] = list(base_backend.BackendDict._instances)
    for backend in backends:
        mine = backend.pop(account, None)
        if mine is not None:
            # some keep what they own in places that all accounts share, such as names of buckets
            mine.reset()
