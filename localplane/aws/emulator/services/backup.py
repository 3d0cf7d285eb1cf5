"""AWS Backup: selections, updates of plans and policies of vaults, which moto lacks."""

import copy
import hashlib
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.own import Shelf

_GONE = "ResourceNotFoundException"
SELECTIONS = Shelf(
    "backup", "Selection", _GONE, "AlreadyExistsException", not_found_status=400, takes_time=False
)


def _token(*parts: Any) -> str:
    return hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()


def _id(*parts: Any) -> str:
    digest = _token(*parts)
    return "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))


def _plans(exchange: Exchange) -> dict[str, Document]:
    """Plans that were updated: moto keeps the first version only."""
    return exchange.world.store("backup", exchange.region, "UpdatedPlan")


def _with_rule_ids(plan: Document) -> Document:
    plan = copy.deepcopy(plan)
    for rule in plan.get("Rules") or []:
        rule.setdefault("RuleId", _id(plan["BackupPlanName"], rule["RuleName"]))
        rule.setdefault("ScheduleExpressionTimezone", "Etc/UTC")
    return plan


@registry.around("backup", "UpdateBackupPlan")
def update_plan(exchange: Exchange, proceed: Proceed) -> Document:
    plan_id = exchange.params["BackupPlanId"]
    current = exchange.moto("GetBackupPlan", {"BackupPlanId": plan_id})
    old = _plans(exchange).get(plan_id, {"number": 0})
    number = old["number"] + 1
    moment = exchange.world.clock.timestamp()
    _plans(exchange)[plan_id] = {
        "number": number,
        "plan": _with_rule_ids(exchange.params["BackupPlan"]),
        "version": _token(plan_id, number)[:48],
        "moment": moment,
    }
    return {
        "BackupPlanId": plan_id,
        "BackupPlanArn": current["BackupPlanArn"],
        "CreationDate": moment,
        "VersionId": _plans(exchange)[plan_id]["version"],
    }


@registry.around("backup", "GetBackupPlan")
def get_plan(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    updated = _plans(exchange).get(exchange.params["BackupPlanId"])
    if updated is not None:
        result["BackupPlan"] = updated["plan"]
        result["VersionId"] = updated["version"]
    return result


@registry.around("backup", "ListBackupPlans")
def list_plans(exchange: Exchange, proceed: Proceed) -> Document:
    result = proceed(exchange)
    for entry in result.get("BackupPlansList") or []:
        updated = _plans(exchange).get(entry["BackupPlanId"])
        if updated is not None:
            entry["VersionId"] = updated["version"]
            entry["BackupPlanName"] = updated["plan"]["BackupPlanName"]
    return result


@registry.around("backup", "DeleteBackupPlan")
def delete_plan(exchange: Exchange, proceed: Proceed) -> Document:
    plan_id = exchange.params["BackupPlanId"]
    if any(item.document["BackupPlanId"] == plan_id for item in SELECTIONS.all(exchange)):
        raise AwsError(
            "InvalidRequestException",
            "Related backup plan selections must be deleted prior to backup plan deletion",
        )
    result = proceed(exchange)
    _plans(exchange).pop(plan_id, None)
    # moto keeps it, and would refuse another one of its name
    from moto.backup.models import backup_backends

    backup_backends[exchange.call.account][exchange.region].plans.pop(plan_id, None)
    return result


@registry.around("backup", "CreateBackupPlan")
def create_plan(exchange: Exchange, proceed: Proceed) -> Document:
    """The same request twice is the same plan."""
    known = exchange.world.store("backup", exchange.region, "Request")
    token = exchange.params.get("CreatorRequestId")
    before = known.get(token) if token else None
    if before is not None:
        plan_id = before["BackupPlanId"]
        if any(
            entry["BackupPlanId"] == plan_id
            for entry in exchange.moto("ListBackupPlans", {})["BackupPlansList"]
        ):
            return dict(before)
    result = proceed(exchange)
    if token:
        known[token] = dict(result)
    return result


def _selected(exchange: Exchange) -> tuple[str, str]:
    plan = exchange.params["BackupPlanId"]
    exchange.moto("GetBackupPlan", {"BackupPlanId": plan})  # it has to exist
    return plan, f"{plan}/{exchange.params.get('SelectionId', '')}"


@registry.instead("backup", "CreateBackupSelection")
def create_selection(exchange: Exchange) -> Document:
    plan, _ = _selected(exchange)
    selection = exchange.params["BackupSelection"]
    name = selection["SelectionName"]
    token = exchange.params.get("CreatorRequestId")
    for item in SELECTIONS.all(exchange):
        document = item.document
        if document["BackupPlanId"] == plan and document["BackupSelection"]["SelectionName"] == name:
            if token and document["CreatorRequestId"] == token:
                return _created(document)
            raise AwsError("AlreadyExistsException", f"Backup selection {name} already exists")
    moment = exchange.world.clock.timestamp()
    selection_id = _id(plan, name, moment)
    document = {
        "BackupPlanId": plan,
        "SelectionId": selection_id,
        "CreationDate": moment,
        "CreatorRequestId": token,
        "BackupSelection": copy.deepcopy(selection),
    }
    return _created(SELECTIONS.put(exchange, f"{plan}/{selection_id}", document).document)


def _created(document: Document) -> Document:
    return {k: document[k] for k in ("BackupPlanId", "SelectionId", "CreationDate")}


@registry.instead("backup", "GetBackupSelection")
def get_selection(exchange: Exchange) -> Document:
    return SELECTIONS.get(exchange, _selected(exchange)[1]).visible()


@registry.instead("backup", "ListBackupSelections")
def list_selections(exchange: Exchange) -> Document:
    plan, _ = _selected(exchange)
    return {
        "BackupSelectionsList": [
            _created(d)
            | {
                "SelectionName": d["BackupSelection"]["SelectionName"],
                "IamRoleArn": d["BackupSelection"]["IamRoleArn"],
                "CreatorRequestId": d["CreatorRequestId"],
            }
            for d in (item.document for item in SELECTIONS.all(exchange))
            if d["BackupPlanId"] == plan
        ]
    }


@registry.instead("backup", "DeleteBackupSelection")
def delete_selection(exchange: Exchange) -> Document:
    SELECTIONS.remove(exchange, _selected(exchange)[1])
    return {}


@registry.instead(
    "backup",
    "PutBackupVaultAccessPolicy",
    "GetBackupVaultAccessPolicy",
    "DeleteBackupVaultAccessPolicy",
)
def vault_policy(exchange: Exchange) -> Document:
    name = exchange.params["BackupVaultName"]
    vault = exchange.moto("DescribeBackupVault", {"BackupVaultName": name})
    policies = exchange.world.store("backup", exchange.region, "VaultPolicy")
    if exchange.operation.startswith("Put"):
        policies[name] = exchange.params["Policy"]
        return {}
    if name not in policies:
        raise AwsError(_GONE, f"Backup vault {name} has no access policy", 400)
    if exchange.operation.startswith("Delete"):
        del policies[name]
        return {}
    arn = vault["BackupVaultArn"]
    return {"BackupVaultName": name, "BackupVaultArn": arn, "Policy": policies[name]}
