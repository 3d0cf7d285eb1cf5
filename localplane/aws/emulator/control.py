"""The emulator's own API, below /_emulator: the witness, faults, time."""

import json
from typing import Any
from urllib.parse import parse_qs

from emulator.faults import Rule
from emulator.witness import Witness
from emulator.world import World, Worlds

PREFIX = "/_emulator/"


class Control:
    def __init__(self, worlds: Worlds, witness: Witness) -> None:
        self._worlds = worlds
        self._witness = witness

    def __call__(self, environ: dict[str, Any], body: bytes) -> tuple[int, Any]:
        path = environ["PATH_INFO"][len(PREFIX) :].strip("/").split("/")
        method = environ["REQUEST_METHOD"]
        query = {k: v[0] for k, v in parse_qs(environ.get("QUERY_STRING", "")).items()}
        try:
            given = json.loads(body) if body else {}
            if len(path) == 3 and path[0] == "accounts":
                return self._account(method, path[1], path[2], given)
            return self._whole(method, path[0], query)
        except (ValueError, TypeError, KeyError) as e:
            return 400, {"error": f"{type(e).__name__}: {e}"}

    def _whole(self, method: str, what: str, query: dict[str, str]) -> tuple[int, Any]:
        account = query.get("account")
        if method == "GET" and what == "health":
            return 200, {"status": "ready"}
        if method == "GET" and what == "mark":
            return 200, {"mark": self._witness.mark()}
        if method == "GET" and what == "requests":
            return 200, self._witness.since(int(query.get("since", "0")), account)
        if method == "GET" and what == "counters":
            return 200, self._witness.counters(account)
        if method == "GET" and what == "unimplemented":
            return 200, self._witness.missing(account)
        return 404, {"error": f"{method} {what} is not known here"}

    def _account(self, method: str, account: str, what: str, given: Any) -> tuple[int, Any]:
        world = self._worlds.of(account)
        if method == "POST" and what == "reset":
            with world.lock:
                self._worlds.forget(account)
                self._witness.forget(account)
            return 200, {}
        if what == "faults":
            return self._faults(method, world, given)
        if what == "delays":
            if method == "POST":
                world.delays.set(given)
            return 200, world.delays.given()
        if what == "consistency":
            if method == "POST":
                world.not_found_seconds = float(given.get("notFoundSeconds", 0))
                world.tag_index_seconds = float(given.get("tagIndexSeconds", 0))
            return 200, {
                "notFoundSeconds": world.not_found_seconds,
                "tagIndexSeconds": world.tag_index_seconds,
            }
        if what == "clock":
            if method == "POST":
                world.clock.advance(float(given["advanceSeconds"]))
            return 200, {"now": world.clock.now()}
        return 404, {"error": f"{method} {what} is not known here"}

    def _faults(self, method: str, world: World, given: Any) -> tuple[int, Any]:
        if method == "POST":
            world.faults.add(Rule(**given))
        elif method == "DELETE":
            world.faults.clear()
        return 200, world.faults.rules()
