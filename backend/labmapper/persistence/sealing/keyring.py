"""The secrets of this installation: given by the settings, or made once and kept private in the data directory."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from labmapper.config import Config
from labmapper.filesystem.replacing import write_over
from labmapper.filesystem.temporary_files import make_once
from labmapper.persistence.sealing.encryption import Cipher, EncryptionError, make_key, parse_keys

ENCRYPTION_FILE = "encryption.keys"
SESSION_FILE = "session.key"


@dataclass(frozen=True, slots=True)
class Keyring:
    """The key that signs sessions, and the cipher for what is stored."""

    secret_key: str = field(repr=False)
    cipher: Cipher


def load_keyring(config: Config) -> Keyring:
    """Return the secrets of *config*; those it does not name are read from the data directory, or made there once.

    Raises:
        EncryptionError: An encryption key is malformed.
    """
    secret_key = config.secret_key or read_or_make(config.data_directory / SESSION_FILE, secrets.token_urlsafe)
    keys = config.encryption_keys or read_or_make(config.data_directory / ENCRYPTION_FILE, make_key)
    return Keyring(secret_key, Cipher(parse_keys(keys)))


def read_or_make(path: Path, make: Callable[[], str]) -> str:
    """Return the secret in the file *path*; if there is none, let *make* make it, and keep it for its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        make_once(path, f"{make()}\n".encode())
    secret = path.read_text(encoding="utf-8").strip()
    if not secret:
        raise EncryptionError(f"{path} is empty. Restore it from a backup, or delete it to have a new one made.")
    return secret


def read_keys(config: Config) -> list[str]:
    """Return the encryption keys in the data directory of *config*, as they are written there."""
    return read_or_make(config.data_directory / ENCRYPTION_FILE, make_key).split()


def replace_keys(config: Config, keys: Sequence[str]) -> tuple[str, ...]:
    """Put *keys* in the place of the encryption keys in the data directory of *config*, in one step.

    Returns what the file could not keep of the one before, a sentence each: the server has to read it still.
    """
    path = config.data_directory / ENCRYPTION_FILE
    content = "\n".join(keys) + "\n"
    return write_over(str(path), [content.encode()], mode=0o600)
