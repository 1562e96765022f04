"""Accounts as the database holds them: names, salted hashes that are the same for the same drawing, and the lab's mark."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab.structure import User, UserType
from labmapper.formats.format import Content

_MARK_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who logs in: *password_hash* and *salt* in capital hexadecimal digits, no salt for a hash that was given.

    *fingerprint* tells whether the password is still the one that an earlier file set; it does not tell the password.
    """

    username: str
    full_name: str
    email: str
    password_hash: str
    salt: str | None
    fingerprint: str


def iter_accounts(content: Content, users: UserType) -> Iterator[Account]:
    """Yield everybody of *users*; with dots for all that depends on a secret where there is no seed."""
    seed, lab = content.seed, content.lab
    for person, user in zip(users.iter_people(), users.iter_users(seed or b"", lab.recipe), strict=True):
        if seed is None:
            yield Account(person.username, person.name, person.email, MASK, MASK, MASK)
        else:
            digest, salt = _hash(seed, user)
            mark = hashlib.sha256(f"{digest} {salt}".encode()).hexdigest()[:_MARK_DIGITS]
            yield Account(person.username, person.name, person.email, digest, salt, mark)


def derive_mark(content: Content) -> str:
    """Return what tells the rows of this lab from those of others: the same as long as the lab has its seed."""
    if content.seed is None:
        return MASK
    return hmac.digest(content.seed, b"labmapper database mark", "sha256").hex()[:_MARK_DIGITS]


def _hash(seed: bytes, user: User) -> tuple[str, str | None]:
    """Return hash and salt as guacamole-auth-jdbc reckons: SHA-256 of the password and the salt's digits behind it.

    The salt is made from the seed: the same drawing gives the same bytes, and a new password another salt. A SHA-256
    hash that was given has no salt, which the database takes as well.
    """
    if user.encoding:
        return user.password.upper(), None
    salt = hmac.digest(seed, f"labmapper salt\0{user.username}\0{user.password}".encode(), "sha256").hex().upper()
    return hashlib.sha256(f"{user.password}{salt}".encode()).hexdigest().upper(), salt
