"""The HTTP server: loopback, one thread per connection, connections are kept."""

import logging
import os
import threading
from typing import Any

from werkzeug.serving import make_server

HOST = "127.0.0.1"


def _quiet() -> None:
    # one line per request is written by the request log already
    logging.getLogger("werkzeug").setLevel(logging.ERROR)


def new_server(port: int, quiet: bool = False) -> Any:
    """A server that listens and does not yet answer."""
    os.environ["MOTO_PORT"] = str(port)
    # imported late: moto reads its port while it is imported
    from moto.moto_server.werkzeug_app import MotoRequestHandler

    from emulator.front import Front

    class Handler(MotoRequestHandler):
        protocol_version = "HTTP/1.1"
        # headers and body are two writes; without this the second waits for an acknowledgement
        disable_nagle_algorithm = True
        wbufsize = 65536

        def handle_expect_100(self) -> bool:
            # without a flush the client waits for its time-out before it sends the body
            going_on = super().handle_expect_100()
            self.wfile.flush()
            return going_on

    _quiet()
    return make_server(HOST, port, Front(quiet), threaded=True, request_handler=Handler)


def serve(port: int) -> None:
    server = new_server(port)
    server.daemon_threads = True
    server.serve_forever()


class BackgroundServer:
    """For tests: a server on a free port, in this process."""

    def __init__(self, quiet: bool = False) -> None:
        self._server = new_server(0, quiet)
        self._server.daemon_threads = True
        self.endpoint = f"http://{HOST}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "BackgroundServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
