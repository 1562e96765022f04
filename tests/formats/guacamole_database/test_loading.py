"""The scripts on real databases: loaded twice, after a change, over what others made, and taken away again."""

import csv
import io
import re
from html import unescape
from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from support.guacamole.databases import GuacamoleDatabase, ScriptError
from support.guacamole.reader import read_everything, read_gateway
from support.labs.drawings import build_diagram, draw_lab, draw_pods

SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))


def write(target: str, drawing: dict[str, Any] | Diagram, seed: bytes = SEED, **values: str) -> bytes:
    diagram = drawing if isinstance(drawing, Diagram) else build_diagram(drawing)
    found = registry.find_writable(target)
    assert found is not None
    compilation = compile_diagram(diagram, by_name=found.is_by_name)
    assert compilation.is_sound, compilation.problems
    chunks, problems = write_file(found, diagram, compilation, seed, values)
    assert chunks is not None, problems
    return b"".join(chunks)


def script_for(database: GuacamoleDatabase, drawing: dict[str, Any], seed: bytes = SEED, **values: str) -> bytes:
    return write("guacamole-mysql" if database.is_mysql else "guacamole-postgresql", drawing, seed, **values)


def list_passwords(drawing: dict[str, Any]) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(write("credentials", drawing).decode(), newline=""))
    return {row["username"]: row["password"] for row in rows}


def read_slips(drawing: dict[str, Any]) -> dict[str, str]:
    texts = map(unescape, re.findall(r'<dd class="secret[^"]*">([^<]+)</dd>', write("slips", drawing).decode()))
    return dict(zip(texts, texts, strict=True))


def test_everybody_logs_in_with_the_password_of_their_slip_and_reaches_what_was_drawn(
    database: GuacamoleDatabase,
) -> None:
    database.load(script_for(database, draw_lab()))

    gateway = read_gateway(database)
    passwords = read_slips(draw_lab())
    router = {"protocol": "ssh", "hostname": "10.0.0.1", "username": "cisco", "password": "router-secret"}
    assert set(gateway.accounts) == {"student01", "student02"}
    assert all(gateway.lets_in(*each) for each in passwords.items())
    assert not gateway.lets_in("student01", passwords["student02"])
    assert gateway.reached == {name: {("Lab", "R1"): router} for name in passwords}


def test_a_pod_is_a_group_that_its_owner_reads_and_nobody_else(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_pods()))

    reached = read_gateway(database).reached
    assert {name: list(paths) for name, paths in reached.items()} == {
        "student01": [("Lab", "student01", "R1")],
        "student02": [("Lab", "student02", "R1")],
    }
    assert reached["student02"]["Lab", "student02", "R1"]["hostname"] == "10.0.2.1"


@pytest.mark.parametrize("groups", ["pods", "zones", "none"])
def test_loading_it_again_changes_nothing(database: GuacamoleDatabase, groups: str) -> None:
    script = script_for(database, draw_pods(), groups=groups)
    database.load(script)
    before = read_everything(database)

    database.load(script)

    assert read_everything(database) == before


def test_after_a_change_it_is_as_if_only_the_new_script_had_been_loaded(database: GuacamoleDatabase) -> None:
    changed = draw_pods()
    changed["nodes"][1]["count"] = 1
    changed["nodes"][0]["label"] = "R7"
    database.load(script_for(database, changed))
    expected = read_gateway(database)
    database.empty()
    database.load(script_for(database, draw_pods()))

    database.load(script_for(database, changed))

    assert read_gateway(database) == expected


def test_a_connection_that_stays_keeps_its_number(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_lab()))
    before = database.select("guacamole_connection", "connection_id", "connection_name")

    database.load(script_for(database, draw_lab(students=3)))

    assert database.select("guacamole_connection", "connection_id", "connection_name") == before


def test_taken_away_nothing_is_left_and_nothing_of_others_is_touched(database: GuacamoleDatabase) -> None:
    other = draw_lab("Other", students=1)
    other["nodes"][1]["label"] = "guest01"
    database.load(script_for(database, other, OTHER_SEED))
    before = read_everything(database)
    database.load(script_for(database, draw_pods()))

    database.load(script_for(database, draw_pods(), what="remove"))

    assert read_everything(database) == before


def test_what_somebody_put_into_the_group_of_the_lab_stays_there(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_pods()))
    database.load(
        b"INSERT INTO guacamole_connection (connection_name, parent_id, protocol) SELECT 'mine',"
        b" connection_group_id, 'vnc' FROM guacamole_connection_group WHERE connection_group_name = 'student01';"
    )

    database.load(script_for(database, draw_pods(), what="remove"))

    assert database.select("guacamole_connection", "connection_name") == [("mine",)]
    groups = database.select("guacamole_connection_group", "connection_group_name")
    assert sorted(groups) == [("Lab",), ("student01",)]


@pytest.mark.parametrize("name", ["R2", "10 R2"])
def test_a_connection_of_the_same_name_that_somebody_put_there_is_refused_by_its_name(
    database: GuacamoleDatabase, name: str
) -> None:
    database.load(script_for(database, draw_pods()))
    database.load(
        f"INSERT INTO guacamole_connection (connection_name, parent_id, protocol) SELECT '{name}',"
        " connection_group_id, 'vnc' FROM guacamole_connection_group WHERE connection_group_name = 'student01';".encode()
    )
    before = read_everything(database)
    renamed = draw_pods()
    renamed["nodes"][0]["label"] = name

    with pytest.raises(ScriptError, match=f"{name} is here already and is not of this lab"):
        database.load(script_for(database, renamed))

    database.load(b"ROLLBACK;")
    assert read_everything(database) == before


@pytest.mark.parametrize("kind", ["USER", "group", "user group"])
def test_what_is_not_this_labs_is_refused_and_all_stays_as_it_was(database: GuacamoleDatabase, kind: str) -> None:
    drawing = draw_lab("Class")
    other = draw_lab("Class" if kind != "USER" else "Other")
    if kind != "USER":
        other["nodes"][1]["label"] = "guest01"
    if kind == "group":
        other["nodes"][1]["label"] = "guest"
        other["nodes"][1]["count"] = 1
    database.load(script_for(database, other, OTHER_SEED))
    before = read_everything(database)

    with pytest.raises(ScriptError, match="is not of this lab"):
        database.load(script_for(database, drawing))

    database.load(b"ROLLBACK;")
    assert read_everything(database) == before


def test_a_password_that_somebody_changed_stays_until_it_is_rotated(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_lab()))
    changed = "UPDATE guacamole_user SET password_salt = NULL;"
    database.load(changed.encode())

    database.load(script_for(database, draw_lab()))
    kept = read_gateway(database)
    drawing = draw_lab()
    drawing["nodes"][1]["password"] = {"mode": "random", "rotation": 1}
    database.load(script_for(database, drawing))

    assert all(salt is None for _, salt in kept.accounts.values())
    assert all(read_gateway(database).lets_in(*each) for each in list_passwords(drawing).items())


def test_all_passwords_are_set_where_that_is_asked_for(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_lab()))
    database.load(b"UPDATE guacamole_user SET password_salt = NULL;")

    database.load(script_for(database, draw_lab(), passwords="all"))

    assert all(read_gateway(database).lets_in(*each) for each in list_passwords(draw_lab()).items())


def test_accounts_have_their_days_and_must_change_the_password_once(database: GuacamoleDatabase) -> None:
    script = script_for(
        database, draw_lab(students=1), valid_from="2026-11-01", valid_until="2026-12-31", timezone="Europe/Berlin",
        force_change="true", own_password="true", max_connections="3",
    )  # fmt: skip
    database.load(script)
    columns = ("valid_from", "valid_until", "timezone", "expired")
    first = database.select("guacamole_user", *columns)
    database.load(b"UPDATE guacamole_user SET expired = false;")

    database.load(script)

    assert first[0][:3] == ("2026-11-01", "2026-12-31", "Europe/Berlin")
    assert first[0][3] in {"1", "true"}
    assert database.select("guacamole_user", "expired")[0][0] in {"0", "false"}
    assert sorted(database.select("guacamole_user_permission", "permission")) == [("READ",), ("UPDATE",)]
    assert database.select("guacamole_connection", "max_connections") == [("3",)]


def test_who_may_no_longer_change_the_password_cannot_after_the_next_script(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_lab(), own_password="true"))
    database.load(
        b"INSERT INTO guacamole_user_permission (entity_id, affected_user_id, permission) SELECT u.entity_id, o.user_id, 'UPDATE'"
        b" FROM guacamole_user u CROSS JOIN guacamole_user o WHERE u.entity_id < o.entity_id;"
    )

    database.load(script_for(database, draw_lab()))

    # What somebody gave for others than oneself stays.
    assert sorted(database.select("guacamole_user_permission", "permission")) == [("READ",), ("READ",), ("UPDATE",)]


def test_people_alone_come_without_connections_and_leave_those_that_are_there(database: GuacamoleDatabase) -> None:
    database.load(script_for(database, draw_lab(), what="people"))
    alone = database.select("guacamole_connection", "connection_name")
    database.load(script_for(database, draw_lab()))

    database.load(script_for(database, draw_lab(), what="people"))

    assert alone == []
    assert len(read_gateway(database).reached["student01"]) == 1


def test_a_known_hash_lets_in_without_salt_and_a_person_keeps_name_and_address(database: GuacamoleDatabase) -> None:
    drawing = draw_lab()
    digest = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"
    drawing["nodes"][1]["roster"] = [
        {"username": "ann", "password": digest, "encoding": "sha256", "name": "Ann O'Neil", "email": "ann@example.com"}
    ]
    database.load(script_for(database, drawing))

    assert read_gateway(database).lets_in("ann", "password")
    assert database.select("guacamole_user", "full_name", "email_address") == [("Ann O'Neil", "ann@example.com")]


def test_whatever_can_be_typed_comes_back_as_it_was(database: GuacamoleDatabase) -> None:
    drawing = draw_lab("It's a \\ lab; -- '")
    text = "a'b\\n\"c;--\r\nDELIMITER x\n\\q %s %b {x} é ß \t$$"
    drawing["nodes"][0]["connections"][0]["parameters"] = {"private-key": text, "username": "a\\'b"}
    drawing["nodes"][0]["connections"][0]["protocol"] = "ssh"
    drawing["nodes"][1]["roster"] = [{"username": "o'neil \\ x"}]
    drawing["nodes"][0]["label"] = "路'1\\"
    drawing["nodes"][1]["password"] = {"mode": "fixed", "value": "p'w\\"}

    database.load(script_for(database, drawing))

    gateway = read_gateway(database)
    assert gateway.lets_in("o'neil \\ x", "p'w\\")
    ((path, parameters),) = gateway.reached["o'neil \\ x"].items()
    assert path == ("It's a \\ lab; -- '", "路'1\\")
    assert parameters["private-key"] == text
    assert parameters["username"] == "a\\'b"
