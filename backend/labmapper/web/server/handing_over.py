"""Hands connections over between the processes that take them and those that compute, through a socket that all of them share.

The socket of the connection is passed on with what was read of its request already, which may be nothing; the first free process
takes it, reads the rest of the request and answers on the connection itself.
"""

import errno
import socket
from typing import NamedTuple

# No head that a browser or a proxy sends is as long.
LONGEST = 64 * 1024
# Stands before what was read, which may be nothing: a message has one byte at least.
_MARK = b"+"
_GONE = {errno.ENOTCONN, errno.EINVAL}


class HandedOver(NamedTuple):
    """A connection, with the address of its client and what was read of it."""

    client: socket.socket
    address: tuple[str, int]
    ahead: bytes


class Channel:
    """Where connections are given at one end, and taken at the other."""

    def __init__(self) -> None:
        """Open it, before the processes are made that share it."""
        self.inlet, self.outlet = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.inlet.setblocking(False)

    def give(self, client: socket.socket, ahead: bytes) -> bool:
        """Hand over *client*, of which *ahead* was read; return False where it is full, or that is too much.

        The connection stays open here, too: whoever has handed it over closes it, and does nothing else with it.
        """
        if len(ahead) > LONGEST:
            return False
        try:
            socket.send_fds(self.inlet, [_MARK, ahead], [client.fileno()])
        except OSError:  # full, or over
            return False
        return True

    def take(self) -> HandedOver | None:
        """Return the connection that waits longest, None where its client has gone.

        Raises:
            BlockingIOError: None waits.
        """
        message, descriptors, _, _ = socket.recv_fds(self.outlet, len(_MARK) + LONGEST, 1)
        if not descriptors:
            return None
        client = socket.socket(fileno=descriptors[0])
        try:
            return HandedOver(client, client.getpeername(), message.removeprefix(_MARK))
        except OSError as error:
            client.close()
            if error.errno not in _GONE:
                raise
            return None
