import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import Diagram
from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Action, Owner, is_listed, may, require
from labmapper.persistence.store import NotFound, Store

OUTSIDE_OF_THE_TRASH = {Action.VIEW, Action.CHANGE, Action.DELETE, Action.EXPORT}
IN_THE_TRASH = {Action.RECOVER, Action.EXPORT}


def list_allowed(store: Store, owner: Owner, token: str) -> set[Action]:
    return {action for action in Action if store.session.scalar(select(DiagramRow.id).where(may(owner, action, token)))}


@pytest.mark.parametrize("options", [{}, {"user_id": 1, "guest": "g"}])
def test_an_owner_is_exactly_one_of_user_and_guest(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="either a user or a guest"):
        Owner(**options)  # type: ignore[arg-type]


def test_an_owner_may_do_what_fits_where_the_diagram_lies(store: Store, alice: Owner) -> None:
    token = Diagrams(store).create(alice, Diagram(), bytes(32)).id
    assert list_allowed(store, alice, token) == OUTSIDE_OF_THE_TRASH

    Diagrams(store).delete(alice, token)
    assert list_allowed(store, alice, token) == IN_THE_TRASH


def test_a_guest_may_do_the_same_to_their_own(store: Store, visitor: Owner) -> None:
    token = Diagrams(store).create(visitor, Diagram(), bytes(32)).id

    assert list_allowed(store, visitor, token) == OUTSIDE_OF_THE_TRASH


def test_nobody_else_may_do_anything(store: Store, alice: Owner, bob: Owner, visitor: Owner) -> None:
    token = Diagrams(store).create(alice, Diagram(), bytes(32)).id

    for other in (bob, visitor, Owner(guest="h" * 43)):
        assert list_allowed(store, other, token) == set()


@pytest.mark.parametrize("action", Action)
def test_what_is_not_there_and_what_is_not_allowed_are_refused_alike(
    store: Store, alice: Owner, bob: Owner, action: Action
) -> None:
    token = Diagrams(store).create(alice, Diagram(), bytes(32)).id

    for owner, diagram in ((bob, token), (alice, "nothing")):
        with pytest.raises(NotFound):
            require(store, owner, action, diagram)


def test_a_list_holds_what_is_mine_and_lies_there(store: Store, alice: Owner, bob: Owner) -> None:
    kept, thrown, _ = (Diagrams(store).create(owner, Diagram(), bytes(32)).id for owner in (alice, alice, bob))
    Diagrams(store).delete(alice, thrown)

    for in_trash, expected in ((False, [kept]), (True, [thrown])):
        query = select(DiagramRow.token).where(is_listed(alice, in_trash=in_trash))
        assert list(store.session.scalars(query)) == expected
