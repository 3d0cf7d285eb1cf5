"""What was just made is not found by its name for a while, where no kind of ours sees to it."""

import re
from typing import Any

from emulator.errors import AwsError
from emulator.exchange import Document, Exchange
from emulator.tagindex import at

# what names the new resource: a parameter, or a path in the answer
_CREATED: dict[tuple[str, str], str] = {
    ("acm", "RequestCertificate"): "result:CertificateArn",
    ("athena", "CreateWorkGroup"): "Name",
    ("backup", "CreateBackupPlan"): "result:BackupPlanId",
    ("backup", "CreateBackupVault"): "BackupVaultName",
    ("cognito-idp", "CreateUserPool"): "result:UserPool.Id",
    ("ecr", "CreateRepository"): "repositoryName",
    ("firehose", "CreateDeliveryStream"): "DeliveryStreamName",
    ("glue", "CreateCrawler"): "Name",
    ("glue", "CreateDatabase"): "DatabaseInput.Name",
    ("iam", "CreatePolicy"): "result:Policy.Arn",
    ("iam", "CreateRole"): "RoleName",
    ("kms", "CreateKey"): "result:KeyMetadata.KeyId",
    ("route53", "CreateHealthCheck"): "result:HealthCheck.Id",
    ("s3", "CreateBucket"): "Bucket",
    ("secretsmanager", "CreateSecret"): "Name",
    ("sesv2", "CreateConfigurationSet"): "ConfigurationSetName",
    ("sesv2", "CreateEmailIdentity"): "EmailIdentity",
    ("sns", "CreateTopic"): "result:TopicArn",
    ("sqs", "CreateQueue"): "QueueName",
    ("wafv2", "CreateWebACL"): "result:Summary.Id",
}

_NOT_FOUND: dict[str, tuple[str, int]] = {
    "acm": ("ResourceNotFoundException", 400),
    "athena": ("InvalidRequestException", 400),
    "backup": ("ResourceNotFoundException", 400),
    "cognito-idp": ("ResourceNotFoundException", 400),
    "ecr": ("RepositoryNotFoundException", 400),
    "firehose": ("ResourceNotFoundException", 400),
    "glue": ("EntityNotFoundException", 400),
    "iam": ("NoSuchEntity", 404),
    "kms": ("NotFoundException", 400),
    "route53": ("NoSuchHealthCheck", 404),
    "s3": ("NoSuchBucket", 404),
    "secretsmanager": ("ResourceNotFoundException", 400),
    "sesv2": ("NotFoundException", 404),
    "sns": ("NotFound", 404),
    "sqs": ("QueueDoesNotExist", 400),
    "wafv2": ("WAFNonexistentItemException", 400),
}

_READ = re.compile(r"(Get|Describe|Head|List|BatchGet).*")


def concerned(service: str, operation: str) -> bool:
    return service in _NOT_FOUND and (
        (service, operation) in _CREATED or _READ.fullmatch(operation) is not None
    )


def remember(exchange: Exchange, result: Document) -> None:
    where = _CREATED.get((exchange.call.service, exchange.operation))
    if where is None:
        return
    inside = where.removeprefix("result:")
    name = at(result if inside != where else exchange.params, inside)
    if name:
        born = exchange.world.store(exchange.call.service, exchange.region, "Fresh")
        # a creation that is repeated does not make it new again
        born.setdefault(str(name), exchange.world.clock.now())


def refuse(exchange: Exchange) -> None:
    if not _READ.fullmatch(exchange.operation):
        return
    world, service = exchange.world, exchange.call.service
    latest = world.clock.now() - world.not_found_seconds
    for name, born in world.store(service, exchange.region, "Fresh").items():
        if born > latest and any(_names(value, name) for value in exchange.params.values()):
            code, status = _NOT_FOUND[service]
            raise AwsError(code, f"{name} does not exist", status)


def _names(value: Any, name: str) -> bool:
    if isinstance(value, list):
        return any(_names(v, name) for v in value)
    return isinstance(value, str) and (value == name or value.endswith(("/" + name, ":" + name)))
