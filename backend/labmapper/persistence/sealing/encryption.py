"""Sealing what is stored: compressed, then encrypted with AES-256-GCM.

A sealed blob is ``format (1) | key id (8) | nonce (12) | ciphertext``. It is bound to a *purpose*, the place
it belongs to, so that a blob copied to another row does not open. Several keys may open; the first one seals.
"""

import base64
import binascii
import hashlib
import os
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_FORMAT = b"\x01"
_KEY_ID_SIZE = 8
_NONCE_SIZE = 12
_HEADER_SIZE = len(_FORMAT) + _KEY_ID_SIZE
_KEY_SIZE = 32


class EncryptionError(Exception):
    """A key is malformed or missing, or a sealed blob does not open; the message says which."""


@dataclass(frozen=True, slots=True)
class Key:
    """One secret key; its id is a digest of it and may be shown."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> bytes:
        """Return the id that stands in front of what this key sealed."""
        return hashlib.sha256(b"labmapper key id\0" + self.secret).digest()[:_KEY_ID_SIZE]

    @property
    def name(self) -> str:
        """Return the id as messages show it."""
        return self.id.hex()


def make_key() -> str:
    """Return the text of a new random key."""
    return base64.urlsafe_b64encode(os.urandom(_KEY_SIZE)).decode()


def parse_keys(text: str) -> tuple[Key, ...]:
    """Return the keys that *text* holds, parted by blanks, commas or line ends; the first one seals."""
    keys = tuple(_parse_key(number, part) for number, part in enumerate(re.split(r"[\s,]+", text.strip()), start=1))
    if len({key.id for key in keys}) != len(keys):
        raise EncryptionError("One encryption key is given twice.")
    return keys


def _parse_key(number: int, text: str) -> Key:
    try:
        secret = base64.b64decode(text.encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != _KEY_SIZE:
        raise EncryptionError(f"Encryption key {number} is not {_KEY_SIZE} random bytes in base64.")
    return Key(secret)


class Cipher:
    """Seals with the first of *keys*, opens with whichever of them sealed."""

    def __init__(self, keys: Sequence[Key]) -> None:
        """Take *keys*, of which there must be one at least."""
        self.keys = tuple(keys)
        self._header = _FORMAT + self.keys[0].id
        self._engines = {key.id: AESGCM(key.secret) for key in self.keys}

    def seal(self, data: bytes, purpose: str, *, level: int = 6) -> bytes:
        """Return *data* compressed at *level*, encrypted, and bound to *purpose*."""
        nonce = os.urandom(_NONCE_SIZE)
        engine = self._engines[self.keys[0].id]
        return self._header + nonce + engine.encrypt(nonce, zlib.compress(data, level), self._bind(purpose))

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """Return what ``seal`` was given for *purpose*.

        Raises:
            EncryptionError: The key is not at hand, or the blob was changed or moved.
        """
        header, rest = sealed[:_HEADER_SIZE], sealed[_HEADER_SIZE:]
        if header[:1] != _FORMAT:
            raise EncryptionError("Stored data has an unknown form of encryption; a newer Labmapper wrote it.")
        engine = self._engines.get(header[1:])
        if engine is None:
            raise EncryptionError(explain_missing_key(header[1:].hex(), self.keys))
        try:
            packed = engine.decrypt(rest[:_NONCE_SIZE], rest[_NONCE_SIZE:], self._bind(purpose, header))
        except InvalidTag as error:
            raise EncryptionError(f"Stored data ({purpose}) was changed or moved and does not open.") from error
        return zlib.decompress(packed)

    def is_current(self, sealed: bytes) -> bool:
        """Return whether *sealed* was sealed with the key that seals now."""
        return sealed.startswith(self._header)

    def _bind(self, purpose: str, header: bytes | None = None) -> bytes:
        return (header or self._header) + purpose.encode()


def explain_missing_key(name: str, keys: Sequence[Key]) -> str:
    """Return the message for data that was sealed with the key *name*, which is not among *keys*."""
    present = ", ".join(key.name for key in keys)
    return (
        f"The database holds data that is encrypted with key {name}, but only {present} is at hand. "
        "Add the missing key to LABMAPPER_ENCRYPTION_KEYS or to encryption.keys in the data directory. Nothing was changed."
    )
