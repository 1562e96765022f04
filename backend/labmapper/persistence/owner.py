"""Whose a thing is: a person's with an account, or a guest's. Every query goes through this."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement

from labmapper.persistence.database.tables import DiagramRow, UploadRow


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
