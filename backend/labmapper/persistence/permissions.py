"""Permissions: who owns a row, and whether an owner may do an action to a diagram. Every query goes through this.

Today whoever owns a diagram may do everything to it, and nobody else anything. To let others in is to change ``may`` and
``is_listed``: all callers say what they want to do.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, select, true
from sqlalchemy.orm import InstrumentedAttribute

from labmapper.persistence.database.tables import DIAGRAMS, DiagramRow, UploadRow
from labmapper.persistence.store import NotFound, Store


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who owns diagrams: exactly one of *user_id* and *guest* is given."""

    user_id: int | None = None
    guest: str | None = None

    def __post_init__(self) -> None:
        """Refuse an owner who is nobody, or two."""
        if (self.user_id is None) == (self.guest is None):
            raise ValueError("An owner is either a user or a guest.")

    @property
    def is_guest(self) -> bool:
        """Whether it is the session of a guest."""
        return self.guest is not None

    @property
    def key(self) -> str | int | None:
        """What its rows have in their column for guests, or in the one for people."""
        return self.guest if self.is_guest else self.user_id

    def owns(self, table: type[DiagramRow | UploadRow]) -> ColumnElement[bool]:
        """Return the condition that a row of *table* is this owner's."""
        return table.user_id == self.user_id if self.guest is None else table.guest == self.guest


class Action(Enum):
    """What somebody does to a diagram that is saved, to its revisions and to its mappings."""

    VIEW = auto()
    CHANGE = auto()
    DELETE = auto()  # put in the trash
    RECOVER = auto()  # see in the trash, take out of it, or remove for good
    EXPORT = auto()  # take along in an archive, from the trash too


def may(owner: Owner, action: Action, diagram: str) -> ColumnElement[bool]:
    """Return the condition that a row is the diagram with the token *diagram*, and that *owner* may do *action* to it."""
    return and_(DiagramRow.token == diagram, owner.owns(DiagramRow), _is_where(action))


def allows(action: Action, *, is_guest: bool) -> ColumnElement[bool]:
    """Return ``may`` for a statement that is built once and sent often: with ``name_parameters`` left open.

    Such statements are made of tables.
    """
    owner = DIAGRAMS.c.guest if is_guest else DIAGRAMS.c.user_id
    is_theirs = and_(DIAGRAMS.c.token == bindparam("diagram"), owner == bindparam("owner"))
    return and_(is_theirs, _is_where(action, DIAGRAMS.c.deleted_at))


def name_parameters(owner: Owner, diagram: str) -> dict[str, str | int | None]:
    """Return the parameters that ``allows`` leaves open."""
    return {"diagram": diagram, "owner": owner.key}


def require(store: Store, owner: Owner, action: Action, diagram: str) -> int:
    """Return the row id of the *diagram*, or raise NotFound unless *owner* may do *action* to it."""
    query = _build_require(action, is_guest=owner.is_guest)
    found: int | None = store.session.scalar(query, name_parameters(owner, diagram))
    if found is None:
        raise NotFound(diagram)
    return found


@cache
def _build_require(action: Action, *, is_guest: bool) -> Select[int]:
    return select(DIAGRAMS.c.id).where(allows(action, is_guest=is_guest))


def is_listed(owner: Owner, *, in_trash: bool) -> ColumnElement[bool]:
    """Return the condition that a diagram stands in the list of *owner*, or in that of the trash."""
    return and_(owner.owns(DiagramRow), _is_where(Action.RECOVER if in_trash else Action.VIEW))


def _is_where(
    action: Action,
    deleted_at: ColumnElement[datetime | None] | InstrumentedAttribute[datetime | None] = DiagramRow.deleted_at,
) -> ColumnElement[bool]:
    """Return the condition that a diagram lies where *action* is done: in the trash, outside of it, or anywhere."""
    if action is Action.EXPORT:
        return true()
    is_trash: ColumnElement[bool] = deleted_at.is_not(None)
    return is_trash if action is Action.RECOVER else ~is_trash
