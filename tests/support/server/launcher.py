"""The process that servers of tests are forked from, without what costs much and says nothing about a test: importing Labmapper
for each, compressing at its best, and hashing at full cost.

``python -P launcher.py FOLDER NUMBER`` starts ``labmapper serve`` whenever it is told so on its file *NUMBER*; *FOLDER* keeps what
was compressed, byte for byte, for the next one.
"""

import json
import mmap
import os
import socket
import sys
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import brotli

# All that a server imports.
import labmapper.app  # noqa: F401
from labmapper.cli import main
from labmapper.persistence.accounts import users
from labmapper.web.server import shutdown

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


def wait_to_serve(control: socket.socket) -> None:
    """Fork whenever *control* brings options, environment, and three files: stdout, stderr, and one to close when all is over.

    Returns in the process that shall serve. The first process waits for more, until *control* is closed.
    """
    with control.makefile("rb", buffering=0) as lines:
        while True:
            word, files, _, _ = socket.recv_fds(control, 1, 3)
            if not word:
                sys.exit()
            request = json.loads(lines.readline())
            if not os.fork():
                _serve(control, request, *files)
                return
            for file in files:
                os.close(file)
            _bury()


def _serve(control: socket.socket, request: dict[str, Any], stdout: int, stderr: int, over: int) -> None:
    """Become the server; who watches it, and tells by *over* that it has ended, is another process."""
    server = os.fork()
    if server:
        os.close(stdout)
        control.sendall(str(server).encode())
        control.close()
        os.waitpid(server, 0)
        os._exit(0)
    os.close(over)
    control.close()
    os.dup2(stdout, 1)
    os.dup2(stderr, 2)
    os.close(stdout)
    os.close(stderr)
    # What the processes of a server share is made with the module, and would be shared with all other servers.
    shutdown._flag = mmap.mmap(-1, 1)
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["labmapper", "serve", *request["options"]]


def _bury() -> None:
    """Forget the watchers that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


if __name__ == "__main__":
    users.HASH_METHOD = QUICK_HASH
    keep_compressed(Path(sys.argv[1]))
    wait_to_serve(socket.socket(fileno=int(sys.argv[2])))
    main()
