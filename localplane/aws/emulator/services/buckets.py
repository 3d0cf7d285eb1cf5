"""S3 buckets: the tags that come with the call that makes one."""

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed


@registry.around("s3", "CreateBucket")
def create(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    tags = (exchange.params.get("CreateBucketConfiguration") or {}).get("Tags")
    if tags:
        exchange.moto(
            "PutBucketTagging",
            {"Bucket": exchange.params["Bucket"], "Tagging": {"TagSet": tags}},
        )
    return result
