"""The WSGI application: who asks, what goes wrong on purpose, execution, witness."""

import json
import re
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote_plus

from emulator.backend import Moto, NotImplementedHere
from emulator.call import Call, read_body, read_call
from emulator.control import PREFIX, Control
from emulator.errors import AwsError, Response, error_response
from emulator.exchange import Exchange, MotoError
from emulator.faults import ERROR, LOST_RESPONSE, UNREACHABLE
from emulator.fresh import concerned, refuse, remember
from emulator.registry import chain
from emulator.services import install
from emulator.tagindex import observe, relevant
from emulator.witness import Witness
from emulator.world import World, Worlds

_XML_CODE = re.compile(rb"<Code>([^<]+)</Code>")


class Front:
    def __init__(self, quiet: bool = False) -> None:
        install()
        self._worlds = Worlds()
        self._witness = Witness(None if quiet else sys.stdout)
        self._moto = Moto()
        self._control = Control(self._worlds, self._witness)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith(PREFIX):
            status, document = self._control(environ, read_body(environ))
            body = json.dumps(document).encode()
            headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
            start_response(f"{status} {status}", headers)
            return [body]
        status, headers, body = self._serve(read_call(environ))
        start_response(f"{status} {status}", headers)
        return [body]

    def _serve(self, call: Call) -> Response:
        started = time.monotonic()
        world = self._worlds.of(call.account)
        fault, latency = world.faults.take(call.service, call.operation, call.region)
        if latency:
            time.sleep(latency)
        if fault and fault.kind == UNREACHABLE:
            self._witness.add(call, 0, UNREACHABLE, True, time.monotonic() - started)
            _drop(call)
        if fault and fault.kind == ERROR:
            message = f"{fault.message}: {_sent(call)}" if fault.quotes else fault.message
            error = AwsError(fault.code, message, fault.status)
            self._witness.add(call, error.status, error.code, True, time.monotonic() - started)
            return error_response(call.protocol, call.service, error)
        status, headers, body = self._execute(call, world)
        lost = fault is not None and fault.kind == LOST_RESPONSE
        self._witness.add(
            call, status, error_code(status, headers, body), lost, time.monotonic() - started
        )
        if lost:
            _drop(call)
        return status, headers, body

    def _execute(self, call: Call, world: World) -> Response:
        try:
            handlers = chain(call.service, call.operation)
            tagging = relevant(call.service, call.operation)
            late = world.not_found_seconds > 0 and concerned(call.service, call.operation)
            if handlers is None and not tagging and not late:
                return self._moto.execute(call)
            with world.lock:
                exchange = Exchange(call, world, self._moto)
                if late:
                    refuse(exchange)
                result = handlers(exchange) if handlers else exchange.proceed()
                if tagging:
                    observe(exchange, result)
                if late:
                    remember(exchange, result)
                return exchange.respond(result)
        except MotoError as error:
            return error.response
        except AwsError as error:
            if isinstance(error, NotImplementedHere):
                self._witness.unimplemented(call)
            return error_response(call.protocol, call.service, error)
        except Exception as e:  # a bug in an extension must not look like a bad day of AWS
            traceback.print_exc(file=sys.stdout)
            failure = AwsError("EmulatorFailure", f"{type(e).__name__}: {e}")
            return error_response(call.protocol, call.service, failure)


def error_code(status: int, headers: list[tuple[str, str]], body: bytes) -> str:
    if status < 400:
        return ""
    for name, value in headers:
        if name.lower() == "x-amzn-errortype":
            return value.split(":")[0].split("#")[-1]
    found = _XML_CODE.search(body)
    if found:
        return found.group(1).decode()
    try:
        document = json.loads(body)
        return str(document.get("__type") or document.get("code") or "").split("#")[-1]
    except (ValueError, AttributeError):
        return ""


def _sent(call: Call) -> str:
    return unquote_plus(call.body.decode("utf-8", "replace"))


def _drop(call: Call) -> None:
    """Ends the connection without an answer, as a broken network does."""
    connection = call.environ["werkzeug.socket"]
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the client was faster
    raise ConnectionAbortedError("dropped on purpose")
