"""Connections go to other processes, with what was read of them."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from labmapper.web.server.handing_over import LONGEST, Channel


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Yield the server's and the client's end of a connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener, ExitStack() as open_ones:
        client = open_ones.enter_context(socket.create_connection(listener.getsockname()))
        yield open_ones.enter_context(listener.accept()[0]), client


@pytest.fixture
def channel() -> Iterator[Channel]:
    """Yield a channel at which nobody waits for what does not come."""
    made = Channel()
    made.outlet.setblocking(False)
    with made.inlet, made.outlet:
        yield made


def test_whoever_takes_a_connection_answers_on_it_and_knows_what_was_read(
    channel: Channel, pair: tuple[socket.socket, socket.socket]
) -> None:
    ours, theirs = pair
    assert channel.give(ours, b"GET / HTTP/1.1\r\n\r\n")
    ours.close()

    taken = channel.take()
    assert taken is not None
    with taken.client:
        taken.client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    assert taken.ahead == b"GET / HTTP/1.1\r\n\r\n"
    assert taken.address == theirs.getsockname()
    assert theirs.recv(100) == b"HTTP/1.1 200 OK\r\n\r\n"
    assert theirs.recv(100) == b""


def test_connections_come_in_the_order_in_which_they_were_given(channel: Channel) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, ExitStack() as open_ones:
        for number in range(3):
            open_ones.enter_context(socket.create_connection(listener.getsockname()))
            with listener.accept()[0] as ours:
                assert channel.give(ours, b"%d" % number)

        taken = [channel.take() for _ in range(3)]
        for each in taken:
            assert each is not None
            open_ones.enter_context(each.client)

    assert [each and each.ahead for each in taken] == [b"0", b"1", b"2"]


def test_a_full_channel_takes_no_more(channel: Channel, pair: tuple[socket.socket, socket.socket]) -> None:
    ours, _ = pair
    given = 0
    while given < 10_000 and channel.give(ours, b"x" * 8_000):
        given += 1

    assert 1 < given < 10_000


def test_a_head_that_is_too_long_is_not_given(channel: Channel, pair: tuple[socket.socket, socket.socket]) -> None:
    ours, _ = pair

    assert not channel.give(ours, b"x" * (LONGEST + 1))
    with pytest.raises(BlockingIOError):
        channel.take()
