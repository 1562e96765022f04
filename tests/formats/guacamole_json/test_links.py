"""Links of encrypted JSON: the known answer, what an independent reader finds in them, and what they cannot do."""

import base64
import csv
import hashlib
import hmac
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.guacamole_json.encryption import encrypt
from support.labs.drawings import build_diagram, draw_lab

KEY = "00112233445566778899aabbccddeeff"
ADDRESS = "https://gateway.example/guacamole/"
DOCUMENT = (
    b'{"username":"s1","expires":4102444800000,"connections":{"R1":{"protocol":"ssh",'
    b'"parameters":{"hostname":"10.0.0.1"}}}}'
)
# As guacamole-auth-json's own script encrypts it.
ANSWER = (
    "Rd+SM85xQ4zy+nZgJ0mlJRteCKb85LdpmoqdJ7diM8zj/+XbZp+tTpntHKbyckSVLOcZ11aIQeFuILd+WBY3mZabthoGbaIpPgEngxyCCU+9K4yGzV"
    "Snyq4tIYWnMfgyVDHbKtP973mtQZqja/Uh6kH9ks0qr9DcHU6OfPZxyCfQa8XxYJ9A9WIUJ8HE45THGbRN+w7VE3IvsXuU9b1LqQ=="
)


def write(drawing: dict[str, Any], **values: str) -> tuple[str | None, tuple[Problem, ...]]:
    diagram = build_diagram(drawing)
    found = registry.find_writable("guacamole-json")
    assert found is not None
    given = {"key": KEY, "address": ADDRESS, **values}
    chunks, problems = write_file(found, diagram, compile_diagram(diagram), bytes(32), given)
    return (b"".join(chunks).decode() if chunks is not None else None), problems


def open_link(link: str) -> dict[str, Any]:
    """Return the document in *link*, whose signature must be right."""
    sealed = base64.b64decode(parse_qs(urlsplit(link).fragment.removeprefix("/?"))["data"][0], validate=True)
    decryptor = Cipher(algorithms.AES(bytes.fromhex(KEY)), modes.CBC(bytes(16))).decryptor()
    unpadder = PKCS7(128).unpadder()
    signed = unpadder.update(decryptor.update(sealed) + decryptor.finalize()) + unpadder.finalize()
    assert signed[:32] == hmac.new(bytes.fromhex(KEY), signed[32:], hashlib.sha256).digest()
    document: dict[str, Any] = json.loads(signed[32:])
    return document


def test_the_known_answer() -> None:
    assert encrypt(DOCUMENT, bytes.fromhex(KEY)) == ANSWER


def test_everybody_has_a_link_to_what_was_drawn_with_an_end() -> None:
    text, problems = write(draw_lab(), ends="2099-12-31T18:00+01:00")

    rows = list(csv.DictReader(io.StringIO(text or "", newline="")))
    assert problems == ()
    assert [row["username"] for row in rows] == ["student01", "student02"]
    assert all(row["link"].startswith(f"{ADDRESS}#/?data=") and "+" not in row["link"] for row in rows)
    parameters = {"hostname": "10.0.0.1", "username": "cisco", "password": "router-secret"}
    assert open_link(rows[0]["link"]) == {
        "username": "student01",
        "expires": int(datetime(2099, 12, 31, 17, tzinfo=UTC).timestamp() * 1000),
        "connections": {"R1": {"protocol": "ssh", "parameters": parameters}},
    }


def test_hours_count_from_now() -> None:
    text, _ = write(draw_lab(), hours="3", list="html")

    link = (text or "").partition('href="')[2].partition('"')[0]
    ends = datetime.fromtimestamp(open_link(link)["expires"] / 1000, UTC)
    assert timedelta(hours=2, minutes=55) < ends - datetime.now(UTC) <= timedelta(hours=3)


def test_a_page_takes_no_name_for_markup() -> None:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": "a<b>", "name": "<script>"}]

    text, _ = write(drawing, list="html")

    assert "a&lt;b&gt; (&lt;script&gt;)" in (text or "")
    assert "<script>" not in (text or "")


def test_a_list_takes_no_name_for_a_formula() -> None:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": "ann", "name": "=1+1"}]

    assert "ann,'=1+1," in (write(drawing)[0] or "")


@pytest.mark.parametrize(
    ("values", "variant"),
    [
        ({"key": "0011"}, "key"),
        ({"key": "z" * 32}, "key"),
        ({"address": "gateway"}, "address"),
        ({"address": "https://gateway.example/?a"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"address": "https://[broken/"}, "address"),
        ({"ends": "2001-01-01"}, "ends"),
        ({"ends": "soon"}, "ends"),
    ],
)
def test_options_that_are_none_are_said_and_never_the_key(values: dict[str, str], variant: str) -> None:
    text, problems = write(draw_lab(), **values)

    assert text is None
    assert [(each.code, each.variant) for each in problems] == [("output-option", variant)]
    assert values.get("key", "no key") not in f"{problems[0].message} {problems[0].hint} {problems[0].facts}"


def test_the_password_that_nobody_types_is_a_problem() -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"]["password"] = "${GUAC_PASSWORD}"

    text, problems = write(drawing)

    assert text is None
    assert [problem.code for problem in problems] == ["json-password-token"]


def test_a_link_that_mail_programs_break_is_a_warning() -> None:
    drawing = draw_lab()
    drawing["nodes"][0] |= {"count": 100}
    drawing["nodes"][0]["connections"][0]["host"] = "r{n}.lab"

    text, problems = write(drawing)

    assert text is not None
    assert [problem.code for problem in problems] == ["json-long"]
