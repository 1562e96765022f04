"""``labmapper`` with static files that were compressed before: brotli at its best takes as long as all else of a start.

``python -P launcher.py FOLDER serve`` is ``labmapper serve``; *FOLDER* keeps what was compressed, byte for byte, for the next one.
"""

import os
import sys
from hashlib import blake2b
from pathlib import Path

import brotli

from labmapper.cli import main


def keep_compressed(folder: Path) -> None:
    """Let brotli find in *folder* what it has compressed before."""
    compress = brotli.compress
    folder.mkdir(parents=True, exist_ok=True)

    def find_or_compress(data: bytes, **options: int) -> bytes:
        file = folder / blake2b(data + repr(options).encode(), digest_size=16).hexdigest()
        if not file.exists():
            part = file.with_suffix(f".{os.getpid()}")
            part.write_bytes(compress(data, **options))
            part.replace(file)
        return file.read_bytes()

    brotli.compress = find_or_compress


if __name__ == "__main__":
    keep_compressed(Path(sys.argv.pop(1)))
    main()
