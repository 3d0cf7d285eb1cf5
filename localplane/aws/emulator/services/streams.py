"""Kinesis: streams take time, and have the tags that they were created with."""

from dataclasses import dataclass

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed
from emulator.kinds import Kind
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING


def _name(text: str) -> str:
    return text.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Stream(Kind):
    def remembered(self, exchange: Exchange) -> Document:
        return {}  # moto keeps all of it


STREAM = Stream(
    service="kinesis",
    name="Stream",
    id_param="StreamName",
    id_member="StreamName",
    single="StreamDescriptionSummary",
    listed="",
    create=("CreateStream",),
    modify=(
        "DecreaseStreamRetentionPeriod",
        "IncreaseStreamRetentionPeriod",
        "StartStreamEncryption",
        "StopStreamEncryption",
        "UpdateShardCount",
        "UpdateStreamMode",
    ),
    delete=("DeleteStream",),
    read=("DescribeStreamSummary",),
    status="StreamStatus",
    words={CREATING: "CREATING", AVAILABLE: "ACTIVE", MODIFYING: "UPDATING", DELETING: "DELETING"},
    busy="ResourceInUseException",
    not_found="ResourceNotFoundException",
    exists="ResourceInUseException",
    not_found_status=400,
    arn_param="StreamARN",
    id_of=_name,
).register()


@registry.around("kinesis", "DescribeStream")
def describe(exchange: Exchange, proceed: Proceed) -> Document:
    name = _name(str(exchange.params.get("StreamName") or exchange.params.get("StreamARN")))
    life = STREAM.life(exchange, name)
    if life is not None and life.ghost is not None:
        return {"StreamDescription": dict(life.ghost) | {"StreamStatus": "DELETING"}}
    result = proceed(exchange)
    if life is not None:
        STREAM.decorate(exchange, result["StreamDescription"], life)
    return result


@registry.around("kinesis", "CreateStream")
def with_tags(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    tags = exchange.params.get("Tags")
    if tags:
        name = exchange.params["StreamName"]
        exchange.moto("AddTagsToStream", {"StreamName": name, "Tags": tags})
    return result


@registry.instead("kinesis", "ListTagsForResource", "TagResource", "UntagResource")
def tags(exchange: Exchange) -> Document:
    name = _name(exchange.params["ResourceARN"])
    if exchange.operation == "TagResource":
        given = exchange.params["Tags"]
        return exchange.moto("AddTagsToStream", {"StreamName": name, "Tags": given})
    if exchange.operation == "UntagResource":
        keys = exchange.params["TagKeys"]
        return exchange.moto("RemoveTagsFromStream", {"StreamName": name, "TagKeys": keys})
    return {"Tags": exchange.moto("ListTagsForStream", {"StreamName": name})["Tags"]}


@registry.around("kinesis", "ListStreams")
def list_streams(exchange: Exchange, proceed: Proceed) -> Document:
    """What is going is listed as long as it goes."""
    result = proceed(exchange)
    lives = exchange.world.lives.of_kind(
        ("kinesis", "Stream", exchange.region), exchange.world.clock.now()
    )
    if not result.get("HasMoreStreams"):
        going = [str(life.ghost["StreamName"]) for life in lives.values() if life.ghost is not None]
        result["StreamNames"] = result["StreamNames"] + going
    return result
