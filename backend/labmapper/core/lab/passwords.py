"""Passwords that stay the same until somebody rotates them.

A random password is derived from the secret seed of the diagram, the user name and rotation counters, so that
adding a student changes no other student and the same diagram gives the same bytes.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Literal

Hashing = Literal["plain", "sha256", "md5"]
# How they stand in the file, as people say it.
HASHING_WORDS: Mapping[str, str] = {
    "plain": "as plain text",
    "sha256": "as SHA-256 hashes",
    "md5": "as MD5 hashes",
}

# Letters and digits without those that look alike in print: 0 O o, 1 I l, 5 S s, 2 Z z, 8 B, u v.
ALPHABET = "ACDEFGHJKLMNPQRTUVWXYabcdefghijkmnpqrtwxy34679"
LENGTH = 12

# Bytes from here on would favour the first letters of the alphabet.
_UNBIASED = 256 - 256 % len(ALPHABET)


def derive_password(seed: bytes, username: str, rotation: tuple[int, int] = (0, 0)) -> str:
    """Return the password of *username*: always the same for one *seed* and one *rotation* (group's, own)."""
    message = f"labmapper password\0{rotation[0]}.{rotation[1]}\0{username}".encode("utf-8", "surrogatepass")
    letters = (ALPHABET[byte % len(ALPHABET)] for byte in _stream(seed, message) if byte < _UNBIASED)
    return "".join(letter for letter, _ in zip(letters, range(LENGTH), strict=False))


def hash_password(password: str, hashing: Hashing) -> str:
    """Return *password* as the file carries it: as it is, or the hex digest of its UTF-8 bytes.

    Guacamole's ``Authorization.validate`` compares hex digests without salt
    (``sha256`` since 1.4.0, ``md5`` always).
    """
    if hashing == "plain":
        return password
    return hashlib.new(hashing, password.encode(), usedforsecurity=False).hexdigest()


def _stream(seed: bytes, message: bytes) -> Iterator[int]:
    block = 0
    while True:
        yield from hmac.digest(seed, message + block.to_bytes(4, "big"), "sha256")
        block += 1
