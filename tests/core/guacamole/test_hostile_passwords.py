"""Passwords and their hashes, as Guacamole compares them."""

import hashlib

import pytest

from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.pipeline import Compilation
from support.labs.hostile import (
    CONFIG,
    alice,
    build,
    complain,
    complain_config,
    draw,
    load_one,
    read,
    write,
)


@pytest.mark.parametrize("hashing", ["SHA256", "sha-256", "MD5", "bcrypt", " md5", ""])
def test_only_the_encodings_of_guacamole_are_taken(hashing: str) -> None:
    assert complain(draw(alice(), hashing=hashing)).keys() == {"diagram-shape"}
    assert complain_config(f"guacamole: {{hashing: '{hashing}'}}\n{CONFIG}") == {"config-choice": "error"}


@pytest.mark.parametrize(("hashing", "attribute"), [("sha256", b' encoding="sha256">'), ("md5", b' encoding="md5">')])
def test_hashes_are_those_of_utf_8(hashing: str, attribute: bytes) -> None:
    drawing = draw(alice("pä😀"), hashing=hashing)

    user = load_one(drawing)

    assert attribute in write(build(drawing))
    assert user.password == hashlib.new(hashing, "pä😀".encode()).hexdigest()
    assert user.accepts("pä😀")
    assert not user.accepts("p")


def test_plain_passwords_have_no_encoding() -> None:
    assert b"encoding" not in write(build(draw(alice())))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_line_end_is_no_part_of_a_password(line_end: str) -> None:
    config = CONFIG.replace("{quantity: 1, username_prefix: s, username_suffix: '1', password: welcome}", "")
    block = "    quantity: 1\n    username_prefix: s\n    username_suffix: '1'\n    password: secret\n"
    config = config.replace("students: \n", f"students:\n{block}").replace("\n", line_end)

    compilation = read(f"guacamole: {{hashing: sha256}}{line_end}{config}")

    assert isinstance(compilation, Compilation)
    (user,) = load_user_mapping([write(compilation)]).authorizations.values()
    assert user.accepts("secret")


def test_sha256_is_refused_where_guacamole_would_refuse_the_file() -> None:
    assert complain(draw(alice(), guacamole="1.3.0", hashing="sha256"))["hashing-too-new"].is_error
    assert "hashing-too-new" not in complain(draw(alice(), guacamole="1.4.0", hashing="sha256"))


def test_a_password_that_looks_like_a_hash_is_a_password() -> None:
    digest = hashlib.md5(b"pw").hexdigest().upper()

    user = load_one(draw(alice(digest)))

    assert user.accepts(digest)
    assert not user.accepts("pw")
