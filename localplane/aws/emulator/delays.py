"""How long things take, in seconds, per account."""

_DEFAULTS = {"create": 2.0, "modify": 1.0, "delete": 1.0, "window": 7 * 24 * 3600.0}


class Delays:
    """Keys from the narrowest to the widest: rds:DBInstance:create, rds:DBInstance, rds, default."""

    def __init__(self) -> None:
        self._given: dict[str, float] = {}

    def set(self, given: dict[str, float]) -> None:
        for key, seconds in given.items():
            if float(seconds) < 0:
                raise ValueError(f"{key}: a delay is not negative")
            self._given[key] = float(seconds)

    def given(self) -> dict[str, float]:
        return dict(self._given)

    def of(self, service: str, kind: str, phase: str) -> float:
        exact = f"{service}:{kind}:{phase}"
        if phase == "window":
            # the time until the next maintenance is no duration of the change itself
            return self._given.get(exact, _DEFAULTS[phase])
        for key in (exact, f"{service}:{kind}", service, "default"):
            if key in self._given:
                return self._given[key]
        return _DEFAULTS[phase]
