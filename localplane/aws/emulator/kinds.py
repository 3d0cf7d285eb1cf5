"""Kinds of resources that take time: the same life for all, with the words of each service."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from emulator import registry
from emulator.errors import AwsError
from emulator.exchange import Document, Exchange, MotoError, Proceed, operation_model
from emulator.life import AVAILABLE, CREATING, DELETING, MODIFYING, Life

Alias = Callable[[Any], Document]


@dataclass(frozen=True)
class Kind:
    """
    single: the member of a result that holds the resource; empty: the result is the resource
    listed: the member of a result of a list that holds the resources
    status: path of the member with the state
    deferred: parameters that wait for the maintenance window without ApplyImmediately
    aliases: parameters that are shown under another name or in another form
    """

    service: str
    name: str
    id_param: str
    id_member: str
    single: str
    listed: str
    create: tuple[str, ...]
    modify: tuple[str, ...]
    delete: tuple[str, ...]
    read: tuple[str, ...]
    status: str = "Status"
    words: dict[str, Any] = field(default_factory=dict)
    busy: str = "InvalidParameterValue"
    not_found: str = "ResourceNotFoundException"
    exists: str = "ResourceAlreadyExistsException"
    status_code: int = 400
    not_found_status: int = 404
    deferred: frozenset[str] = frozenset()
    pending_member: str = ""
    aliases: dict[str, Alias] = field(default_factory=dict)
    forget: frozenset[str] = frozenset()
    regional: bool = True
    pass_busy: frozenset[str] = frozenset()
    arn_param: str = ""
    id_of: Callable[[str], str] = lambda text: text.rsplit(":", 1)[-1]

    def key(self, exchange: Exchange, name: str) -> tuple[str, str, str, str]:
        region = exchange.region if self.regional else "global"
        return self.service, self.name, region, self.id_of(name).lower()

    def life(self, exchange: Exchange, name: str) -> Life | None:
        return exchange.world.lives.get(self.key(exchange, name), exchange.world.clock.now())

    def register(self) -> "Kind":
        for operations, handler in (
            (self.create, self._create),
            (self.modify, self.modified),
            (self.delete, self._delete),
            (self.read, self._read),
        ):
            if operations:
                registry.around(self.service, *operations)(handler)
        return self

    # --- what clients do

    def _create(self, exchange: Exchange, proceed: Proceed) -> Document:
        world, now = exchange.world, exchange.world.clock.now()
        asked = self.named(exchange)
        old = self.life(exchange, asked) if asked else None
        if old is not None and old.ghost is not None:
            raise AwsError(self.exists, f"{self.name} {asked} already exists and is deleting")
        result = proceed(exchange)
        entry = self.entry(result)
        name = str(entry.get(self.id_member) or asked)
        key = self.key(exchange, name)
        if world.lives.get(key, now) is not None and entry and self.idempotent(exchange):
            return self.shown(exchange, result)
        life = Life(born=now, memory=self.remembered(exchange))
        life.enter(CREATING, now, world.delays.of(self.service, self.name, "create"))
        world.lives.put(key, life)
        return self.shown(exchange, result)

    def idempotent(self, exchange: Exchange) -> bool:
        """A repeated creation with the same token is answered with what is there."""
        return any(key in exchange.params for key in ("ClientToken", "CreationToken"))

    def modified(self, exchange: Exchange, proceed: Proceed) -> Document:
        world, now = exchange.world, exchange.world.clock.now()
        name = self.named(exchange)
        life = self.life(exchange, name)
        if life is None:
            return self.shown(exchange, proceed(exchange))
        self.refuse_busy(name, life, exchange.operation)
        changes = self.remembered(exchange)
        before = dict(life.memory)
        if self.changes_nothing(exchange, name, changes):
            return self.shown(exchange, proceed(exchange))
        immediate = bool(exchange.params.get("ApplyImmediately", not self.pending_member))
        late = {k: v for k, v in changes.items() if k in self.deferred}
        old = self.current(exchange, name, late) if late else {}
        result = proceed(exchange)
        life.memory.update(changes)
        seconds = world.delays.of(self.service, self.name, "modify")
        if self.pending_member and late:
            late = {k: v for k, v in late.items() if old.get(k) != v}
            life.pending.update(late)
            life.shown.update({k: before.get(k, old.get(k)) for k in late})
            wait = seconds if immediate else world.delays.of(self.service, self.name, "window")
            life.applied_at = now + wait
        if immediate or not late or set(changes) - set(late):
            life.enter(MODIFYING, now, seconds)
        return self.shown(exchange, result)

    def changes_nothing(self, exchange: Exchange, name: str, changes: Document) -> bool:
        """A store that is told what it is already stays available, and with it all that waits."""
        known = {self.id_param, "ApplyImmediately"} | set(self.entry_shape(exchange))
        if not self.pending_member or not changes or set(exchange.params) - known:
            return False
        now = self.current(exchange, name, {}) | self.waiting(exchange, name)
        return all(now.get(field) == value for field, value in changes.items())

    def waiting(self, exchange: Exchange, name: str) -> Document:
        life = self.life(exchange, name)
        return dict(life.pending) if life is not None else {}

    def _delete(self, exchange: Exchange, proceed: Proceed) -> Document:
        world, now = exchange.world, exchange.world.clock.now()
        name = self.named(exchange)
        life = self.life(exchange, name)
        if life is not None:
            self.refuse_busy(name, life, exchange.operation)
        ghost = self.before_deletion(exchange, name)
        result = proceed(exchange)
        if life is None:
            life = Life(born=now)
        life.enter(DELETING, now, world.delays.of(self.service, self.name, "delete"))
        life.ghost = ghost or None
        if life.ghost is not None:
            world.lives.put(self.key(exchange, name), life)
        else:
            world.lives.drop(self.key(exchange, name))
        return self.shown(exchange, result)

    def _read(self, exchange: Exchange, proceed: Proceed) -> Document:
        name = self.named(exchange)
        life = self.life(exchange, name) if name else None
        if life is not None and life.ghost is not None:
            return self.around_entry(dict(life.ghost), exchange)
        if life is not None and self.hidden(exchange, life):
            raise AwsError(self.not_found, f"{self.name} {name} not found", self.not_found_status)
        result = self.shown(exchange, proceed(exchange))
        if self.listed and isinstance(result.get(self.listed), list) and not name:
            self._list(exchange, result)
        return result

    def _list(self, exchange: Exchange, result: Document) -> None:
        found = result[self.listed]
        if not found or not isinstance(found[0], dict):
            found = [e for e in found if isinstance(e, dict)] if found else found
        names = {str(e.get(self.id_member, "")).lower() for e in found if isinstance(e, dict)}
        region = exchange.region if self.regional else "global"
        lives = exchange.world.lives.of_kind(
            (self.service, self.name, region), exchange.world.clock.now()
        )
        hidden = {name for name, life in lives.items() if self.hidden(exchange, life)}
        result[self.listed] = [
            e
            for e in result[self.listed]
            if not isinstance(e, dict) or str(e.get(self.id_member, "")).lower() not in hidden
        ]
        if not any(k in exchange.params for k in ("Filters", "Marker")):
            for name, life in lives.items():
                if life.ghost is None or name in names:
                    continue
                if self.belongs(exchange, life.ghost):
                    ghost = dict(life.ghost)
                    self.decorate(exchange, ghost, life)
                    result[self.listed].append(ghost)

    # --- the parts

    def named(self, exchange: Exchange) -> str:
        """The resource that a call names, by its id or its ARN; empty if it names none."""
        given = exchange.params.get(self.id_param) or exchange.params.get(self.arn_param)
        return self.id_of(given) if isinstance(given, str) else ""

    def belongs(self, exchange: Exchange, ghost: Document) -> bool:
        """Whether what is going is among those that a list asks for."""
        return True

    def refuse_busy(self, name: str, life: Life, operation: str) -> None:
        if life.state != AVAILABLE and operation not in self.pass_busy:
            raise AwsError(
                self.busy,
                f"{self.name} {name} is not in available state, it is {self.word(life.state)}",
                self.status_code,
            )

    def hidden(self, exchange: Exchange, life: Life) -> bool:
        wait = exchange.world.not_found_seconds
        return life.ghost is None and exchange.world.clock.now() < life.born + wait

    def word(self, state: str) -> Any:
        return self.words.get(state, state)

    def entry(self, result: Document) -> Document:
        inner = result.get(self.single) if self.single else result
        return inner if isinstance(inner, dict) else {}

    def around_entry(self, entry: Document, exchange: Exchange) -> Document:
        life = self.life(exchange, str(entry.get(self.id_member, "")))
        if life is not None:
            self.decorate(exchange, entry, life)
        members = exchange.model.output_shape.members if exchange.model.output_shape else {}
        if self.listed in members:
            return {self.listed: [entry]}
        return {self.single: entry} if self.single else entry

    def current(self, exchange: Exchange, name: str, wanted: Document) -> Document:
        """The resource as a client sees it now."""
        read = self.read[0]
        params: Document = {self.id_param: name}
        member = operation_model(self.service, read).input_shape.members.get(self.id_param)
        if member is not None and member.type_name == "list":
            params = {self.id_param: [name]}
        try:
            result = exchange.moto(read, params)
        except MotoError:
            return {}
        entry: Document = {}
        for found in self._entries(result):
            if str(found.get(self.id_member, "")).lower() == self.id_of(name).lower():
                entry = found
        life = self.life(exchange, name)
        if life is not None and entry:
            self.decorate(exchange, entry, life)
        return entry

    def before_deletion(self, exchange: Exchange, name: str) -> Document:
        return self.current(exchange, name, {})

    def remembered(self, exchange: Exchange) -> Document:
        """Parameters that a client expects to read again, in the form in which it does."""
        shape = self.entry_shape(exchange)
        given = exchange.model.input_shape.members
        memory: Document = {}
        for name, value in exchange.params.items():
            if name in self.aliases:
                memory.update(self.aliases[name](value))
            elif name in shape and name not in self.forget and name != self.id_member:
                same = given[name].type_name == shape[name].type_name
                simple = given[name].type_name not in ("structure", "list", "map")
                if same and (simple or _fits(value, shape[name])):
                    memory[name] = value
        return memory

    def entry_shape(self, exchange: Exchange) -> Document:
        output = exchange.model.output_shape.members if exchange.model.output_shape else {}
        if self.single and self.single in output:
            return output[self.single].members
        if not self.single:
            return output
        read = operation_model(self.service, self.read[0]).output_shape.members
        shape = read.get(self.listed) or read.get(self.single)
        return shape.member.members if shape.type_name == "list" else shape.members

    def _entries(self, result: Document) -> Iterator[Document]:
        entry = self.entry(result)
        if entry and self.id_member in entry:
            yield entry
        for found in result.get(self.listed) or [] if self.listed else []:
            if isinstance(found, dict):
                yield found

    def shown(self, exchange: Exchange, result: Document) -> Document:
        for entry in self._entries(result):
            life = self.life(exchange, str(entry.get(self.id_member, "")))
            if life is not None:
                self.decorate(exchange, entry, life)
        return result

    def decorate(self, exchange: Exchange, entry: Document, life: Life) -> None:
        merge(entry, life.memory)
        merge(entry, life.shown)
        if self.pending_member:
            entry[self.pending_member] = dict(life.pending)
        if self.status:
            put(entry, self.status, self.word(life.state), life.state)


def merge(entry: Document, fields: Document) -> None:
    for name, value in fields.items():
        if value is None:
            entry.pop(name, None)
        else:
            entry[name] = value


def put(entry: Document, path: str, value: Any, state: str) -> None:
    """Sets a member, unless moto says something better than available, such as stopped."""
    *parents, last = path.split(".")
    for parent in parents:
        entry = entry.setdefault(parent, {})
    if state == AVAILABLE and isinstance(value, str):
        if entry.get(last) not in (None, "") and entry.get(last) != value:
            if str(entry[last]).lower() not in _TRANSIENT:
                return
    entry[last] = value


_TRANSIENT = {
    "creating", "modifying", "available", "active", "deployed", "inprogress", "updating",
    "snapshotting", "pending_deployment", "deleting",
}  # fmt: skip


def _fits(value: Any, shape: Any) -> bool:
    """Whether a value of a request can stand in an answer as it is."""
    if shape.type_name == "structure":
        return isinstance(value, dict) and all(
            k in shape.members and _fits(v, shape.members[k]) for k, v in value.items()
        )
    if shape.type_name == "list":
        return isinstance(value, list) and all(_fits(v, shape.member) for v in value)
    if shape.type_name == "map":
        return isinstance(value, dict) and all(_fits(v, shape.value) for v in value.values())
    return not isinstance(value, (dict, list))
