"""A password that is known only as a hash: written as it is with its encoding, and shown nowhere as a password."""

import csv
import hashlib
import io
from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats.credentials_csv import EXACT, SPREADSHEET
from labmapper.formats.format import Content
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config

SEED = bytes(32)
MD5 = hashlib.md5(b"password").hexdigest()
SHA256 = hashlib.sha256("pä😀".encode()).hexdigest()
ROSTER = [
    {"username": "ann", "password": MD5, "encoding": "md5"},
    {"username": "bob", "password": SHA256.upper(), "encoding": "sha256"},
    {"username": "cat", "password": "typed"},
    {"username": "dan"},
]


def compile_roster(roster: list[dict[str, Any]], **settings: str) -> Compilation:
    return compile_diagram(draw(roster, **settings))


def draw(roster: list[dict[str, Any]], **settings: str) -> Diagram:
    users = {"id": "u", "type": "users", "label": "people", "roster": roster}
    device = {"id": "d", "type": "device", "label": "PC1", "connections": [{"host": "10.0.0.1"}]}
    return Diagram.model_validate({"schema": 1, "settings": settings, "nodes": [users, device]})


@pytest.mark.parametrize("hashing", ["plain", "md5", "sha256"])
def test_a_file_mixes_encodings_and_each_person_logs_in(hashing: str) -> None:
    compilation = compile_roster(ROSTER, hashing=hashing)
    people = load_user_mapping(render_mapping(compilation.lab, SEED)).authorizations

    assert compilation.is_sound
    assert (people["ann"].encoding, people["ann"].accepts("password")) == ("md5", True)
    assert (people["bob"].encoding, people["bob"].accepts("pä😀")) == ("sha256", True)
    assert (people["cat"].encoding, people["cat"].accepts("typed")) == (hashing, True)
    assert people["dan"].encoding == hashing


@pytest.mark.parametrize("password", ["", "abc", MD5[1:], MD5 + " ", "g" * 32, SHA256])
def test_what_is_no_hash_would_let_nobody_in_and_is_an_error(password: str) -> None:
    problems = compile_roster([{"username": "ann", "password": password, "encoding": "md5"}]).problems

    assert [(problem.code, problem.place.item) for problem in problems if problem.severity == "error"] == [
        ("password-hash", "u")
    ]


def test_one_sha256_hash_needs_a_guacamole_that_reads_it() -> None:
    assert "hashing-too-new" in {problem.code for problem in compile_roster(ROSTER, guacamole="1.3.0").problems}
    assert "hashing-too-new" not in {problem.code for problem in compile_roster(ROSTER[:1], guacamole="1.3.0").problems}


def test_a_config_keeps_hashes() -> None:
    lab = compile_roster(ROSTER).lab
    read, problems = parse_config(render_config(lab).encode())

    assert not problems
    assert read is not None
    assert b"".join(render_mapping(compile_lab(read).lab, SEED)) == b"".join(render_mapping(lab, SEED))


def test_a_config_without_the_hash_or_with_another_encoding_is_an_error() -> None:
    for entry in ("{username: ann, encoding: md5}", "{username: ann, password: x, encoding: MD5}"):
        lab, problems = parse_config(
            f"users:\n  s:\n    password: random\n    roster: [{entry}]\ndevices: {{}}\n".encode()
        )

        assert lab is None
        assert {problem.place.line for problem in problems} == {4}


def test_hashes_are_hidden_where_secrets_are() -> None:
    shown = b"".join(render_mapping(mask_lab(compile_roster(ROSTER).lab), None)).decode()

    assert MD5 not in shown
    assert SHA256.upper() not in shown
    assert MD5 not in strip_secrets(draw(ROSTER)).model_dump_json()


def test_lists_of_passwords_say_that_only_the_hash_is_known() -> None:
    content = Content(compile_roster(ROSTER).lab, None, SEED, {"separator": "comma"})
    for target in (EXACT, SPREADSHEET):
        assert target.writer is not None
        text = b"".join(target.writer.render(content)).decode("utf-8-sig")
        rows = {row["username"]: row for row in csv.DictReader(io.StringIO(text))}

        assert (rows["ann"]["password"], rows["ann"]["note"]) == ("", "password known only as md5 hash")
        assert (rows["cat"]["password"], rows["cat"]["note"]) == ("typed", "")
        assert MD5 not in text


def test_who_has_a_password_of_their_own_needs_no_random_one() -> None:
    assert not compile_roster(ROSTER[:3]).lab.has_random_passwords
    assert compile_roster(ROSTER).lab.has_random_passwords
