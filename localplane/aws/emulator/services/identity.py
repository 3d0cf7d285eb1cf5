"""Cognito: what is not sent goes back to a default, protected pools stay, domains are unique."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed

_INVALID = "InvalidParameterException"

# what is set when a pool is made, and never after
_FIXED = ("UsernameAttributes", "AliasAttributes", "UsernameConfiguration")

# what a change of a client sets that does not say otherwise
_CLIENT: Document = {
    "ExplicitAuthFlows": [],
    "CallbackURLs": [],
    "LogoutURLs": [],
    "SupportedIdentityProviders": [],
    "AllowedOAuthFlows": [],
    "AllowedOAuthScopes": [],
    "AllowedOAuthFlowsUserPoolClient": False,
    "EnableTokenRevocation": True,
    "PreventUserExistenceErrors": "LEGACY",
    "RefreshTokenValidity": 30,
    "ReadAttributes": [],
    "WriteAttributes": [],
}


def _domains(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("cognito-idp", exchange.region, "Domain")


def _pools(exchange: Exchange) -> dict[str, Document]:
    return exchange.world.store("cognito-idp", exchange.region, "UserPool")


# --- user pools


@registry.around("cognito-idp", "CreateUserPool")
def create_pool(exchange: Exchange, proceed: Proceed) -> Document:
    given = exchange.params
    if given.get("MfaConfiguration", "OFF") != "OFF" and not given.get("SmsConfiguration"):
        raise AwsError(
            _INVALID,
            "SMS configuration and Auto verification for phone_number are required when MFA is "
            "required/optional",
        )
    result = proceed(exchange)
    _pools(exchange)[result["UserPool"]["Id"]] = {
        "tags": dict(given.get("UserPoolTags") or {}),
        "fixed": {name: given[name] for name in _FIXED if name in given},
    }
    return result


@registry.around("cognito-idp", "UpdateUserPool")
def update_pool(exchange: Exchange, proceed: Proceed) -> Document:
    given = exchange.params
    pool = given["UserPoolId"]
    policy = (given.get("Policies") or {}).get("PasswordPolicy") or {}
    invited = given.get("AdminCreateUserConfig") or {}
    if "UnusedAccountValidityDays" in invited and "TemporaryPasswordValidityDays" in policy:
        raise AwsError(
            _INVALID,
            "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of "
            "UnusedAccountValidityDays",
        )
    factors = exchange.moto("GetUserPoolMfaConfig", {"UserPoolId": pool})
    result = proceed(exchange)
    factors = {k: v for k, v in factors.items() if v is not None}
    factors |= {"UserPoolId": pool, "MfaConfiguration": given.get("MfaConfiguration", "OFF")}
    exchange.moto("SetUserPoolMfaConfig", factors)
    _pools(exchange)[pool]["tags"] = dict(given.get("UserPoolTags") or {})
    return result


@registry.around("cognito-idp", "DescribeUserPool")
def describe_pool(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    pool = result["UserPool"]
    notes = _pools(exchange)[pool["Id"]]
    pool |= notes["fixed"]
    pool["UserPoolTags"] = dict(notes["tags"])
    days = pool["Policies"]["PasswordPolicy"].get("TemporaryPasswordValidityDays")
    if days is not None:  # the older name of the same is shown as well
        pool.setdefault("AdminCreateUserConfig", {})["UnusedAccountValidityDays"] = days
    return result


@registry.instead("cognito-idp", "ListTagsForResource", "TagResource", "UntagResource")
def tags(exchange: Exchange) -> Document:
    pool = exchange.params["ResourceArn"].rsplit("/", 1)[-1]
    if pool not in _pools(exchange):
        raise AwsError("ResourceNotFoundException", f"User pool {pool} does not exist.")
    known = _pools(exchange)[pool]["tags"]
    if exchange.operation == "TagResource":
        known.update(exchange.params["Tags"])
    elif exchange.operation == "UntagResource":
        for key in exchange.params["TagKeys"]:
            known.pop(key, None)
    else:
        return {"Tags": known}
    return {}


@registry.around("cognito-idp", "DeleteUserPool")
def delete_pool(exchange: Exchange, proceed: Proceed) -> Document:
    pool = exchange.params["UserPoolId"]
    found = exchange.moto("DescribeUserPool", {"UserPoolId": pool})["UserPool"]
    if found.get("DeletionProtection") == "ACTIVE":
        raise AwsError(
            _INVALID,
            "The user pool cannot be deleted because deletion protection is activated.",
        )
    if any(notes["pool"] == pool for notes in _domains(exchange).values()):
        raise AwsError(
            _INVALID,
            "User pool cannot be deleted. It has a domain configured that should be deleted first.",
        )
    result = proceed(exchange)
    _pools(exchange).pop(pool, None)
    return result


# --- clients


@registry.around("cognito-idp", "UpdateUserPoolClient")
def update_client(exchange: Exchange, proceed: Proceed) -> Document:
    named = {name: exchange.params[name] for name in ("UserPoolId", "ClientId")}
    exchange.moto("UpdateUserPoolClient", named | _CLIENT)
    return proceed(exchange)


# --- domains


@registry.around("cognito-idp", "CreateUserPoolDomain", "UpdateUserPoolDomain")
def create_domain(exchange: Exchange, proceed: Proceed) -> Document:
    name, pool = exchange.params["Domain"], exchange.params["UserPoolId"]
    if exchange.operation.startswith("Create"):
        if name in _domains(exchange):
            raise AwsError(_INVALID, "Domain already exists.")
        if any(notes["pool"] == pool for notes in _domains(exchange).values()):
            raise AwsError(_INVALID, "User pool already has a domain configured.")
    if any(word in name for word in ("aws", "amazon", "cognito")):
        raise AwsError(_INVALID, "Domain cannot contain reserved word: cognito")
    result = proceed(exchange)
    custom = exchange.params.get("CustomDomainConfig")
    world = exchange.world
    # a prefix of Amazon's domain is there at once, a domain of one's own is a distribution
    seconds = world.delays.of("cognito-idp", "Domain", "create") if custom else 0.0
    _domains(exchange)[name] = {
        "pool": pool,
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
