"""Time that a test can move."""

import time
from datetime import datetime, timezone


class Clock:
    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("a clock does not go back")
        self._ahead += seconds

    def timestamp(self) -> datetime:
        return datetime.fromtimestamp(self.now(), timezone.utc)
