"""One call of a client: who asks which service for what."""

import io
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from botocore.exceptions import UnknownServiceError
from moto.core.request import Request, determine_request_protocol
from moto.core.routing import NotFound, get_service_router
from moto.core.utils import get_service_model
from moto.iam.models import get_account_id_from

_SCOPE = re.compile(r"Credential=([^/]+)/\d{8}/([^/]*)/([^/]+)/aws4_request")
_ACCOUNT = re.compile(r"\d{12}")
_CBOR = re.compile(r"/service/[^/]+/operation/([A-Za-z0-9]+)$")

# signing names that are not the name of the service's model
_MODELS = {
    "elasticfilesystem": "efs",
    "es": "opensearch",
    "monitoring": "cloudwatch",
    "tagging": "resourcegroupstaggingapi",
    "elasticloadbalancing": "elbv2",
    "states": "stepfunctions",
    "eventbridge": "events",
}
# lists of SES that newer SDKs ask for elsewhere
_MOVED = {
    "/v2/email/configuration-sets": "/v2/email/list-configuration-sets",
    "/v2/email/identities": "/v2/email/list-identities",
}
# their operation is the parameter Action; the model of EC2 alone takes a second to read
_BY_ACTION = {"ec2", "sts", "iam", "autoscaling", "elbv2"}


@dataclass
class Call:
    """What is known of a request before it is executed."""

    environ: dict[str, Any]
    body: bytes
    account: str
    access_key: str
    region: str
    service: str
    operation: str
    protocol: str
    uri_params: dict[str, Any] = field(default_factory=dict)

    def request(self) -> Request:
        return Request(self.fresh_environ())

    def fresh_environ(self) -> dict[str, Any]:
        """The request again, with its body unread."""
        environ = dict(self.environ)
        environ["wsgi.input"] = io.BytesIO(self.body)
        environ["CONTENT_LENGTH"] = str(len(self.body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        environ["HTTP_X_MOTO_ACCOUNT_ID"] = self.account
        return environ


def read_body(environ: dict[str, Any]) -> bytes:
    length = environ.get("CONTENT_LENGTH")
    if length:
        return environ["wsgi.input"].read(int(length))
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    return b""


def account_of(access_key: str) -> str:
    """A key of twelve digits is the account; other keys are looked up among those that IAM made."""
    return access_key if _ACCOUNT.fullmatch(access_key) else get_account_id_from(access_key)


def _service(signing_name: str, path: str, form: dict[str, list[str]], target: str) -> str:
    if signing_name == "ses" and path.startswith("/v2/"):
        return "sesv2"
    if signing_name == "s3" and path.startswith("/v20180820/"):
        return "s3control"
    if signing_name == "dynamodb" and target.startswith("DynamoDBStreams"):
        return "dynamodbstreams"
    if signing_name == "elasticloadbalancing" and form.get("Version") == ["2012-06-01"]:
        return "elb"
    if signing_name == "es" and path.startswith("/2015-01-01/"):
        return "es"
    return _MODELS.get(signing_name, signing_name)


def _moved(
    environ: dict[str, Any], path: str, query: dict[str, list[str]]
) -> tuple[dict[str, Any], bytes]:
    """The same list where the model of today has it: what AWS still takes, moto would not know."""
    given: dict[str, Any] = {key: values[0] for key, values in query.items()}
    if "PageSize" in given:
        given["PageSize"] = int(given["PageSize"])
    moved = dict(environ) | {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "RAW_URI": path,
        "REQUEST_URI": path,
        "QUERY_STRING": "",
        "CONTENT_TYPE": "application/json",
    }
    return moved, json.dumps(given).encode()


def read_call(environ: dict[str, Any]) -> Call:
    body = read_body(environ)
    scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    query = parse_qs(environ.get("QUERY_STRING", ""))
    if scope is None and "X-Amz-Credential" in query:
        parts = query["X-Amz-Credential"][0].split("/")
        key, region, signing = (parts[0], parts[2], parts[3]) if len(parts) == 5 else ("", "", "s3")
    else:
        key, region, signing = scope.groups() if scope else ("", "us-east-1", "s3")
    form: dict[str, list[str]] = {}
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        form = parse_qs(body.decode("utf-8", "replace"))
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    path = environ.get("PATH_INFO", "")
    service = _service(signing.lower(), path, form, target)
    if service == "sesv2" and environ.get("REQUEST_METHOD") == "GET" and path in _MOVED:
        environ, body = _moved(environ, _MOVED[path], query)
    call = Call(environ, body, account_of(key), key, region, service, "", "query")
    action = form.get("Action") or query.get("Action")
    cbor = _CBOR.search(path)
    if cbor:
        call.operation, call.protocol = cbor.group(1), "cbor"
    elif action:
        call.operation = action[0]
        call.protocol = "ec2" if service == "ec2" else "query"
    elif target:
        call.operation, call.protocol = target.rsplit(".", 1)[-1], "json"
    elif service not in _BY_ACTION:
        _route(call)
    return call


def _route(call: Call) -> None:
    """REST: method and path say which operation it is."""
    try:
        request = call.request()
        call.protocol = determine_request_protocol(
            get_service_model(call.service), request.content_type
        )
        operation, call.uri_params = get_service_router(call.service).match(request)
        call.operation = str(operation.name)
    except (NotFound, NotImplementedError, UnknownServiceError):
        call.operation = call.environ.get("REQUEST_METHOD", "")
        if call.service != "s3" and "xml" not in call.environ.get("CONTENT_TYPE", ""):
            call.protocol = "rest-json"
