"""The import file: what Guacamole 1.6 stumbles over is not in it, in any of its syntaxes."""

import csv
import io
import json
from typing import Any

import pytest
import yaml

from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from support.labs.drawings import build_diagram, draw_lab, draw_pods

SEED = bytes(range(32))


def write(drawing: dict[str, Any], **values: str) -> tuple[str | None, tuple[Problem, ...]]:
    diagram = build_diagram(drawing)
    found = registry.find_writable("guacamole-import")
    assert found is not None
    chunks, problems = write_file(found, diagram, compile_diagram(diagram), SEED, values)
    return (b"".join(chunks).decode() if chunks is not None else None), problems


def read(drawing: dict[str, Any], **values: str) -> list[dict[str, Any]]:
    text, problems = write(drawing, **values)
    assert text is not None, problems
    records: list[dict[str, Any]] = json.loads(text)
    return records


def test_a_connection_stands_there_once_with_everybody_who_reads_it() -> None:
    assert read(draw_lab()) == [
        {
            "name": "R1",
            "protocol": "ssh",
            "group": "ROOT",
            "parameters": {"hostname": "10.0.0.1", "username": "cisco", "password": "router-secret"},
            "users": ["student01", "student02"],
        }
    ]


def test_copies_of_pods_are_told_apart_by_their_names() -> None:
    found = [(each["name"], each["users"], each["parameters"]["hostname"]) for each in read(draw_pods())]

    assert found == [
        ("R1 (student01)", ["student01"], "10.0.1.1"),
        ("R1 (student02)", ["student02"], "10.0.2.1"),
    ]


def test_it_says_that_passwords_are_missing_and_that_the_sql_has_them() -> None:
    _, problems = write(draw_lab())

    assert [problem.code for problem in problems] == ["import-without-passwords"]
    assert "what=people" in problems[0].hint


def test_user_groups_of_the_sql_may_stand_in_place_of_people() -> None:
    (record,) = read(draw_lab(), readers="groups")

    assert "users" not in record
    assert record["groups"] == ["Lab: student"]


def test_short_names_come_first_because_longer_ones_hide_them() -> None:
    drawing = draw_lab()
    for k, label in enumerate(("web.prod", "a[b]", "web", "a")):
        connection = {"protocol": "ssh", "host": f"10.0.1.{k}"}
        drawing["nodes"].append({"id": f"d{k}", "type": "device", "label": label, "connections": [connection], "y": k})

    names = [each["name"] for each in read(drawing)]
    assert names == sorted(names, key=len)


@pytest.mark.parametrize(
    ("group", "path"),
    [("", "ROOT"), ("/Lab/A/", "ROOT/Lab/A"), ("ROOT/Lab", "ROOT/Lab"), ("ROOTed", "ROOT/ROOTed"), ("ROOT", "ROOT")],
)
def test_a_group_is_written_with_its_whole_path(group: str, path: str) -> None:
    assert read(draw_lab(), group=group)[0]["group"] == path


def test_all_syntaxes_say_the_same_and_nothing_is_taken_for_a_number() -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"] = {"username": "022", "password": "no;\\ \"'\u2028\u0085x\ny"}
    drawing["nodes"][1]["roster"] = [{"username": "a;b\\c"}, {"username": "1e3"}]
    (expected,) = read(drawing, max_connections="2")

    yaml_text, _ = write(drawing, syntax="yaml", max_connections="2")
    csv_text, _ = write(drawing, syntax="csv", max_connections="2")
    (row,) = csv.DictReader(io.StringIO(csv_text or "", newline=""))

    assert yaml.safe_load(yaml_text or "") == [expected]
    assert row["users"] == "a\\;b\\\\c;1e3"
    assert {
        name.removesuffix(" (parameter)"): value for name, value in row.items() if "(parameter)" in name
    } == expected["parameters"]
    assert row["max-connections (attribute)"] == "2"


def test_a_lab_without_connections_is_an_empty_list_in_each_syntax() -> None:
    drawing = draw_lab()
    drawing["nodes"] = drawing["nodes"][1:]

    assert [yaml.safe_load(write(drawing, syntax=syntax)[0] or "") for syntax in ("json", "yaml")] == [[], []]


def test_a_large_lab_comes_in_parts_that_have_everything_once() -> None:
    drawing = draw_lab()
    drawing["nodes"][0] |= {"count": 3000, "label": "R0001"}
    drawing["nodes"][0]["connections"][0]["host"] = "r{n}.lab"
    drawing["nodes"][0]["connections"][0]["parameters"]["private-key"] = "x" * 600
    texts = []
    for part in range(1, 10):
        text, problems = write(drawing, part=str(part))
        if text is None:
            break
        texts.append(text)
        told = {problem.code: problem.facts for problem in problems}["import-parts"]
        assert told["part"] == part

    assert told["count"] == len(texts) == 3
    assert [problem.variant for problem in problems if problem.is_error] == ["part"]
    assert all(len(text.encode()) <= 900_000 for text in texts)
    names = [record["name"] for text in texts for record in json.loads(text)]
    assert len(names) == len(set(names)) == 3000


@pytest.mark.parametrize(("username", "variant"), [("constructor", "reserved"), ("__proto__", "reserved")])
def test_names_that_break_the_import_are_refused(username: str, variant: str) -> None:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": username}]

    text, problems = write(drawing)

    assert text is None
    assert [(each.code, each.variant) for each in problems] == [("guacamole-import-name", variant)]


@pytest.mark.parametrize(
    ("names", "refused"),
    [
        (("web", "web.users"), ("web.users", "web")),
        (("web", "web.toString"), ("web.toString", "web")),
        (("PC.1", "PC[1]"), ("PC[1]", "PC.1")),
        (("a.b.c", 'a["b"]'), ('a["b"]', "a.b.c")),
        (("web", "web.prod", "web.prod2", "10.0.0", "10.0.0.1", "a", "a[b]", "users", "R9.name"), None),
    ],
)
def test_names_that_the_page_takes_for_one_are_refused_and_others_are_not(
    names: tuple[str, ...], refused: tuple[str, str] | None
) -> None:
    drawing = draw_lab()
    for k, label in enumerate(names):
        connection = {"protocol": "ssh", "host": f"10.0.1.{k}"}
        drawing["nodes"].append({"id": f"d{k}", "type": "device", "label": label, "connections": [connection], "y": k})

    text, problems = write(drawing)

    told = [(each.facts["name"], each.facts["other"]) for each in problems if each.variant == "repeated"]
    assert told == ([refused] if refused else [])
    assert (text is None) == bool(refused)


def test_more_than_anybody_imports_by_hand_is_refused_at_once() -> None:
    drawing = draw_lab(students=200)
    drawing["nodes"][0] |= {"count": 15_000, "label": "R00001"}
    drawing["nodes"][0]["connections"][0]["host"] = "r{n}.lab"

    text, problems = write(drawing)

    assert text is None
    assert [each.code for each in problems] == ["guacamole-import-too-large"]
