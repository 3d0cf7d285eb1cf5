"""moto, called in this process."""

import sys
import traceback
from typing import Any

from botocore.model import OperationNotFoundError
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator.call import Call
from emulator.errors import AwsError, Response

NOT_IMPLEMENTED = "EmulatorNotImplemented"


class NotImplementedHere(AwsError):
    """The emulator lacks the call. A client error, so that no SDK repeats it."""

    def __init__(self, call: Call) -> None:
        super().__init__(
            NOT_IMPLEMENTED,
            f"the AWS emulator has no {call.service}:{call.operation}; "
            "add it to localplane/aws/emulator",
            status=400,
        )


class Moto:
    def __init__(self) -> None:
        self._app = DomainDispatcherApplication(create_backend_app)

    def execute(self, call: Call) -> Response:
        answer: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            answer["status"] = int(status.split(" ", 1)[0])
            answer["headers"] = headers

        try:
            body = b"".join(self._app(call.fresh_environ(), start_response))
        except (NotImplementedError, OperationNotFoundError) as e:
            raise NotImplementedHere(call) from e
        except Exception as e:  # a bug in moto or in an extension must not look like a bad day of AWS
            traceback.print_exc(file=sys.stdout)
            raise AwsError(
                "EmulatorFailure", f"{call.service}:{call.operation}: {type(e).__name__}: {e}"
            ) from e
        if answer["status"] in (404, 405) and body.lstrip()[:14].lower() == b"<!doctype html":
            raise NotImplementedHere(call)
        return answer["status"], answer["headers"], body
