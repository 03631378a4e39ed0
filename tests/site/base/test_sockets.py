"""Connections of this process: the silent one of an address is closed, and what is too many."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from kaocheng.site.base import sockets
from kaocheng.site.base.sockets import close_beyond, close_silent

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells how long a connection has been silent"
)
HERE, OTHER = "127.0.0.1", "127.0.0.3"


@pytest.fixture
def joined() -> Iterator[dict[str, list[socket.socket]]]:
    """Three connections from 127.0.0.3 and one from 127.0.0.4, by where they come from; both ends are ours."""
    with ExitStack() as held:
        door = held.enter_context(socket.create_server((HERE, 0)))
        made: dict[str, list[socket.socket]] = {}
        for source in (OTHER, OTHER, OTHER, "127.0.0.4"):
            far = socket.create_connection(door.getsockname(), 10, (source, 0))
            held.enter_context(far)
            held.enter_context(door.accept()[0])
            made.setdefault(source, []).append(far)
        yield made


def _closed(lines: list[socket.socket]) -> int:
    """How many the other side has closed."""
    count = 0
    for line in lines:
        line.settimeout(0)
        with suppress(BlockingIOError):
            count += line.recv(1) == b""
    return count


def test_the_silent_one_is_closed(joined: dict[str, list[socket.socket]]) -> None:
    """One of that address and no other; where none has been silent so long, none."""
    close_silent(OTHER, 600)
    assert 0 == _closed(joined[OTHER])
    close_silent(OTHER, 0)
    assert 1 == _closed(joined[OTHER])
    assert 0 == _closed(joined["127.0.0.4"])


def test_what_we_connected_to_is_not_ours_to_close(joined: dict[str, list[socket.socket]]) -> None:
    """The far ends lead to the door's address, like a connection to a database, and are not looked at."""
    assert joined
    assert {OTHER, "127.0.0.4"} == {where for _, where, _ in sockets._connections()}


def test_what_is_too_many_of_one_address_is_closed(joined: dict[str, list[socket.socket]]) -> None:
    """Two are left of three, the one of the other address stays."""
    assert 0 == close_beyond(0)
    assert 1 == close_beyond(2)
    assert 1 == _closed(joined[OTHER])
    assert 0 == _closed(joined["127.0.0.4"])
