from labmapper.config import Config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.log_ins import LogIns, Place
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from labmapper.persistence.upkeep import Purged, purge
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
    LogIns(now, config).begin(alice.user_id or 0, Place("", "10.0.0.1"))
    later = after(store, days=31)

    assert purge(now, config) == Purged(0, 0, 0, 0, 0)
    assert purge(later, config) == Purged(1, 1, 1, 0, 1)
    assert purge(later, config) == Purged(0, 0, 0, 0, 0)
