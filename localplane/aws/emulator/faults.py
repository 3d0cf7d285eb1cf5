"""What goes wrong on purpose."""

import random
import re
import threading
from dataclasses import dataclass, field
from typing import Any

ERROR, LOST_RESPONSE, UNREACHABLE, LATENCY = "error", "lost-response", "unreachable", "latency"
_KINDS = (ERROR, LOST_RESPONSE, UNREACHABLE, LATENCY)


@dataclass
class Rule:
    """Matches calls; each match uses it up by one, if it is counted.

    An error that quotes repeats what was sent, as AWS does with a value that it refuses.
    """

    kind: str
    service: str = ".*"
    operation: str = ".*"
    region: str = ".*"
    code: str = "InternalFailure"
    message: str = "injected by the test"
    status: int = 500
    seconds: float = 0.0
    times: int | None = None
    skip: int = 0
    probability: float = 1.0
    seed: int = 0
    quotes: bool = False
    hits: int = 0
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"kind {self.kind}: one of {', '.join(_KINDS)}")
        for pattern in (self.service, self.operation, self.region):
            re.compile(pattern)
        self._random = random.Random(self.seed)

    def applies(self, service: str, operation: str, region: str) -> bool:
        if self.times is not None and self.hits >= self.times:
            return False
        matches = (
            re.fullmatch(self.service, service)
            and re.fullmatch(self.operation, operation)
            and re.fullmatch(self.region, region)
        )
        if not matches:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self._random.random() >= self.probability:
            return False
        self.hits += 1
        return True

    def describe(self) -> dict[str, Any]:
        return {k: v for k, v in self.__dict__.items() if not k.startswith("_")}


class Faults:
    """The rules of one account, in the order in which they were made."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[Rule] = []

    def add(self, rule: Rule) -> None:
        with self._lock:
            self._rules.append(rule)

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def rules(self) -> list[dict[str, Any]]:
        with self._lock:
            return [rule.describe() for rule in self._rules]

    def take(self, service: str, operation: str, region: str) -> tuple[Rule | None, float]:
        """The first rule that applies and is no latency, and the sum of all latencies."""
        hit: Rule | None = None
        latency = 0.0
        with self._lock:
            for rule in self._rules:
                if rule.kind != LATENCY and hit is not None:
                    continue
                if rule.applies(service, operation, region):
                    if rule.kind == LATENCY:
                        latency += rule.seconds
                    else:
                        hit = rule
        return hit, latency
