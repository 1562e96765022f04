from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.mappings import MappingFacts, Mappings
from labmapper.persistence.permissions import Owner
from labmapper.persistence.revisions import PAGE_SIZE, Revisions, find_superfluous
from labmapper.persistence.store import NotFound, Store
from support.labs.drawings import draw_lab
from support.server.clocks import after

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def build(title: str) -> Diagram:
    diagram, _ = parse_diagram(draw_lab(title))
    assert diagram is not None
    return diagram


def save(store: Store, owner: Owner, revisions: int, minutes: float = 1) -> str:
    """Save a diagram so many times, *minutes* apart, beginning at noon."""
    token = Diagrams(after(store)).create(owner, build("Save 1"), bytes(32)).id
    for number in range(1, revisions):
        now = after(store, minutes=number * minutes)
        Diagrams(now).save(owner, token, build(f"Save {number + 1}"), revision=number)
    return token


def list_numbers(store: Store, owner: Owner, token: str) -> list[int]:
    return [info.number for info in Revisions(store).list(owner, token).items]


def test_every_save_can_be_looked_at(store: Store, alice: Owner) -> None:
    token = save(store, alice, 3)

    infos = Revisions(store).list(alice, token).items

    assert [(info.number, info.is_current) for info in infos] == [(3, True), (2, False), (1, False)]
    assert Revisions(store).load(alice, token, 1)["title"] == "Save 1"
    assert Revisions(store).find_before(alice, token, 3) == 2
    assert Revisions(store).find_before(alice, token, 1) is None


def test_old_revisions_are_thinned_but_not_those_with_a_name_or_a_mapping(store: Store, alice: Owner) -> None:
    token = save(store, alice, 8, minutes=1)
    Revisions(store).set_name(alice, token, 2, "Before the exam")
    Mappings(store).create(alice, token, MappingFacts(4, 1, 1, 1, {}), [b"x"])

    for number in (8, 9):
        Diagrams(after(store, days=2)).save(alice, token, build("Later"), revision=number)

    assert list_numbers(store, alice, token) == [10, 9, 8, 4, 2]


def test_a_long_history_has_pages(store: Store, alice: Owner) -> None:
    token = save(store, alice, PAGE_SIZE + 2, minutes=0.1)

    first = Revisions(store).list(alice, token)
    second = Revisions(store).list(alice, token, before=int(first.next or 0))

    assert [info.number for info in (*first.items, *second.items)] == list(range(PAGE_SIZE + 2, 0, -1))
    assert second.next is None


def test_another_persons_history_is_not_there(store: Store, alice: Owner, bob: Owner) -> None:
    token, revisions = save(store, alice, 2), Revisions(store)

    for act in (
        lambda: revisions.list(bob, token),
        lambda: revisions.get(bob, token, 1),
        lambda: revisions.load(bob, token, 1),
        lambda: revisions.set_name(bob, token, 1, "Mine"),
        lambda: revisions.load(alice, token, 3),
        lambda: revisions.set_name(alice, token, 3, "None"),
    ):
        with pytest.raises(NotFound):
            act()
    assert revisions.find_before(bob, token, 2) is None


def ago(**since: float) -> datetime:
    return NOW - timedelta(**since)


@pytest.mark.parametrize(
    ("times", "superfluous"),
    [
        ([ago(minutes=59), ago(minutes=58), ago(minutes=1)], ()),
        ([ago(hours=3, minutes=20), ago(hours=3, minutes=10), ago(hours=2)], (0,)),
        ([ago(days=3, hours=4), ago(days=3, hours=3), ago(days=3, hours=2), ago(days=2)], (1, 0)),
        ([ago(hours=26), ago(hours=25), ago(hours=2), ago(hours=1, minutes=1)], (0,)),
        ([], ()),
    ],
    ids=["last-hour", "hourly", "daily", "both", "none"],
)
def test_the_latest_of_each_stretch_is_kept(times: list[datetime], superfluous: tuple[int, ...]) -> None:
    assert find_superfluous(enumerate(times), NOW) == superfluous


@given(st.lists(st.integers(0, 60 * 24 * 40), max_size=60))
def test_thinning_twice_is_thinning_once(minutes: list[int]) -> None:
    revisions = list(enumerate(NOW - timedelta(minutes=each) for each in sorted(minutes, reverse=True)))
    gone = set(find_superfluous(revisions, NOW))
    left = [revision for revision in revisions if revision[0] not in gone]

    assert find_superfluous(left, NOW) == ()
    assert left[-1:] == revisions[-1:]
