"""Senders that stall do not stop the running site: few are waited for, all are cut off, everybody else is answered."""

from __future__ import annotations

import select
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from urllib.request import urlopen

import pytest

from tests.site.serving.running import Site

PATIENCE = 30
SECONDS = 3
"""How long the site of this test waits for somebody who says nothing."""
EACH, MOST, THREADS, READS = 32, 96, 160, 16


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site on an empty store that has little patience."""
    with Site(tmp_path_factory.mktemp("stalled") / "store", LINE_SECONDS=str(SECONDS)) as running:
        yield running


def _lines(site: Site, held: ExitStack, count: int, source: str, said: str) -> list[socket.socket]:
    made = []
    for _ in range(count):
        line = socket.create_connection(("127.0.0.1", site.port), PATIENCE, (source, 0))
        held.enter_context(line)
        line.sendall(said.encode())
        made.append(line)
    return made


def _stalled(site: Site) -> str:
    return (
        f"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nContent-Length: 1000\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\nabc"
    )


def _is_answered(site: Site) -> None:
    with urlopen(f"{site.address}/account/login/", timeout=PATIENCE) as answer:
        assert 200 == answer.status


def _ends(lines: list[socket.socket]) -> list[bytes]:
    """What each line was told before it was closed; a line that is not closed fails the test."""
    said = []
    for line in lines:
        told = b""
        try:
            while piece := line.recv(4096):
                told += piece
        except ConnectionError:
            pass
        said.append(told)
    return said


def test_one_address_is_waited_for_a_few_times_only(site: Site) -> None:
    """More stalled bodies than there are threads: the first few wait, the others are told at once, GET is answered."""
    with ExitStack() as held:
        lines = _lines(site, held, THREADS + 20, "127.0.0.1", _stalled(site))
        _is_answered(site)
        said = _ends(lines)
    busy = [told for told in said if told.startswith(b"HTTP/1.1 503")]
    assert len(busy) >= THREADS + 20 - EACH
    _is_answered(site)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the silent are not cut off")
def test_the_silent_of_many_addresses_are_cut_off(site: Site) -> None:
    """All places taken by five addresses: reading goes on, and soon the places are free again."""
    with ExitStack() as held:
        lines = [
            line
            for last in range(2, 7)
            for line in _lines(site, held, EACH, f"127.0.0.{last}", _stalled(site))
        ]
        _is_answered(site)
        said = _ends(lines)
        assert len(said) - MOST <= sum(told.startswith(b"HTTP/1.1 503") for told in said)
    with ExitStack() as held:
        (line,) = _lines(site, held, 1, "127.0.0.1", _stalled(site) + "x" * 997)
        assert line.recv(12).startswith(b"HTTP/1.1 403")


@pytest.mark.parametrize(
    "said", ["", "GET /account/login/ HTT", "GET / HTTP/1.1\r\nHost: x\r\nX-A: "]
)
def test_half_a_head_is_not_waited_for(site: Site, said: str) -> None:
    """Nothing at all, half a first line, half a header: closed, while everybody else is answered."""
    with ExitStack() as held:
        lines = _lines(site, held, 200, "127.0.0.1", said)
        _is_answered(site)
        assert {b""} >= {told for told in _ends(lines) if not told.startswith(b"HTTP/1.1 408")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere connections are not counted")
def test_more_connections_of_one_address_than_allowed_are_closed(site: Site) -> None:
    """Three hundred from one address: the site goes on for another, and closes what is too much."""
    with ExitStack() as held:
        lines = _lines(site, held, 300, "127.0.0.9", "")
        _is_answered(site)
        assert [b""] * 300 == _ends(lines)


def _large(site: Site) -> str:
    """A file too large for the buffers of a line, among those anybody may have."""
    path = site.store / "static" / "base" / "large.bin"
    path.write_bytes(bytes(12 << 20))
    return "/static/base/large.bin"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere slow readers are only counted")
def test_who_does_not_read_is_cut_off(tmp_path: Path) -> None:
    """More readers of a large file than there are threads, who take nothing: all others are answered meanwhile."""
    store = tmp_path / "slow"
    with Site(store, LINE_SECONDS=str(SECONDS)) as first:
        address = _large(first)
    asked = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with Site(store, LINE_SECONDS=str(SECONDS)) as site, ExitStack() as held:
        lines = [_narrow(site, held, asked) for _ in range(THREADS + 20)]
        _is_answered(site)
        said = [line.recv(12, socket.MSG_WAITALL) for line in lines]
        assert set(said) <= {b"HTTP/1.1 200", b"HTTP/1.1 503"}
        assert said.count(b"HTTP/1.1 200") <= READS
        _are_gone(lines)
        (line,) = [_narrow(site, held, asked)]
        assert b"HTTP/1.1 200" == line.recv(12, socket.MSG_WAITALL)


def _narrow(site: Site, held: ExitStack, said: str) -> socket.socket:
    """A line that takes little at a time."""
    line = held.enter_context(socket.socket())
    line.settimeout(PATIENCE)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.connect(("127.0.0.1", site.port))
    line.sendall(said.encode())
    return line


def _are_gone(lines: list[socket.socket]) -> None:
    """Each has been closed by the site, without our reading on; PATIENCE at most."""
    poll = select.poll()
    for line in lines:
        poll.register(line, select.POLLRDHUP)
    end, left = monotonic() + PATIENCE, {line.fileno() for line in lines}
    while left and monotonic() < end:
        for number, _ in poll.poll(1000):
            poll.unregister(number)
            left.discard(number)
    assert not left
