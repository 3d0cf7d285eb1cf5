"""Single calls of services that moto otherwise has."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed

# --- Application Auto Scaling: tags of scalable targets


@registry.around("application-autoscaling", "RegisterScalableTarget")
def register(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    known = exchange.world.store("application-autoscaling", exchange.region, "Tags")
    arn = str(result["ScalableTargetARN"])
    known.setdefault(arn, {}).update(exchange.params.get("Tags") or {})
    return result


@registry.instead(
    "application-autoscaling", "ListTagsForResource", "TagResource", "UntagResource"
)
def target_tags(exchange: Exchange) -> Document:
    known = exchange.world.store("application-autoscaling", exchange.region, "Tags")
    arn = exchange.params["ResourceARN"]
    if arn not in known:
        raise AwsError("ResourceNotFoundException", f"{arn} is no scalable target")
    if exchange.operation == "TagResource":
        known[arn].update(exchange.params["Tags"])
    elif exchange.operation == "UntagResource":
        for key in exchange.params["TagKeys"]:
            known[arn].pop(key, None)
    else:
        return {"Tags": known[arn]}
    return {}


# --- CloudWatch Logs: the key of a group


@registry.instead("logs", "AssociateKmsKey", "DisassociateKmsKey")
def group_key(exchange: Exchange) -> Document:
    name = str(exchange.params.get("logGroupName") or exchange.params["resourceIdentifier"])
    name = name.rsplit("log-group:", 1)[-1]
    found = exchange.moto("DescribeLogGroups", {"logGroupNamePrefix": name})["logGroups"]
    if name not in [group["logGroupName"] for group in found]:
        raise AwsError("ResourceNotFoundException", "The specified log group does not exist.")
    keys = exchange.world.store("logs", exchange.region, "Key")
    keys[name] = exchange.params.get("kmsKeyId")
    return {}


@registry.around("logs", "DescribeLogGroups")
def describe_groups(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    keys = exchange.world.store("logs", exchange.region, "Key")
    for group in result.get("logGroups") or []:
        if group["logGroupName"] in keys:
            key = keys[group["logGroupName"]]
            group.pop("kmsKeyId", None)
            if key:
                group["kmsKeyId"] = key
    return result


@registry.around("logs", "CreateLogGroup", "DeleteLogGroup")
def forget_key(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    exchange.world.store("logs", exchange.region, "Key").pop(exchange.params["logGroupName"], None)
    return result
