"""EFS: file systems and mount targets take time, and file systems can be updated and backed up."""

from dataclasses import dataclass

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, Proceed
from emulator.kinds import Kind
from emulator.life import MODIFYING, Life


@dataclass(frozen=True)
class MountTarget(Kind):
    def belongs(self, exchange: Exchange, ghost: Document) -> bool:
        wanted = exchange.params.get("FileSystemId")
        return wanted is None or ghost["FileSystemId"] == wanted


FILE_SYSTEM = Kind(
    service="efs",
    name="FileSystem",
    id_param="FileSystemId",
    id_member="FileSystemId",
    single="",
    listed="FileSystems",
    create=("CreateFileSystem",),
    modify=("UpdateFileSystem",),
    delete=("DeleteFileSystem",),
    read=("DescribeFileSystems",),
    status="LifeCycleState",
    words={MODIFYING: "updating"},
    busy="IncorrectFileSystemLifeCycleState",
    status_code=409,
    not_found="FileSystemNotFound",
    exists="FileSystemAlreadyExists",
    forget=frozenset({"Tags", "CreationToken"}),
    id_of=lambda text: text.rsplit("/", 1)[-1],
).register()

MOUNT_TARGET = MountTarget(
    service="efs",
    name="MountTarget",
    id_param="MountTargetId",
    id_member="MountTargetId",
    single="",
    listed="MountTargets",
    create=("CreateMountTarget",),
    modify=(),
    delete=("DeleteMountTarget",),
    read=("DescribeMountTargets",),
    status="LifeCycleState",
    busy="IncorrectMountTargetState",
    status_code=409,
    not_found="MountTargetNotFound",
    exists="MountTargetConflict",
    forget=frozenset({"FileSystemId", "SubnetId"}),
    id_of=lambda text: text.rsplit("/", 1)[-1],
).register()


@registry.around("efs", "UpdateFileSystem")
def update(exchange: Exchange, proceed: Proceed) -> Document:
    name = exchange.params["FileSystemId"]
    found = exchange.moto("DescribeFileSystems", {"FileSystemId": name})["FileSystems"]
    return found[0]


@registry.around(
    "efs",
    "CreateAccessPoint",
    "CreateMountTarget",
    "PutBackupPolicy",
    "PutLifecycleConfiguration",
)
def refuse_early(exchange: Exchange, proceed: Proceed) -> Document:
    name = exchange.params["FileSystemId"]
    life = FILE_SYSTEM.life(exchange, name)
    if life is not None:
        FILE_SYSTEM.refuse_busy(name, life, exchange.operation)
    return proceed(exchange)


def _backups(exchange: Exchange) -> dict[str, str]:
    """Policies that were set after the creation, which moto cannot."""
    return exchange.world.store("efs", exchange.region, "BackupPolicy")


@registry.instead("efs", "PutBackupPolicy")
def put_backup(exchange: Exchange) -> Document:
    status = exchange.params["BackupPolicy"]["Status"]
    _backups(exchange)[exchange.params["FileSystemId"]] = status
    return {"BackupPolicy": {"Status": status}}


@registry.around("efs", "DescribeBackupPolicy")
def backup(exchange: Exchange, proceed: Proceed) -> Document:
    status = _backups(exchange).get(exchange.params["FileSystemId"])
    return {"BackupPolicy": {"Status": status}} if status else proceed(exchange)


@registry.around("efs", "CreateAccessPoint")
def once(exchange: Exchange, proceed: Proceed) -> Document:
    """A token is of one access point, as long as there is that one."""
    token = exchange.params["ClientToken"]
    for point in exchange.moto("DescribeAccessPoints", {})["AccessPoints"]:
        if point["ClientToken"] == token:
            raise AwsError("AccessPointAlreadyExists", f"{token} made an access point", 409)
    return proceed(exchange)


@registry.around("efs", "DeleteFileSystem")
def refuse_in_use(exchange: Exchange, proceed: Proceed) -> Document:
    """A mount target that is going still counts."""
    now = exchange.world.clock.now()
    lives: dict[str, Life] = exchange.world.lives.of_kind(
        ("efs", "MountTarget", exchange.region), now
    )
    for life in lives.values():
        if life.ghost and life.ghost["FileSystemId"] == exchange.params["FileSystemId"]:
            raise AwsError(
                "FileSystemInUse",
                "Must delete all mount targets before deleting file system.",
                409,
            )
    return proceed(exchange)
