"""SQS: an attribute that a call does not name stays as it is."""

from emulator import registry
from emulator.exchange import Document, Exchange, Proceed


@registry.around("sqs", "SetQueueAttributes")
def the_policy_stays(exchange: Exchange, proceed: Proceed) -> Document:
    """Moto forgets it with every change of something else."""
    url = exchange.params["QueueUrl"]
    asked = {"QueueUrl": url, "AttributeNames": ["Policy"]}
    there = exchange.moto("GetQueueAttributes", asked).get("Attributes") or {}
    attributes = there | exchange.params["Attributes"]
    return exchange.moto(exchange.operation, {"QueueUrl": url, "Attributes": attributes})
