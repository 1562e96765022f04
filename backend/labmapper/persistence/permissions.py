"""Permissions: who owns a row, and whether an owner may do an action to a diagram. Every query goes through this.

Today whoever owns a diagram may do everything to it, and nobody else anything. To let others in is to change ``may`` and
``is_listed``: all callers say what they want to do.
"""

from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import ColumnElement, and_, select, true

from labmapper.persistence.database.tables import DiagramRow, UploadRow
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


def require(store: Store, owner: Owner, action: Action, diagram: str) -> int:
    """Return the row id of the *diagram*, or raise NotFound unless *owner* may do *action* to it."""
    found = store.session.scalar(select(DiagramRow.id).where(may(owner, action, diagram)))
    if found is None:
        raise NotFound(diagram)
    return found


def is_listed(owner: Owner, *, in_trash: bool) -> ColumnElement[bool]:
    """Return the condition that a diagram stands in the list of *owner*, or in that of the trash."""
    return and_(owner.owns(DiagramRow), _is_where(Action.RECOVER if in_trash else Action.VIEW))


def _is_where(action: Action) -> ColumnElement[bool]:
    """Return the condition that a diagram lies where *action* is done: in the trash, outside of it, or anywhere."""
    if action is Action.EXPORT:
        return true()
    is_trash: ColumnElement[bool] = DiagramRow.deleted_at.is_not(None)
    return is_trash if action is Action.RECOVER else ~is_trash
