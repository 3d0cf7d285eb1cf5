"""serve.py --port N: the AWS emulator, on loopback, until it is told to stop."""

import argparse
import signal
import sys
from types import FrameType

from emulator.server import serve


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    serve(arguments.port)
