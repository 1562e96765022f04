import hashlib
import subprocess
import sys
from typing import Any

import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.accounts import users
from labmapper.persistence.accounts.users import Opened, UsernameTaken, Users, fold_username
from labmapper.persistence.database.tables import DiagramRow, RevisionRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from support.labs.drawings import draw_lab

PASSWORD = "quiet violet lantern"


def test_the_right_password_opens_the_account(store: Store) -> None:
    people = Users(store)
    row = people.create("Alice", PASSWORD)

    assert people.check("Alice", PASSWORD) == Opened.of(row)
    assert people.check("alice", PASSWORD) == Opened.of(row)


@pytest.mark.parametrize(("username", "password"), [("Alice", "wrong"), ("Alice", ""), ("Nobody", PASSWORD), ("", "")])
def test_anything_else_opens_nothing(store: Store, username: str, password: str) -> None:
    Users(store).create("Alice", PASSWORD)

    assert Users(store).check(username, password) is None


def test_a_password_is_hashed_at_a_cost_that_makes_guessing_slow() -> None:
    code = "from labmapper.persistence.accounts.users import hash_password; print(hash_password('x'))"

    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert printed.startswith("scrypt:131072:8:1$")


def test_a_name_that_does_not_exist_takes_the_work_of_one_that_does(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, scrypt = Users(store), hashlib.scrypt
    work: list[list[dict[str, int]]] = []
    people.create("Alice", PASSWORD)

    def note(password: bytes, **cost: Any) -> bytes:
        work[-1].append({name: cost[name] for name in ("n", "r", "p")})
        return scrypt(password, **cost)

    monkeypatch.setattr(hashlib, "scrypt", note)
    for name in ("Nobody", "Alice", "Nobody", "x" * 100_000):
        work.append([])
        assert people.check(name, "wrong") is None

    assert all(each == work[0] for each in work)
    assert len(work[0]) == 1


def test_a_hash_that_was_cheaper_is_made_anew_at_log_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Users(store).create("Alice", PASSWORD)
    monkeypatch.setattr(users, "HASH_METHOD", "scrypt:1024:8:1")

    assert Users(store).check("Alice", "wrong") is None
    assert row.password_hash.startswith("scrypt:512:8:1$")
    assert Users(store).check("Alice", PASSWORD) == Opened.of(row)
    assert row.password_hash.startswith("scrypt:1024:8:1$")
    assert Users(store).check("Alice", PASSWORD) == Opened.of(row)


def test_a_password_is_kept_as_a_salted_hash(store: Store) -> None:
    first, second = Users(store).create("Alice", PASSWORD), Users(store).create("Bob", PASSWORD)

    assert PASSWORD not in first.password_hash
    assert first.password_hash != second.password_hash


@pytest.mark.parametrize("again", ["Alice", "ALICE", "\uff21lice"])
def test_names_that_look_alike_are_one(store: Store, again: str) -> None:
    Users(store).create("Alice", PASSWORD)

    with pytest.raises(UsernameTaken):
        Users(store).create(again, PASSWORD)
    assert len(Users(store).list()) == 1


def test_a_disabled_account_opens_for_nobody(store: Store) -> None:
    people = Users(store)
    row = people.create("Alice", PASSWORD)

    people.set_disabled(row, is_disabled=True)

    assert people.check("Alice", PASSWORD) is None
    people.set_disabled(row, is_disabled=False)
    assert people.check("Alice", PASSWORD) == Opened.of(row)


def test_a_new_password_takes_the_place_of_the_old_one(store: Store) -> None:
    people = Users(store)
    row = people.create("Alice", PASSWORD)

    people.set_password(row, "another violet lantern")

    assert people.check("Alice", PASSWORD) is None
    assert people.check("Alice", "another violet lantern") == Opened.of(row)


def test_a_deleted_account_takes_everything_along(store: Store) -> None:
    row = Users(store).create("Alice", PASSWORD)
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    Diagrams(store).create(Owner(user_id=row.id), diagram, bytes(32))

    Users(store).delete(row)

    assert Users(store).find("Alice") is None
    assert store.session.scalars(select(DiagramRow)).all() == []
    assert store.session.scalars(select(RevisionRow)).all() == []


def test_somebody_unknown_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        Users(store).get("Nobody")


def test_a_name_that_grows_when_folded_still_fits(store: Store) -> None:
    name = "\ufdfa" * 13

    assert Users(store).create(name, PASSWORD).username_key == fold_username(name)
