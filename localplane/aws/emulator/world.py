"""What the emulator keeps per account beside moto's own state, so that tests run side by side."""

import threading
from typing import Any

from emulator.clock import Clock
from emulator.faults import Faults


class World:
    def __init__(self, account: str) -> None:
        self.account = account
        self.clock = Clock()
        self.faults = Faults()
        # calls that our own extensions take part in are executed one after the other
        self.lock = threading.RLock()


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
