"""The statements that store a mapping and read it back: built once, and made of tables, as those of a save are."""

from functools import cache

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from labmapper.persistence.database.tables import DIAGRAMS, MAPPING_CHUNKS, MAPPINGS
from labmapper.persistence.permissions import Action, allows

ADD_MAPPING = insert(MAPPINGS).returning(MAPPINGS.c.id)
ADD_CHUNK = insert(MAPPING_CHUNKS)


@cache
def build_add_bytes(*, is_guest: bool) -> ReturningUpdate[int]:
    """Return the statement that counts ``added`` bytes more for a diagram that its ``owner`` may change, and answers its row id."""
    counted = update(DIAGRAMS).where(allows(Action.CHANGE, is_guest=is_guest))
    return counted.values(stored_bytes=DIAGRAMS.c.stored_bytes + bindparam("added")).returning(DIAGRAMS.c.id)


def select_chunk(mapping_id: int, number: int) -> Select[bytes]:
    """Return the query for the sealed chunk *number* of a mapping."""
    is_it = (MAPPING_CHUNKS.c.mapping_id == mapping_id) & (MAPPING_CHUNKS.c.number == number)
    return select(MAPPING_CHUNKS.c.data).where(is_it)
