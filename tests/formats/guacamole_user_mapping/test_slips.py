"""A broken ``user-mapping.xml`` is refused with its line and, where it is one of the usual slips, the cure."""

import pytest

from labmapper.core.problems import Problem
from labmapper.formats.guacamole_user_mapping.reader import parse_mapping

START = '<user-mapping>\n<authorize username="u" password="p">\n'
END = "\n</authorize>\n</user-mapping>\n"


def refuse(data: bytes) -> Problem:
    lab, problems = parse_mapping(data)

    assert lab is None
    errors = [problem for problem in problems if problem.is_error]
    assert errors[0].message
    assert errors[0].hint
    return errors[0]


@pytest.mark.parametrize(
    ("text", "line", "variant", "cure"),
    [
        (START + '<connection name="a"><param name="password">a&b</param></connection>' + END, 3, "ampersand", "&amp;"),
        ('<user-mapping>\n<authorize username="a&" password="b"/></user-mapping>', 2, "ampersand", "&amp;"),
        (START + '<connection name="a<b"/>' + END, 3, "less-than", "&lt;"),
        (
            START + '<connection name="a"><param name="port">&nbsp;1</param></connection>' + END,
            3,
            "entity",
            "&amp;nbsp;",
        ),
        ("<user-mapping>\n<authorize username=“lab” password=“x”/></user-mapping>", 2, "smart-quotes", "straight"),
        ("<user-mapping>\n<authorize username=lab password='x'/></user-mapping>", 2, "no-quotes", "in quotes"),
        (START + '<connection name="a"><protocol>ssh</connection>' + END, 3, "end-tag", "</protocol>"),
        (START + '<connection name="a"><protocol>ssh</protocol>' + END, 4, "end-tag", "</connection>"),
        (START, 3, "not-closed", "</authorize>"),
        ("<user-mapping></user-mapping>\n<user-mapping></user-mapping>", 2, "second-root", "one <user-mapping>"),
        ("<user-mapping></user-mapping>\nthe end", 2, "text-after", "Delete"),
        ("\n<?xml version='1.0'?><user-mapping/>", 2, "declaration", "before it"),
        ("<user-mapping>\n<authorize username='a' username='b'/></user-mapping>", 2, "attribute-twice", "one of them"),
        ("<user-mapping>\n&#1;</user-mapping>", 2, "character", "Delete"),
        ("<user-mapping>\n\x01</user-mapping>", 2, "character", "Delete"),
        ("<user-mapping>\n<authorize <></user-mapping>", 2, "less-than", ">"),
        ("<!-- nothing -->", 1, "empty", "right file"),
    ],
)
def test_a_slip_of_the_hand_is_told_as_what_it_is(text: str, line: int, variant: str, cure: str) -> None:
    problem = refuse(text.encode())

    assert (problem.code, problem.variant, problem.place.line) == ("mapping-syntax", variant, line)
    assert cure in problem.hint


@pytest.mark.parametrize(
    ("text", "line", "variant", "cure"),
    [
        ('<authorize username="u"/>', 1, "root-left-out", "<user-mapping>"),
        ("<UserMapping/>", 1, "root", "<user-mapping>"),
        ("<user-mapping>\n<Authorize/></user-mapping>", 2, "near", "<authorize>"),
        (START + "<parameter/>" + END, 3, "near", "<param>"),
        (START + "<hostname>h</hostname>" + END, 3, "unknown", "Delete"),
        ('<user-mapping>\n<param name="x"/></user-mapping>', 2, "outside", "<connection>"),
        (START + '<connection name="a"><connection name="b"/></connection>' + END, 3, "outside", "<connection>"),
        (START + '<authorize username="v"/>' + END, 3, "nested", "</authorize>"),
        (
            START + '<connection name="a"><protocol><param name="x"/></protocol></connection>' + END,
            3,
            "text-only",
            "before",
        ),
        (START + "<connection/>" + END, 3, "connection-name", "name="),
        (
            '<user-mapping>\n<authorize>\nusername="lab"\n</authorize></user-mapping>',
            2,
            "typed-attributes",
            "<authorize",
        ),
        ('<user-mapping>\n<authorize encoding="SHA-256"/></user-mapping>', 2, "encoding-near", "sha256"),
        ('<user-mapping>\n<authorize encoding="bcrypt"/></user-mapping>', 2, "encoding", "md5"),
        ('<!DOCTYPE user-mapping SYSTEM "http://x/">\n<user-mapping/>', 1, "doctype", "Delete"),
        (
            '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<user-mapping>&c;</user-mapping>',
            1,
            "doctype",
            "Delete",
        ),
    ],
)
def test_what_guacamole_would_refuse_is_refused_with_its_line(text: str, line: int, variant: str, cure: str) -> None:
    problem = refuse(text.encode())

    assert (problem.code, problem.variant, problem.place.line) == ("mapping-shape", variant, line)
    assert cure in problem.hint


@pytest.mark.parametrize(
    ("data", "line", "variant"),
    [
        (b'<?xml version="1.0" encoding="utf-9"?><user-mapping/>', 1, "unknown"),
        (b'<?xml version="1.0" encoding="rot13"?><user-mapping/>', 1, "unknown"),
        (b'<user-mapping>\n<authorize username="Zo\xeb"/></user-mapping>', 2, "bytes"),
        ("<user-mapping/>".encode("utf-16")[:-1], 1, "bytes"),
    ],
)
def test_bytes_that_are_no_text_are_told(data: bytes, line: int, variant: str) -> None:
    problem = refuse(data)

    assert (problem.code, problem.variant, problem.place.line) == ("mapping-encoding", variant, line)


def test_all_that_is_wrong_is_told_at_once() -> None:
    _, problems = parse_mapping((START + "<hostname/>\n<connection/>" + END).encode())

    assert [(each.variant, each.place.line) for each in problems] == [("unknown", 3), ("connection-name", 4)]
