"""The SQL statements of saving and opening a diagram, which are executed most: built once, from tables rather than from mapped classes."""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from labmapper.persistence.database.tables import DIAGRAMS, REVISIONS
from labmapper.persistence.permissions import Action, allows

# What lists show of a diagram.
INFO = tuple(DIAGRAMS.c[name] for name in ("token", "title", "revision", "created_at", "updated_at", "deleted_at"))
ADD_REVISION = insert(REVISIONS)


@cache
def build_save(*, is_guest: bool) -> ReturningUpdate[*tuple[Any, ...]]:
    """Return the statement that saves over the revision ``based_on``, and answers what lists show."""
    is_current = DIAGRAMS.c.revision == bindparam("based_on")
    return (
        update(DIAGRAMS)
        .where(allows(Action.CHANGE, is_guest=is_guest), is_current)
        .values(
            revision=DIAGRAMS.c.revision + 1,
            title=bindparam("new_title"),
            search_text=bindparam("new_search_text"),
            stored_bytes=DIAGRAMS.c.stored_bytes + bindparam("added"),
            updated_at=bindparam("now"),
        )
        .returning(DIAGRAMS.c.id, *INFO)
    )


@cache
def build_whole_save(*, is_guest: bool) -> Select[*tuple[Any, ...]]:
    """Return ``build_save`` together with ``ADD_REVISION`` of the ``document``, in one statement: Postgres has those, SQLite has not."""
    saved = build_save(is_guest=is_guest).cte("saved")
    document = bindparam("document", type_=REVISIONS.c.document.type)
    values = select(saved.c.id, saved.c.revision, document, saved.c.updated_at)
    added = ADD_REVISION.from_select(["diagram_id", "number", "document", "created_at"], values).cte("added")
    return select(saved).add_cte(added)


@cache
def build_find(action: Action, *, is_guest: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the document, the seed and the request key of a diagram, and for what lists show."""
    is_current = (REVISIONS.c.diagram_id == DIAGRAMS.c.id) & (REVISIONS.c.number == DIAGRAMS.c.revision)
    columns = (REVISIONS.c.document, DIAGRAMS.c.seed, DIAGRAMS.c.request_key, *INFO)
    return select(*columns).join_from(DIAGRAMS, REVISIONS, is_current).where(allows(action, is_guest=is_guest))
