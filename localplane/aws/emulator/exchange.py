"""A call as two dictionaries with the names of the API, by AWS' own service models."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from botocore import parsers, serialize
from moto.core.model import OperationModel
from moto.core.parse import PROTOCOL_PARSERS, RequestParserError
from moto.core.request import determine_request_protocol
from moto.core.serialize import get_serializer_class
from moto.core.utils import get_service_model
from requests.structures import CaseInsensitiveDict

from emulator.backend import Moto
from emulator.call import Call
from emulator.errors import AwsError, Response

if TYPE_CHECKING:
    from emulator.world import World

Document = dict[str, Any]


class MotoError(AwsError):
    """An error that moto answered; kept as it is, for whoever does not handle it."""

    def __init__(self, code: str, message: str, response: Response) -> None:
        super().__init__(code, message, response[0])
        self.response = response


@lru_cache(maxsize=None)
def operation_model(service: str, operation: str) -> OperationModel:
    return get_service_model(service).operation_model(operation)


def _parse_request(call: Call, model: OperationModel) -> Document:
    request = call.request()
    protocol = determine_request_protocol(model.service_model, request.content_type)
    parser = PROTOCOL_PARSERS[protocol](model)
    document = {
        "method": request.method,
        "values": request.values,
        "headers": request.headers,
        "body": request.data,
        "url_path": request.path,
        "url_params": call.uri_params,
    }
    try:
        parsed = parser.parse(document)
    except (RequestParserError, ValueError) as e:
        code = "MalformedXML" if protocol == "rest-xml" else "SerializationException"
        raise AwsError(code, str(e)) from e
    return {key: value for key, value in dict(parsed).items() if value is not None}


def own_protocol(model: OperationModel) -> str:
    """What the emulator speaks with moto where the client has not chosen: not CBOR."""
    service = model.service_model
    offered = service.metadata.get("protocols") or [service.metadata["protocol"]]
    return next(p for p in offered if p in PROTOCOL_PARSERS)


def parse_response(response: Response, model: OperationModel, protocol: str) -> Document:
    status, headers, body = response
    parser = parsers.create_parser(protocol)
    parsed = parser.parse(
        {"status_code": status, "headers": CaseInsensitiveDict(headers), "body": body},
        model.output_shape,
    )
    if status >= 400:
        error = parsed.get("Error", {})
        raise MotoError(str(error.get("Code", "")), str(error.get("Message", "")), response)
    parsed.pop("ResponseMetadata", None)
    return parsed


def write_response(result: Document, model: OperationModel, protocol: str) -> Response:
    serializer = get_serializer_class(model.service_model.service_name, protocol)
    answer = serializer(operation_model=model).serialize(result)
    body = answer["body"]
    encoded = body if isinstance(body, bytes) else body.encode()
    headers = {str(k): str(v) for k, v in answer["headers"].items()}
    headers.setdefault("Content-Type", "text/xml")
    headers["Content-Length"] = str(len(encoded))
    headers["x-amzn-RequestId"] = "emulator"
    return answer["status_code"], list(headers.items()), encoded


def _write_request(call: Call, operation: str, params: Document) -> Call:
    """The same caller asks for something else."""
    model = operation_model(call.service, operation)
    protocol = own_protocol(model)
    request = serialize.create_serializer(protocol, False).serialize_to_request(params, model)
    body = request["body"]
    if isinstance(body, dict):
        body = urlencode(body)
    encoded = body.encode() if isinstance(body, str) else bytes(body or b"")
    query = request["query_string"]
    environ = dict(call.environ)
    for name in ("HTTP_X_AMZ_TARGET", "CONTENT_TYPE"):
        environ.pop(name, None)
    for name, value in request["headers"].items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    path = request["url_path"]
    path, _, fixed = path.partition("?")
    text = urlencode(query, doseq=True) if isinstance(query, dict) else str(query or "")
    environ["REQUEST_METHOD"] = request["method"]
    environ["PATH_INFO"] = path
    environ["QUERY_STRING"] = "&".join(part for part in (fixed, text) if part)
    environ["RAW_URI"] = environ["REQUEST_URI"] = quote(path) + (
        "?" + environ["QUERY_STRING"] if environ["QUERY_STRING"] else ""
    )
    made = copy.copy(call)
    made.environ, made.body, made.operation = environ, encoded, operation
    return made


class Exchange:
    """One call that extensions take part in."""

    def __init__(self, call: Call, world: World, moto: Moto) -> None:
        self.call = call
        self.world = world
        self._moto = moto
        self.model = operation_model(call.service, call.operation)
        self.params = _parse_request(call, self.model)
        self._raw: tuple[Document, Response] | None = None

    @property
    def operation(self) -> str:
        return self.call.operation

    @property
    def region(self) -> str:
        return self.call.region

    def in_region(self, region: str) -> "Exchange":
        """The same caller in another region, for what reaches over regions."""
        other = copy.copy(self)
        other.call = copy.copy(self.call)
        other.call.environ = dict(self.call.environ)
        authorization = other.call.environ["HTTP_AUTHORIZATION"]
        other.call.environ["HTTP_AUTHORIZATION"] = authorization.replace(
            f"/{self.region}/", f"/{region}/", 1
        )
        other.call.environ["HTTP_USER_AGENT"] = "emulator"
        other.call.region = region
        return other

    def moto(self, operation: str, params: Document) -> Document:
        """Asks moto for something else than the client did."""
        made = _write_request(self.call, operation, params)
        model = operation_model(self.call.service, operation)
        return parse_response(self._moto.execute(made), model, own_protocol(model))

    def proceed(self) -> Document:
        """What moto answers to this very call."""
        response = self._moto.execute(self.call)
        result = parse_response(response, self.model, self._protocol())
        self._raw = (copy.deepcopy(result), response)
        return result

    def respond(self, result: Document | None) -> Response:
        result = result or {}
        if self._raw is not None and self._raw[0] == result:
            return self._raw[1]  # nobody changed it
        return write_response(result, self.model, self._protocol())

    def _protocol(self) -> str:
        content_type = self.call.environ.get("CONTENT_TYPE", "")
        return determine_request_protocol(self.model.service_model, content_type)


Proceed = Callable[[Exchange], Document]
Handler = Callable[[Exchange, Proceed], "Document | None"]
