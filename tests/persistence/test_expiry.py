from datetime import timedelta

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.expiry import ExpiredDiagrams
from labmapper.persistence.listing import Listing
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from support.labs.drawings import draw_lab
from support.server.clocks import NOON, at

SEED = bytes(range(32))
GUEST = Owner(guest="g" * 43)


def build(title: str = "Lab") -> Diagram:
    diagram, problems = parse_diagram(draw_lab(title))
    assert diagram is not None, problems
    return diagram


def test_what_guests_have_not_touched_expires(store: Store, alice: Owner) -> None:
    Diagrams(at(store, NOON)).create(GUEST, build("Old"), SEED)
    Diagrams(at(store, NOON)).create(alice, build("Hers"), SEED)
    Diagrams(at(store, NOON + timedelta(days=20))).create(GUEST, build("Young"), SEED)

    assert ExpiredDiagrams(at(store, NOON + timedelta(days=31))).purge_guests(timedelta(days=30)) == 1

    assert [info.title for info in Diagrams(store).list(GUEST, Listing()).items] == ["Young"]
    assert [info.title for info in Diagrams(store).list(alice, Listing()).items] == ["Hers"]


def test_the_trash_is_emptied_after_its_days(store: Store, alice: Owner) -> None:
    info = Diagrams(at(store, NOON - timedelta(days=100))).create(alice, build(), SEED)
    Diagrams(at(store, NOON)).delete(alice, info.id)

    assert ExpiredDiagrams(at(store, NOON + timedelta(days=29))).purge_trash(timedelta(days=30)) == 0
    assert ExpiredDiagrams(at(store, NOON + timedelta(days=31))).purge_trash(timedelta(days=30)) == 1


def test_what_would_go_is_counted_first(store: Store, alice: Owner) -> None:
    info = Diagrams(at(store, NOON)).create(alice, build(), SEED)
    Diagrams(at(store, NOON)).delete(alice, info.id)
    Diagrams(at(store, NOON)).create(GUEST, build(), SEED)
    Diagrams(at(store, NOON)).create(alice, build(), SEED)
    old, month = ExpiredDiagrams(at(store, NOON + timedelta(days=31))), timedelta(days=30)

    counts = old.count_guests(month), old.count_trash(month), old.count_all()

    assert counts == (1, 1, 3)
