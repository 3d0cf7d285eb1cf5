"""Errors in the form of the protocol that the client speaks."""

import json
from xml.sax.saxutils import escape

Response = tuple[int, list[tuple[str, str]], bytes]

REQUEST_ID = "emulator"


class AwsError(Exception):
    """An error as AWS answers it; never a failure of the emulator itself."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status


def _xml_error(error: AwsError) -> str:
    side = "Sender" if error.status < 500 else "Receiver"
    return (
        f"<Error><Type>{side}</Type><Code>{escape(error.code)}</Code>"
        f"<Message>{escape(error.message)}</Message></Error>"
    )


def error_response(protocol: str, service: str, error: AwsError) -> Response:
    if protocol in ("json", "rest-json"):
        body = json.dumps(
            {"__type": error.code, "message": error.message, "Message": error.message}
        )
        kind = "application/json" if protocol == "rest-json" else "application/x-amz-json-1.0"
        headers = [("x-amzn-ErrorType", error.code)]
    elif service == "s3":
        body = (
            f"<Error><Code>{escape(error.code)}</Code><Message>{escape(error.message)}</Message>"
            f"<RequestId>{REQUEST_ID}</RequestId></Error>"
        )
        kind, headers = "application/xml", []
    elif protocol == "ec2":
        body = (
            f"<Response><Errors>{_xml_error(error)}</Errors>"
            f"<RequestID>{REQUEST_ID}</RequestID></Response>"
        )
        kind, headers = "text/xml", []
    else:
        body = (
            f"<ErrorResponse>{_xml_error(error)}<RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
        )
        kind, headers = "text/xml", []
    encoded = body.encode()
    headers += [
        ("Content-Type", kind),
        ("Content-Length", str(len(encoded))),
        ("x-amzn-RequestId", REQUEST_ID),
    ]
    return error.status, headers, encoded
