"""The tagging API, over all services that the emulator knows tags of."""

import re

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed

# what the index does not follow; moto knows it
_BY_MOTO = ("ec2",)


def _matches(tags: dict[str, str], filters: list[Document]) -> bool:
    return all(
        f.get("Key") in tags and (not f.get("Values") or tags[f["Key"]] in f["Values"])
        for f in filters
    )


def _of_type(arn: str, wanted: list[str]) -> bool:
    if not wanted:
        return True
    parts = arn.split(":", 5)
    service = parts[2]
    kind = re.split(r"[:/]", parts[5].lstrip("/"))[0] if service != "s3" else "bucket"
    return any(w in (service, f"{service}:{kind}") for w in wanted)


@registry.around("resourcegroupstaggingapi", "GetResources")
def get_resources(exchange: Exchange, proceed: Proceed) -> Document:
    params, world = exchange.params, exchange.world
    types = params.get("ResourceTypeFilters") or []
    passed = {k: v for k, v in params.items() if k in ("TagFilters", "ResourceARNList")}
    by_moto = exchange.moto("GetResources", passed).get("ResourceTagMappingList", [])
    found = {
        entry["ResourceARN"]: entry["Tags"]
        for entry in by_moto
        if entry["ResourceARN"].split(":")[2] in _BY_MOTO and _of_type(entry["ResourceARN"], types)
    }
    seen = world.tags.seen(world.clock.now() - world.tag_index_seconds)
    for arn, tags in sorted(seen.items()):
        region = arn.split(":")[3]
        here = region == exchange.region or (region == "" and _global_here(arn, exchange))
        listed = params.get("ResourceARNList")
        if here and tags and _of_type(arn, types) and (not listed or arn in listed):
            if _matches(tags, params.get("TagFilters") or []):
                found[arn] = [{"Key": k, "Value": v} for k, v in tags.items()]
    entries = [{"ResourceARN": arn, "Tags": tags} for arn, tags in sorted(found.items())]
    start = int(params.get("PaginationToken") or 0)
    size = int(params.get("ResourcesPerPage") or 50)
    following = start + size
    return {
        "ResourceTagMappingList": entries[start:following],
        "PaginationToken": str(following) if following < len(entries) else "",
    }


def _global_here(arn: str, exchange: Exchange) -> bool:
    """Buckets are listed in their region, what is global in us-east-1 only."""
    if arn.startswith("arn:aws:s3:"):
        from moto.s3.models import s3_backends

        name = arn.rsplit(":", 1)[-1]
        bucket = s3_backends[exchange.call.account]["aws"].buckets.get(name)
        return bucket is not None and bucket.region_name == exchange.region
    return exchange.region == "us-east-1"
