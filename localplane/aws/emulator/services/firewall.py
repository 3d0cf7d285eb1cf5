"""WAFv2: a web ACL that protects a distribution cannot be deleted."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.services.cloudfront import protected_by


@registry.around("wafv2", "DeleteWebACL")
def refuse_attached(exchange: Exchange, proceed: Proceed) -> Document:
    wanted = ("Name", "Scope", "Id")
    acl = exchange.moto("GetWebACL", {field: exchange.params[field] for field in wanted})
    if protected_by(exchange, acl["WebACL"]["ARN"]):
        raise AwsError(
            "WAFAssociatedItemException",
            "AWS WAF couldn't perform the operation because your resource is being used by "
            "another resource or it's associated with another resource.",
        )
    return proceed(exchange)
