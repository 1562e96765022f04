from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from labmapper.config import Config
from labmapper.persistence.accounts.log_ins import LogIns, Place
from labmapper.persistence.accounts.users import Account, Users
from labmapper.persistence.database.tables import LogInRow, UserRow
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from support.server.clocks import NOON, after, at

HOME = Place("Firefox, Linux", "10.0.0.1")


@pytest.fixture
def user(store: Store, alice: Owner) -> UserRow:
    return Users(store).get("Alice")


@pytest.fixture
def log_ins(store: Store, config: Config) -> LogIns:
    return LogIns(store, config)


def test_a_log_in_stands_for_its_account(log_ins: LogIns, user: UserRow) -> None:
    secret = log_ins.begin(user, HOME)

    found = log_ins.find(secret, "10.0.0.1")

    assert found is not None
    assert found[0] == Account(user.id, "Alice", "alice", user.created_at)


@pytest.mark.parametrize("secret", ["", "x" * 43, "\udcff"])
def test_anything_else_is_nobodys(log_ins: LogIns, user: UserRow, secret: str) -> None:
    log_ins.begin(user, HOME)

    assert log_ins.find(secret, "10.0.0.1") is None


def test_only_a_digest_is_kept(store: Store, log_ins: LogIns, user: UserRow) -> None:
    secret = log_ins.begin(user, HOME)

    row = store.session.scalars(select(LogInRow)).one()
    assert secret not in (row.digest, row.token)


def test_each_log_in_is_one_of_its_own_and_the_list_has_the_last_used_first(
    store: Store, config: Config, user: UserRow
) -> None:
    first, second = (
        LogIns(after(store, minutes=number), config).begin(user, Place(name, f"10.0.0.{number}"))
        for number, name in enumerate(("Firefox, Linux", "Safari, iPad"))
    )
    LogIns(after(store, minutes=9), config).find(first, "10.0.0.7")

    rows = LogIns(after(store, minutes=9), config).list(user.id)

    assert first != second
    assert [(row.browser, row.address) for row in rows] == [
        ("Firefox, Linux", "10.0.0.7"),
        ("Safari, iPad", "10.0.0.1"),
    ]


def test_its_last_use_is_noted_once_a_minute(store: Store, config: Config, user: UserRow) -> None:
    secret = LogIns(after(store), config).begin(user, HOME)
    times = []
    for seconds in (30, 90, 100):
        log_ins = LogIns(after(store, seconds=seconds), config)
        log_ins.find(secret, "10.0.0.1")
        times.append(log_ins.list(user.id)[0].used_at)

    assert [(moment - NOON).seconds for moment in times] == [0, 90, 90]


def test_one_is_ended_by_its_owner_alone(log_ins: LogIns, user: UserRow, bob: Owner) -> None:
    secret, other = log_ins.begin(user, HOME), log_ins.begin(user, HOME)
    token = log_ins.find(secret, "10.0.0.1")[1].token  # type: ignore[index] # it has just begun
    with pytest.raises(NotFound):
        log_ins.end(bob.user_id or 0, token)

    log_ins.end(user.id, token)

    assert log_ins.find(secret, "10.0.0.1") is None
    assert log_ins.find(other, "10.0.0.1") is not None


def test_all_others_are_ended_and_those_of_other_people_stay(
    store: Store, log_ins: LogIns, user: UserRow, bob: Owner
) -> None:
    here, there, his = (
        log_ins.begin(user, HOME),
        log_ins.begin(user, HOME),
        log_ins.begin(Users(store).get("Bob"), HOME),
    )
    row = log_ins.find(here, "10.0.0.1")

    assert log_ins.end_all(user.id, but=row[1].token if row else None) == 1

    assert [log_ins.find(each, "10.0.0.1") is not None for each in (here, there, his)] == [True, False, True]


def test_a_new_password_ends_every_log_in(store: Store, log_ins: LogIns, user: UserRow) -> None:
    secret = log_ins.begin(user, HOME)

    Users(store).set_password(user, "another violet lantern")

    assert log_ins.find(secret, "10.0.0.1") is None


def test_a_disabled_account_is_out_for_good(store: Store, log_ins: LogIns, user: UserRow) -> None:
    secret = log_ins.begin(user, HOME)

    Users(store).set_disabled(user, is_disabled=True)
    assert log_ins.find(secret, "10.0.0.1") is None

    Users(store).set_disabled(user, is_disabled=False)
    assert log_ins.find(secret, "10.0.0.1") is None


@pytest.mark.parametrize(
    ("is_remembered", "times"),
    [
        (False, (timedelta(hours=5), timedelta(hours=4))),
        (False, (timedelta(hours=1), timedelta(hours=12))),
        (True, (timedelta(days=15), timedelta(days=14))),
        (True, (timedelta(days=5), timedelta(days=30))),
    ],
)
def test_it_ends_unused_and_at_last_however_much_it_is_used(
    store: Store, config: Config, user: UserRow, is_remembered: bool, times: tuple[timedelta, timedelta]
) -> None:
    used_every, lasts = times

    def at_time(passed: timedelta) -> LogIns:
        return LogIns(after(store, seconds=passed.total_seconds()), config)

    secret = at_time(timedelta()).begin(user, HOME, is_remembered=is_remembered)
    passed = used_every
    while passed <= lasts:
        assert at_time(passed).find(secret, "10.0.0.1") is not None
        passed += used_every

    late = at_time(lasts + timedelta(seconds=1))
    assert late.find(secret, "10.0.0.1") is None
    assert late.list(user.id) == []
    assert late.purge() == 1


@pytest.mark.parametrize(("is_remembered", "ahead"), [(False, timedelta(hours=13)), (True, timedelta(days=3650))])
def test_one_of_a_time_when_the_clock_was_far_ahead_has_ended(
    store: Store, config: Config, user: UserRow, is_remembered: bool, ahead: timedelta
) -> None:
    secret = LogIns(at(store, NOON + ahead), config).begin(user, HOME, is_remembered=is_remembered)

    back = LogIns(after(store), config)

    assert back.find(secret, "10.0.0.1") is None
    assert back.list(user.id) == []
    assert back.purge() == 1


def test_a_clock_that_is_set_back_by_an_hour_ends_none_and_its_next_use_is_noted(
    store: Store, config: Config, user: UserRow
) -> None:
    secret = LogIns(after(store, hours=1), config).begin(user, HOME)

    back = LogIns(after(store), config)

    assert back.find(secret, "10.0.0.1") is not None
    assert back.list(user.id)[0].used_at == NOON


def test_its_limits_are_settings(store: Store, config: Config, user: UserRow) -> None:
    secret = LogIns(after(store), config).begin(user, HOME)

    short = replace(config, login_idle_hours=1)

    assert LogIns(after(store, minutes=61), config).find(secret, "10.0.0.1") is not None
    assert LogIns(after(store, minutes=130), short).find(secret, "10.0.0.1") is None
