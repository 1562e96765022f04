"""The secrets of this installation: given by the settings, or made once and kept private in the data directory."""

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from labmapper.config import Config
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
        _keep(path, make())
    secret = path.read_text(encoding="utf-8").strip()
    if not secret:
        raise EncryptionError(f"{path} is empty. Restore it from a backup, or delete it to have a new one made.")
    return secret


def read_keys(config: Config) -> list[str]:
    """Return the encryption keys in the data directory of *config*, as they are written there."""
    return read_or_make(config.data_directory / ENCRYPTION_FILE, make_key).split()


def replace_keys(config: Config, keys: Sequence[str]) -> None:
    """Put *keys* in the place of the encryption keys in the data directory of *config*, in one step."""
    path = config.data_directory / ENCRYPTION_FILE
    _write_private(path, "\n".join(keys)).replace(path)


def _keep(path: Path, secret: str) -> None:
    """Write *secret* to *path*, unless another process was first; half a file is never seen there."""
    draft = _write_private(path, secret)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # the other process's secret is the one to use
    finally:
        draft.unlink()


def _write_private(path: Path, content: str) -> Path:
    """Write *content* to a new file beside *path* that only its owner may read; return that file."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content + "\n")
        file.flush()
        os.fsync(file.fileno())
    return draft
