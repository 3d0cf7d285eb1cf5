"""Subnet groups and parameter groups of ElastiCache."""

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.own import Item, Shelf
from emulator.services.elasticache import arn, in_use

SUBNETS = Shelf(
    "elasticache",
    "CacheSubnetGroup",
    not_found="CacheSubnetGroupNotFoundFault",
    exists="CacheSubnetGroupAlreadyExists",
    not_found_status=400,
    takes_time=False,
)
PARAMETERS = Shelf(
    "elasticache",
    "CacheParameterGroup",
    not_found="CacheParameterGroupNotFound",
    exists="CacheParameterGroupAlreadyExists",
    takes_time=False,
)


def _subnets(exchange: Exchange, ids: list[str]) -> Document:
    """The subnets have to exist, as they do in AWS."""
    from moto.ec2.models import ec2_backends

    backend = ec2_backends[exchange.call.account][exchange.region]
    found = {subnet.id: subnet for subnet in backend.describe_subnets()}
    missing = [i for i in ids if i not in found]
    if missing:
        raise AwsError("InvalidSubnet", f"no such subnets: {', '.join(missing)}")
    vpcs = {found[i].vpc_id for i in ids}
    if len(vpcs) > 1:
        raise AwsError("InvalidSubnet", "the subnets are of several VPCs")
    return {
        "VpcId": vpcs.pop(),
        "Subnets": [
            {
                "SubnetIdentifier": i,
                "SubnetAvailabilityZone": {"Name": found[i].availability_zone},
            }
            for i in ids
        ],
    }


@registry.instead("elasticache", "CreateCacheSubnetGroup")
def create_subnets(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["CacheSubnetGroupName"].lower()
    document = {
        "CacheSubnetGroupName": name,
        "CacheSubnetGroupDescription": params["CacheSubnetGroupDescription"],
        "ARN": arn(exchange, "subnetgroup", name),
        "_tags": list(params.get("Tags") or []),
    } | _subnets(exchange, params["SubnetIds"])
    return {"CacheSubnetGroup": SUBNETS.put(exchange, name, document).visible()}


@registry.instead("elasticache", "ModifyCacheSubnetGroup")
def modify_subnets(exchange: Exchange) -> Document:
    params = exchange.params
    item = SUBNETS.get(exchange, params["CacheSubnetGroupName"])
    if "CacheSubnetGroupDescription" in params:
        item.document["CacheSubnetGroupDescription"] = params["CacheSubnetGroupDescription"]
    if params.get("SubnetIds"):
        item.document |= _subnets(exchange, params["SubnetIds"])
    return {"CacheSubnetGroup": item.visible()}


@registry.instead("elasticache", "DescribeCacheSubnetGroups")
def describe_subnets(exchange: Exchange) -> Document:
    name = exchange.params.get("CacheSubnetGroupName")
    items = [SUBNETS.get(exchange, name)] if name else list(SUBNETS.all(exchange))
    return {"CacheSubnetGroups": [item.visible() for item in items]}


@registry.instead("elasticache", "DeleteCacheSubnetGroup")
def delete_subnets(exchange: Exchange) -> Document:
    name = SUBNETS.get(exchange, exchange.params["CacheSubnetGroupName"]).document[
        "CacheSubnetGroupName"
    ]
    if in_use(exchange, "CacheSubnetGroupName", name):
        raise AwsError("CacheSubnetGroupInUse", f"{name} is used by a replication group")
    SUBNETS.remove(exchange, name)
    return {}


@registry.instead("elasticache", "CreateCacheParameterGroup")
def create_parameters(exchange: Exchange) -> Document:
    params = exchange.params
    name = params["CacheParameterGroupName"].lower()
    document = {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": params["CacheParameterGroupFamily"],
        "Description": params["Description"],
        "IsGlobal": False,
        "ARN": arn(exchange, "parametergroup", name),
        "_tags": list(params.get("Tags") or []),
        "_parameters": {},
    }
    return {"CacheParameterGroup": PARAMETERS.put(exchange, name, document).visible()}


@registry.instead("elasticache", "ModifyCacheParameterGroup")
def modify_parameters(exchange: Exchange) -> Document:
    item = PARAMETERS.get(exchange, exchange.params["CacheParameterGroupName"])
    for pair in exchange.params["ParameterNameValues"]:
        item.document["_parameters"][pair["ParameterName"]] = pair["ParameterValue"]
    return {"CacheParameterGroupName": item.document["CacheParameterGroupName"]}


@registry.instead("elasticache", "ResetCacheParameterGroup")
def reset_parameters(exchange: Exchange) -> Document:
    item = PARAMETERS.get(exchange, exchange.params["CacheParameterGroupName"])
    if exchange.params.get("ResetAllParameters"):
        item.document["_parameters"] = {}
    for pair in exchange.params.get("ParameterNameValues") or []:
        item.document["_parameters"].pop(pair["ParameterName"], None)
    return {"CacheParameterGroupName": item.document["CacheParameterGroupName"]}


@registry.instead("elasticache", "DescribeCacheParameters")
def parameters(exchange: Exchange) -> Document:
    item = PARAMETERS.get(exchange, exchange.params["CacheParameterGroupName"])
    if exchange.params.get("Source") not in (None, "user"):
        return {"Parameters": []}
    return {"Parameters": [_parameter(n, v) for n, v in item.document["_parameters"].items()]}


def _parameter(name: str, value: str) -> Document:
    return {
        "ParameterName": name,
        "ParameterValue": value,
        "Source": "user",
        "DataType": "string",
        "IsModifiable": True,
        "ChangeType": "immediate",
    }


@registry.instead("elasticache", "DescribeCacheParameterGroups")
def describe_parameters(exchange: Exchange) -> Document:
    name = exchange.params.get("CacheParameterGroupName")
    items: list[Item] = (
        [PARAMETERS.get(exchange, name)] if name else list(PARAMETERS.all(exchange))
    )
    return {"CacheParameterGroups": [item.visible() for item in items]}


@registry.instead("elasticache", "DeleteCacheParameterGroup")
def delete_parameters(exchange: Exchange) -> Document:
    name = exchange.params["CacheParameterGroupName"].lower()
    PARAMETERS.get(exchange, name)
    if in_use(exchange, "CacheParameterGroupName", name):
        raise AwsError(
            "InvalidCacheParameterGroupState", f"{name} is used by a replication group"
        )
    PARAMETERS.remove(exchange, name)
    return {}
