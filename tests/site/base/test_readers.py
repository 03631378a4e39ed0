"""Readers: who takes nothing, or only drips, is cut off; who reads on is not, however much there is."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from kaocheng.site.base.lines import Bounds
from kaocheng.site.base.readers import Readers
from kaocheng.site.base.sockets import Unread, close_connection, unread

ONE, OTHER = Unread(7, "10.0.0.1", 4000), Unread(8, "10.0.0.2", 4000)
BOUNDS = Bounds(quiet=20, grace=30, slowest=1000)


class _Watch:
    """Seconds and what the system says, as the test sets them."""

    def __init__(self) -> None:
        self.now = 0.0
        self.said: dict[Unread, int] = {}
        self.cut: list[Unread] = []
        self.readers = Readers(
            BOUNDS, asked=self._asked, cut=self.cut.append, clock=lambda: self.now
        )

    def _asked(self) -> list[tuple[Unread, int]]:
        return list(self.said.items())

    def at(self, now: float, **acked: int) -> int:
        """One look."""
        named = {"one": ONE, "other": OTHER}
        self.now, self.said = now, {named[name]: bytes_ for name, bytes_ in acked.items()}
        return self.readers.look()


def test_who_takes_nothing_is_cut_off() -> None:
    """Twenty seconds without a byte; another who reads stays."""
    watch = _Watch()
    assert [0, 0] == [watch.at(now, one=500, other=500 + 9000 * now) for now in (0, 20)]
    assert 1 == watch.at(21, one=500, other=200_000)
    assert [ONE] == watch.cut


def test_who_drips_is_cut_off_after_a_while() -> None:
    """A byte each second is not reading: after thirty seconds a thousand a second are wanted on the whole."""
    watch = _Watch()
    assert [0] * 31 == [watch.at(now, one=now) for now in range(31)]
    assert 1 == watch.at(31, one=31)


def test_a_pause_after_all_is_read_begins_anew() -> None:
    """Nothing waits: the next answer on the same connection has its own time."""
    watch = _Watch()
    assert [0, 0] == [watch.at(0, one=0), watch.at(15)]
    assert [0, 0] == [watch.at(30, one=0), watch.at(50, one=0)]
    assert 1 == watch.at(51, one=0)


@pytest.fixture
def joined() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Our end and the far end of a connection somebody made to us."""
    with ExitStack() as held:
        door = held.enter_context(socket.create_server(("127.0.0.1", 0)))
        far = held.enter_context(socket.socket())
        far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        far.connect(door.getsockname())
        yield held.enter_context(door.accept()[0]), far


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what waits")
def test_the_system_tells_what_is_not_read(joined: tuple[socket.socket, socket.socket]) -> None:
    """Nothing at first; with more sent than fits there is one, which is closed from outside."""
    near, far = joined
    assert [] == list(unread())
    near.settimeout(0)
    sent = near.send(b"x" * (8 << 20))
    ((one, acked),) = unread()
    assert (far.getsockname(), True) == ((one.address, one.port), acked < sent)
    close_connection(one._replace(port=one.port + 1))
    assert 1 == len(list(unread()))
    close_connection(one)
    with pytest.raises(OSError, match="Broken pipe"):
        near.send(b"x")
