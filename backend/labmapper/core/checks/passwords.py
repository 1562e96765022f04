"""Passwords: nobody logs in without one, and hashes are only worth something for passwords nobody can guess."""

from collections.abc import Iterator

from labmapper.core.guacamole.versions import has_since
from labmapper.core.lab.places import password_place
from labmapper.core.lab.structure import Lab, UserType
from labmapper.core.problems import Problem

_SHA256_SINCE = "1.4.0"


def check_passwords(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the passwords in *lab* and with how the file carries them."""
    if lab.hashing == "sha256" and not has_since(lab.guacamole, _SHA256_SINCE):
        yield Problem.error("hashing-too-new", version=lab.guacamole, since=_SHA256_SINCE)
    for users in lab.users:
        yield from _check_group(lab, users)


def _check_group(lab: Lab, users: UserType) -> Iterator[Problem]:
    typed = list(users.iter_typed_passwords())
    for position, password in typed:
        if not password:
            yield Problem.error("password-empty", password_place(users, position))
            break
    if typed and lab.hashing != "plain":
        yield Problem.warning("hashing-guessable", password_place(users, typed[0][0]), hashing=lab.hashing)
