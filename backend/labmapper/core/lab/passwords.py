"""Passwords that stay the same until somebody rotates them.

A random password is derived from the secret seed of the diagram, the user name and rotation counters, so that
adding a student changes no other student and the same diagram gives the same bytes.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count, islice
from typing import Literal

Hashing = Literal["plain", "sha256", "md5"]
# A password of which only the hash is known, by what Guacamole calls it, and how many hexadecimal digits it has.
Encoding = Literal["sha256", "md5"]
HASH_DIGITS: Mapping[Encoding, int] = {"sha256": 64, "md5": 32}

# Letters and digits without those that look alike in print: 0 O o, 1 I l, 5 S s, 2 Z z, 8 B, u v.
ALPHABET = "ACDEFGHJKLMNPQRTUVWXYabcdefghijkmnpqrtwxy34679"
LENGTH = 12
SHORTEST, LONGEST = 8, 32
# Symbols that every keyboard has, that look like nothing else, and that no spreadsheet takes for a formula.
SYMBOLS = "!#%*?"

_DIGITS = frozenset("34679")
_CAPITALS = frozenset("ACDEFGHJKLMNPQRTUVWXY")
_SMALL = frozenset(ALPHABET) - _DIGITS - _CAPITALS


@dataclass(frozen=True, slots=True)
class PasswordRecipe:
    """Version 2 of how random passwords are made: a digit, a capital and a small letter in each, a symbol if asked.

    Without a recipe they are made by version 1: 12 of the alphabet, whichever come.
    """

    length: int = LENGTH
    symbol: bool = False

    @property
    def alphabet(self) -> str:
        """Every character that may come."""
        return ALPHABET + SYMBOLS if self.symbol else ALPHABET

    def accepts(self, password: str) -> bool:
        """Return whether *password* has a character of every class."""
        classes = (_DIGITS, _CAPITALS, _SMALL, frozenset(SYMBOLS)) if self.symbol else (_DIGITS, _CAPITALS, _SMALL)
        return all(not letters.isdisjoint(password) for letters in classes)


def derive_password(
    seed: bytes, username: str, rotation: tuple[int, int] = (0, 0), recipe: PasswordRecipe | None = None
) -> str:
    """Return the password of *username*: always the same for one *seed*, *rotation* (group's, own) and *recipe*.

    What lacks a class of characters is thrown away and drawn again, so that all passwords with every class are alike
    likely.
    """
    if recipe is None:
        return _take(
            _draw(seed, _spell(f"labmapper password\0{rotation[0]}.{rotation[1]}\0{username}"), ALPHABET), LENGTH
        )
    made = f"{recipe.length}{'+' if recipe.symbol else ''}"
    letters = _draw(
        seed, _spell(f"labmapper password 2\0{made}\0{rotation[0]}.{rotation[1]}\0{username}"), recipe.alphabet
    )
    while not recipe.accepts(password := _take(letters, recipe.length)):
        pass
    return password


def _spell(message: str) -> bytes:
    return message.encode("utf-8", "surrogatepass")


def _draw(seed: bytes, message: bytes, alphabet: str) -> Iterator[str]:
    """Yield characters of *alphabet* without end; bytes that would favour its first ones do not count."""
    letters, biased = _build_table(alphabet)
    for block in count():
        digest = hmac.digest(seed, message + block.to_bytes(4, "big"), "sha256")
        yield from digest.translate(letters, biased).decode()


@cache
def _build_table(alphabet: str) -> tuple[bytes, bytes]:
    """Return the character of *alphabet* for each byte, and the bytes that have none."""
    size = len(alphabet)
    return bytes(ord(alphabet[byte % size]) for byte in range(256)), bytes(range(256 - 256 % size, 256))


def _take(letters: Iterator[str], length: int) -> str:
    return "".join(islice(letters, length))


def hash_password(password: str, hashing: Hashing) -> str:
    """Return *password* as the file carries it: as it is, or the hex digest of its UTF-8 bytes.

    Guacamole's ``Authorization.validate`` compares hex digests without salt
    (``sha256`` since 1.4.0, ``md5`` always).
    """
    if hashing == "plain":
        return password
    return hashlib.new(hashing, password.encode(), usedforsecurity=False).hexdigest()
