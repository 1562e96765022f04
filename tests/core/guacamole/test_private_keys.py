"""Private keys that guacd could not read, and those that it can."""

import pytest

from labmapper.core.problems import Problem
from support.labs.hostile import alice, complain, draw, router

PEM = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"
WRONG = {
    "/root/.ssh/id_rsa": "path",
    "~/.ssh/id_ed25519": "path",
    "C:\\Users\\ann\\id_rsa": "path",
    "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n": "putty",
    "ssh-ed25519 AAAAC3 ann@lab": "public",
    "ecdsa-sha2-nistp256 AAAAE2 ann": "public",
    "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n": "public",
    PEM.replace("\n", "\\n"): "backslashes",
    PEM.replace("\n", " "): "one-line",
    "$HOME/.ssh/id_rsa": "path",
    "file:///root/.ssh/id_rsa": "path",
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n": "none",
    "-----BEGIN PGP PRIVATE KEY BLOCK-----\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----\n": "none",
    "AAAAB3NzaC1yc2E\nAAAA": "none",
    '{"kty": "RSA", "d": "AAAA"}': "none",
    PEM.replace("-----B", "  -----B"): "none",
    PEM.partition("-----END")[0]: "cut",
}


def tell(value: str, name: str = "private-key") -> Problem | None:
    return complain(draw(alice(), devices=[router(parameters={"username": "u", name: value})])).get(
        "private-key-unreadable"
    )


@pytest.mark.parametrize(("value", "variant"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_no_private_key_is_told_with_its_cure_and_without_its_text(value: str, variant: str) -> None:
    problem = tell(value)

    assert problem is not None
    assert (problem.severity, problem.variant) == ("warning", variant)
    assert problem.place.field == "connections.0.parameters.private-key"
    assert "AAAA" not in problem.message + problem.hint + str(problem.facts)


@pytest.mark.parametrize(
    "value",
    [
        PEM,
        PEM.replace("\n", "\r\n"),
        PEM.replace("OPENSSH", "RSA"),
        PEM.replace("OPENSSH ", ""),
        f"\n\n{PEM}",
        "${GUAC_PASSWORD}",
    ],
)
def test_a_private_key_with_its_lines_is_right(value: str) -> None:
    assert tell(value) is None


def test_other_texts_of_several_lines_are_not_taken_for_keys() -> None:
    assert tell("ssh-ed25519 AAAAC3", "public-key") is None
