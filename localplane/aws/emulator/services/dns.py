"""Route 53 and ACM: changes spread in time, certificates are issued when their records exist."""

import copy
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed


def record_exists(account: str, name: str, kind: str, value: str) -> bool:
    """Whether a hosted zone of the account has the record."""
    from moto.route53.models import route53_backends

    wanted = name.rstrip(".").lower()
    for zone in route53_backends[account]["aws"].zones.values():
        for record in zone.rrsets:
            same = record.name.rstrip(".").lower() == wanted and record.type == kind
            values = [str(r.get("Value", r) if isinstance(r, dict) else r) for r in record.records]
            if same and value.rstrip(".") in [v.rstrip(".") for v in values]:
                return True
    return False


# --- Route 53


def _checked_changes(exchange: Exchange) -> Document:
    """moto takes any later record for the one of the name, once that was made before."""
    from moto.route53.models import route53_backends

    zones = route53_backends[exchange.world.account]["aws"].zones
    zone = zones.get(str(exchange.params["HostedZoneId"]).rsplit("/", 1)[-1])
    there = {(r.name.rstrip("."), r.type, r.set_identifier) for r in zone.rrsets} if zone else set()
    params = copy.deepcopy(exchange.params)
    for one in params["ChangeBatch"]["Changes"]:
        if one["Action"] != "CREATE":
            continue
        record = one["ResourceRecordSet"]
        name, kind = record["Name"].rstrip("."), record["Type"]
        if (name, kind, record.get("SetIdentifier")) in there:
            raise AwsError(
                "InvalidChangeBatch",
                f"Tried to create resource record set [name='{name}.', type='{kind}'] "
                "but it already exists",
                400,
            )
        one["Action"] = "UPSERT"
    return params


@registry.around("route53", "ChangeResourceRecordSets")
def change(exchange: Exchange, proceed: Proceed) -> Document:
    result = exchange.moto(exchange.operation, _checked_changes(exchange))
    world = exchange.world
    ready = world.clock.now() + world.delays.of("route53", "Change", "create")
    changes = world.store("route53", "global", "Change")
    # moto gives all changes one id
    name = f"CEMULATOR{len(changes) + 1:06}"
    changes[name] = ready
    result["ChangeInfo"] |= {"Id": f"/change/{name}", "Status": "PENDING"}
    return result


@registry.around("route53", "GetChange")
def get_change(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    name = str(exchange.params["Id"]).rsplit("/", 1)[-1]
    ready = exchange.world.store("route53", "global", "Change").get(name)
    if ready is None:
        raise AwsError("NoSuchChange", f"Could not find resource with ID: {name}", 404)
    pending = exchange.world.clock.now() < ready
    result["ChangeInfo"] |= {
        "Id": f"/change/{name}",
        "Status": "PENDING" if pending else "INSYNC",
    }
    return result


@registry.around("route53", "CreateHealthCheck")
def create_check(exchange: Exchange, proceed: Proceed) -> Document:
    """The same reference is the same health check, or a refusal if something else is asked for."""
    known = exchange.world.store("route53", "global", "CallerReference")
    reference = exchange.params["CallerReference"]
    before = known.get(reference)
    if before is not None:
        if before["config"] != exchange.params["HealthCheckConfig"]:
            raise AwsError(
                "HealthCheckAlreadyExists", f"{reference} is used by another health check", 409
            )
        found = exchange.moto("ListHealthChecks", {})["HealthChecks"]
        for check in found:
            if check["Id"] == before["id"]:
                url = f"https://route53.amazonaws.com/2013-04-01/healthcheck/{check['Id']}"
                return {"HealthCheck": _checked(exchange, check), "Location": url}
    result = proceed(exchange)
    known[reference] = {
        "id": result["HealthCheck"]["Id"],
        "config": copy.deepcopy(exchange.params["HealthCheckConfig"]),
    }
    return result


def _checks(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("route53", "global", "UpdatedCheck")


def _checked(exchange: Exchange, check: Document) -> Document:
    updated = _checks(exchange).get(check["Id"])
    if updated is not None:
        check["HealthCheckConfig"] |= updated["config"]
        check["HealthCheckVersion"] = updated["version"]
    return check


@registry.around("route53", "UpdateHealthCheck")
def update_check(exchange: Exchange, proceed: Proceed) -> Document:
    params = dict(exchange.params)
    name = params.pop("HealthCheckId")
    before = exchange.moto("GetHealthCheck", {"HealthCheckId": name})["HealthCheck"]
    before = _checked(exchange, before)
    version = params.pop("HealthCheckVersion", before["HealthCheckVersion"])
    if int(version) != int(before["HealthCheckVersion"]):
        raise AwsError("HealthCheckVersionMismatch", "The health check has another version", 409)
    for field in params.pop("ResetElements", None) or []:
        before["HealthCheckConfig"].pop(field, None)
    _checks(exchange)[name] = {
        "config": before["HealthCheckConfig"] | params,
        "version": int(before["HealthCheckVersion"]) + 1,
    }
    return {"HealthCheck": _checked(exchange, before)}


@registry.around("route53", "GetHealthCheck", "ListHealthChecks")
def read_checks(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    found: list[Any] = result.get("HealthChecks") or []
    for check in found + ([result["HealthCheck"]] if "HealthCheck" in result else []):
        _checked(exchange, check)
    return result


# --- ACM


def _certificates(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("acm", exchange.region, "Certificate")


@registry.around("acm", "RequestCertificate")
def request(exchange: Exchange, proceed: Proceed) -> Document:
    _forget_deleted(exchange)
    result = proceed(exchange)
    _certificates(exchange).setdefault(
        result["CertificateArn"], {"algorithm": exchange.params.get("KeyAlgorithm", "RSA_2048")}
    )
    return result


def _forget_deleted(exchange: Exchange) -> None:
    """moto fails when the token of a request was used for a certificate that is gone."""
    from moto.acm.models import acm_backends

    backend = acm_backends[exchange.world.account][exchange.region]
    token = exchange.params.get("IdempotencyToken")
    known = backend._idempotency_tokens.get(token)
    if known is not None and known["arn"] not in backend._certificates:
        del backend._idempotency_tokens[token]


def _validated(exchange: Exchange, certificate: Document) -> Document:
    notes = _certificates(exchange).get(certificate["CertificateArn"])
    if notes is None:
        return certificate  # imported
    world = exchange.world
    certificate["KeyAlgorithm"] = notes["algorithm"]
    options = certificate.get("DomainValidationOptions") or []
    waiting = False
    for option in options:
        record = option.get("ResourceRecord")
        done = record is not None and record_exists(
            world.account, record["Name"], record["Type"], record["Value"]
        )
        option["ValidationStatus"] = "SUCCESS" if done or "issued" in notes else "PENDING_VALIDATION"
        waiting = waiting or not done
    if not waiting and "issued" not in notes:
        notes["issued"] = world.clock.now() + world.delays.of("acm", "Certificate", "create")
    if "issued" in notes and world.clock.now() >= notes["issued"]:
        certificate["Status"] = "ISSUED"
        certificate["RenewalEligibility"] = "ELIGIBLE" if certificate["InUseBy"] else "INELIGIBLE"
        return certificate
    certificate["Status"] = "PENDING_VALIDATION"
    for field in ("IssuedAt", "NotBefore", "NotAfter", "Serial"):
        certificate.pop(field, None)
    return certificate


@registry.around("acm", "DescribeCertificate")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    return {"Certificate": _validated(exchange, result["Certificate"])}


@registry.around("acm", "ListCertificates")
def list_certificates(exchange: Exchange, proceed: Proceed) -> Document:
    wanted = exchange.params.get("CertificateStatuses")
    passed = {k: v for k, v in exchange.params.items() if k != "CertificateStatuses"}
    result = exchange.moto("ListCertificates", passed)
    entries = []
    for entry in result.get("CertificateSummaryList") or []:
        arn = entry["CertificateArn"]
        full = exchange.moto("DescribeCertificate", {"CertificateArn": arn})["Certificate"]
        entry["Status"] = _validated(exchange, full)["Status"]
        if not wanted or entry["Status"] in wanted:
            entries.append(entry)
    return result | {"CertificateSummaryList": entries}
