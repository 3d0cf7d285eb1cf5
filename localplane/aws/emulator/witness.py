"""What was asked of the emulator, by whom, and how it was answered."""

import json
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, TextIO

_KEPT = 200_000


@dataclass(frozen=True)
class Entry:
    id: int
    at: float
    account: str
    region: str
    service: str
    operation: str
    status: int
    error: str
    injected: bool
    millis: int


class Witness:
    """Requests of all accounts in the order of their answers."""

    def __init__(self, lines: TextIO | None) -> None:
        self._lines = lines
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._next = 1
        self._unimplemented: dict[tuple[str, str], Counter[str]] = {}

    def add(
        self,
        call: Any,
        status: int,
        error: str = "",
        injected: bool = False,
        seconds: float = 0.0,
    ) -> None:
        with self._lock:
            entry = Entry(
                self._next,
                time.time(),
                call.account,
                call.region,
                call.service,
                call.operation,
                status,
                error,
                injected,
                round(seconds * 1000),
            )
            self._next += 1
            self._entries.append(entry)
            if len(self._entries) > _KEPT:
                del self._entries[: _KEPT // 10]
        if self._lines is not None:
            self._lines.write(json.dumps(asdict(entry)) + "\n")
            self._lines.flush()

    def unimplemented(self, call: Any) -> None:
        with self._lock:
            seen = self._unimplemented.setdefault((call.service, call.operation), Counter())
            seen[call.account] += 1

    def mark(self) -> int:
        """Entries that are added from now on have a greater id."""
        with self._lock:
            return self._next - 1

    def since(self, mark: int, account: str | None) -> list[dict[str, Any]]:
        with self._lock:
            return [
                asdict(e)
                for e in self._entries
                if e.id > mark and (account is None or e.account == account)
            ]

    def counters(self, account: str | None) -> list[dict[str, Any]]:
        with self._lock:
            counts = Counter(
                (e.service, e.operation, e.region)
                for e in self._entries
                if account is None or e.account == account
            )
        return [
            {"service": service, "operation": operation, "region": region, "count": count}
            for (service, operation, region), count in sorted(counts.items())
        ]

    def missing(self, account: str | None) -> list[dict[str, Any]]:
        with self._lock:
            rows = []
            for (service, operation), seen in sorted(self._unimplemented.items()):
                count = sum(seen.values()) if account is None else seen[account]
                if count:
                    rows.append({"service": service, "operation": operation, "count": count})
            return rows

    def forget(self, account: str) -> None:
        """Removes what an account asked; marks stay valid."""
        with self._lock:
            self._entries = [e for e in self._entries if e.account != account]
            for seen in self._unimplemented.values():
                seen.pop(account, None)
