"""What each output for a Guacamole carries of a drawing, or says that it cannot: the table in docs/outputs.md, row by row."""

import hashlib
from typing import Any

import pytest

from labmapper.core.pipeline import compile_diagram
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Content
from labmapper.formats.options import parse_values
from labmapper.formats.registry import find_writable
from support.labs.drawings import build_diagram, draw_lab, draw_pods

LINKS = "guacamole-json"
TARGETS = ("user-mapping", "guacamole-postgresql", "guacamole-mysql", "guacamole-import", LINKS)
KEY = {"key": "00112233445566778899aabbccddeeff", "address": "https://gateway.example/"}
CARRIED, LEFT_OUT = "carried", "left out"


def with_router(**fields: Any) -> dict[str, Any]:
    drawing = draw_lab()
    drawing["nodes"][0] |= fields
    return drawing


def with_parameter(value: str) -> dict[str, Any]:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"] = {"color-scheme": value}
    return drawing


def with_people(*usernames: str, **fields: str) -> dict[str, Any]:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": each} | fields for each in usernames]
    return drawing


def with_two_of_one_name() -> dict[str, Any]:
    drawing = draw_lab()
    other = {"id": "n3", "type": "device", "label": "R1", "connections": [{"protocol": "ssh", "host": "10.0.0.2"}]}
    drawing["nodes"] += [other, {"id": "n4", "type": "users", "label": "guest1"}]
    drawing["access"] = [{"id": f"a{u}", "users": u, "target": d} for u, d in (("n2", "n1"), ("n4", "n3"))]
    return drawing


def hash_with(algorithm: str) -> str:
    return hashlib.new(algorithm, b"known").hexdigest()


# A drawing, a text to look for in each file, and what becomes of it in TARGETS: CARRIED, LEFT_OUT or the code of a problem.
ROWS: dict[str, tuple[dict[str, Any], str, tuple[str, str, str, str, str]]] = {
    "numbered people": (draw_lab(), "student02", (CARRIED,) * 5),
    "names of people": (with_people("ann", name="Ann Lee"), "Ann Lee", (LEFT_OUT, CARRIED, CARRIED, LEFT_OUT, CARRIED)),
    "plain passwords": (draw_lab(password="Fix-9-it"), "Fix-9-it", (CARRIED,) + (LEFT_OUT,) * 4),
    "known sha256": (
        with_people("ann", password=hash_with("sha256"), encoding="sha256"),
        hash_with("sha256"),
        (CARRIED, CARRIED, CARRIED, LEFT_OUT, LEFT_OUT),
    ),
    "known md5": (
        with_people("ann", password=hash_with("md5"), encoding="md5"),
        hash_with("md5"),
        (CARRIED, "database-password-hash", "database-password-hash", LEFT_OUT, LEFT_OUT),
    ),
    "pods": (draw_pods(), "R1 (student02)", (LEFT_OUT, LEFT_OUT, LEFT_OUT, CARRIED, LEFT_OUT)),
    "tokens": (with_parameter("${GUAC_USERNAME}"), "${GUAC_USERNAME}", (CARRIED,) * 5),
    "the password as token": (
        with_parameter("${GUAC_PASSWORD}"), "${GUAC_PASSWORD}", (CARRIED,) * 4 + ("json-password-token",),
    ),
    "long values": (with_parameter("x" * 4_097), "x" * 4_097, (CARRIED,) + ("database-too-long",) * 3 + (CARRIED,)),
    "empty values": (with_parameter(""), "color-scheme", (CARRIED, LEFT_OUT, LEFT_OUT, LEFT_OUT, CARRIED)),
    "names beyond U+00FF": (
        with_router(label="路由器"), "路由器", ("name-shuts-page", CARRIED, CARRIED, CARRIED, "name-shuts-page"),
    ),
    "emoji": (with_people("a😀"), "a😀", (CARRIED, CARRIED, "database-character", CARRIED, CARRIED)),
    "capitals": (with_people("ann", "Ann"), "Ann", (CARRIED, CARRIED, "database-names-meet", CARRIED, CARRIED)),
    "one name twice": (with_two_of_one_name(), "10.0.0.2", (CARRIED,) + ("database-names-meet",) * 3 + (CARRIED,)),
    "slashes": (with_people("a/b"), "a/b", (CARRIED,) * 5),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_what_is_drawn_has_its_answer_in_every_output(row: str) -> None:
    drawing, text, expected = ROWS[row]

    assert tuple(tell(drawing, target, text) for target in TARGETS) == expected


def test_a_token_of_connections_in_databases_is_told_for_the_outputs_without_one() -> None:
    diagram = build_diagram(with_parameter("${HISTORY_UUID}"))

    told = []
    for name in TARGETS:
        target = find_writable(name)
        assert target is not None
        problems = compile_diagram(diagram, by_name=target.is_by_name).problems
        told += [name for problem in problems if problem.code == "token-of-databases"]

    assert told == ["user-mapping", LINKS]


def tell(drawing: dict[str, Any], name: str, text: str) -> str:
    """Return whether *text* is in the file or in what its links carry, or the code of the error that keeps it from being made."""
    diagram, target = build_diagram(drawing), find_writable(name)
    assert target is not None
    assert target.writer is not None
    compilation, given = compile_diagram(diagram, by_name=target.is_by_name), KEY if target.name == LINKS else {}
    chunks, problems = write_file(target, diagram, compilation, bytes(32), given)
    errors = [problem.code for problem in (*compilation.problems, *problems) if problem.is_error]
    if errors:
        return errors[0]
    content = Content(compilation.lab, diagram, None, parse_values(target.write_options, given))
    pieces = [*(chunks or ()), *(target.writer.render_preview(content) if target.writer.render_preview else ())]
    written = b"".join(pieces).decode()
    return CARRIED if text in written or text.upper() in written else LEFT_OUT
