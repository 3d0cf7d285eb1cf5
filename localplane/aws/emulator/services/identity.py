"""Cognito: protected pools stay, a domain of one's own takes time."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed


def _domains(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("cognito-idp", exchange.region, "Domain")


@registry.around("cognito-idp", "DeleteUserPool")
def delete_pool(exchange: Exchange, proceed: Proceed) -> Document:
    pool = exchange.params["UserPoolId"]
    found = exchange.moto("DescribeUserPool", {"UserPoolId": pool})["UserPool"]
    if found.get("DeletionProtection") == "ACTIVE":
        raise AwsError(
            "InvalidParameterException",
            "The user pool cannot be deleted because deletion protection is activated.",
        )
    if any(notes["pool"] == pool for notes in _domains(exchange).values()):
        raise AwsError(
            "InvalidParameterException",
            "User pool cannot be deleted. It has a domain configured that should be deleted first.",
        )
    return proceed(exchange)


@registry.around("cognito-idp", "CreateUserPoolDomain", "UpdateUserPoolDomain")
def create_domain(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    custom = exchange.params.get("CustomDomainConfig")
    world = exchange.world
    # a prefix of Amazon's domain is there at once, a domain of one's own is a distribution
    seconds = world.delays.of("cognito-idp", "Domain", "create") if custom else 0.0
    _domains(exchange)[exchange.params["Domain"]] = {
        "pool": exchange.params["UserPoolId"],
        "custom": custom,
        "ready": world.clock.now() + seconds,
    }
    return result


@registry.around("cognito-idp", "DescribeUserPoolDomain")
def describe_domain(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    notes = _domains(exchange).get(exchange.params["Domain"])
    description = result.get("DomainDescription")
    if notes is not None and description:
        description["AWSAccountId"] = exchange.call.account
        active = exchange.world.clock.now() >= notes["ready"]
        description["Status"] = "ACTIVE" if active else "CREATING"
        if notes["custom"]:
            description["CustomDomainConfig"] = notes["custom"]
    return result


@registry.around("cognito-idp", "DeleteUserPoolDomain")
def delete_domain(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    _domains(exchange).pop(exchange.params["Domain"], None)
    return result
