from labmapper.config import Config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.accounts.log_ins import LogIns, Place
from labmapper.persistence.accounts.users import Users
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from labmapper.persistence.upkeep import Expired, Purged, count_expired, purge
from labmapper.persistence.uploads import Uploads
from support.labs.drawings import draw_lab
from support.server.clocks import NOON, after, at


def test_what_has_expired_is_removed_once(store: Store, config: Config, alice: Owner, visitor: Owner) -> None:
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    now = at(store, NOON)
    hers = Diagrams(now).create(alice, diagram, bytes(32))
    Diagrams(now).delete(alice, hers.id)
    Diagrams(now).create(visitor, diagram, bytes(32))
    Uploads(now).create(visitor, b"x", bytes(32))
    LogIns(now, config).begin(Users(now).get("Alice"), Place("", "10.0.0.1"))
    later = after(store, days=31)

    assert purge(now, config) == Purged(0, 0, 0, 0, 0)
    assert purge(later, config) == Purged(1, 1, 1, 0, 1)
    assert purge(later, config) == Purged(0, 0, 0, 0, 0)


def test_so_much_is_suspicious_that_the_clock_may_be_wrong() -> None:
    assert Expired(guest_diagrams=11, trashed_diagrams=10, all_diagrams=209).is_suspicious
    assert not Expired(guest_diagrams=11, trashed_diagrams=10, all_diagrams=210).is_suspicious
    assert not Expired(guest_diagrams=20, trashed_diagrams=0, all_diagrams=20).is_suspicious


def test_what_would_be_removed_is_counted(store: Store, config: Config, visitor: Owner) -> None:
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    Diagrams(at(store, NOON)).create(visitor, diagram, bytes(32))

    assert count_expired(after(store, days=29), config) == Expired(0, 0, 1)
    assert count_expired(after(store, days=31), config) == Expired(1, 0, 1)
