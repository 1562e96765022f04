"""The seed that random passwords are derived from: read from a file, or generated for one run."""

import secrets
from pathlib import Path

from labmapper.cli.files import FileError
from labmapper.filesystem.temporary_files import make_once

SEED_BYTES = 32


def find_seed(seed_file: Path | None) -> bytes:
    """Return the seed in *seed_file*, made there where it is missing; without a file a fresh one.

    Raises:
        FileError: the file cannot be used, or holds something else.
    """
    if seed_file is None:
        return secrets.token_bytes(SEED_BYTES)
    try:
        if not seed_file.exists():
            make_once(seed_file, f"{secrets.token_hex(SEED_BYTES)}\n".encode())
        seed = bytes.fromhex(seed_file.read_text(encoding="ascii").strip())
    except OSError as error:
        raise FileError(f"The seed file {seed_file} cannot be used: {error.strerror}.") from error
    except ValueError:
        seed = b""
    if len(seed) < SEED_BYTES:
        raise FileError(f"{seed_file} is no seed file: it must hold {2 * SEED_BYTES} hexadecimal digits.")
    return seed
