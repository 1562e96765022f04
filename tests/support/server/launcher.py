"""``labmapper`` without what costs much and says nothing about a test: compressing at its best, and hashing at full cost.

``python -P launcher.py FOLDER serve`` is ``labmapper serve``; *FOLDER* keeps what was compressed, byte for byte, for the next one.
"""

import os
import sys
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import brotli

from labmapper.cli import main
from labmapper.persistence import users

# A sixtieth of what it costs in earnest; a test of its own proves that cost.
QUICK_HASH = "scrypt:512:8:1"
WEEK = 7 * 24 * 3600


def keep_compressed(folder: Path) -> None:
    """Let brotli find in *folder* what it has compressed before; what nobody has asked for in a week goes."""
    compress = brotli.compress
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < time.time() - WEEK:
                file.unlink()

    def find_or_compress(data: bytes, **options: int) -> bytes:
        file = folder / blake2b(data + repr(options).encode(), digest_size=16).hexdigest()
        with suppress(FileNotFoundError):
            os.utime(file)
            return file.read_bytes()
        compressed: bytes = compress(data, **options)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(compressed)
        part.replace(file)
        return compressed

    brotli.compress = find_or_compress


if __name__ == "__main__":
    users.HASH_METHOD = QUICK_HASH
    keep_compressed(Path(sys.argv.pop(1)))
    main()
