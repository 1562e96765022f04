from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.persistence.thinning import find_superfluous

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


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
