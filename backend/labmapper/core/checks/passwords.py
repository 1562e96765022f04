"""Passwords: nobody logs in without one, and hashes are only worth something for passwords nobody can guess."""

from collections.abc import Iterator
from string import hexdigits

from labmapper.core.guacamole.versions import has_since
from labmapper.core.lab.passwords import HASH_DIGITS
from labmapper.core.lab.places import password_place
from labmapper.core.lab.structure import Lab, UserType
from labmapper.core.problems import Problem

_SHA256_SINCE = "1.4.0"


def check_passwords(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the passwords in *lab* and with how the file carries them."""
    if _has_sha256(lab) and not has_since(lab.guacamole, _SHA256_SINCE):
        yield Problem.error("hashing-too-new", version=lab.guacamole, since=_SHA256_SINCE)
    for users in lab.users:
        yield from _check_group(lab, users)


def _has_sha256(lab: Lab) -> bool:
    people = (person for users in lab.users for person in users.roster)
    return lab.hashing == "sha256" or any(person.encoding == "sha256" for person in people)


def _check_hashes(users: UserType) -> Iterator[Problem]:
    """Yield an error for each hash that no password can have: Guacamole says nothing, and lets nobody in."""
    for position, person in enumerate(users.roster):
        if person.encoding and not _is_hash(person.password or "", HASH_DIGITS[person.encoding]):
            place, digits = password_place(users, position), HASH_DIGITS[person.encoding]
            yield Problem.error("password-hash", place, user=person.username, encoding=person.encoding, digits=digits)


def _is_hash(text: str, digits: int) -> bool:
    return len(text) == digits and all(each in hexdigits for each in text)


def _check_group(lab: Lab, users: UserType) -> Iterator[Problem]:
    yield from _check_hashes(users)
    typed = list(users.iter_typed_passwords())
    for position, password in typed:
        if not password:
            yield Problem.error("password-empty", password_place(users, position))
            break
    if typed and lab.hashing != "plain":
        yield Problem.warning("hashing-guessable", password_place(users, typed[0][0]), hashing=lab.hashing)
