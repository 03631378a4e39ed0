"""What is far too large is refused by the running site at once: nothing of it is kept, read or waited for."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.site.serving.running import Site, memory_of

GIB, MIB = 1 << 30, 1 << 20
PIECE = b"\0" * (256 << 10)
SPARE = 96 * MIB
"""How much more memory the worker may hold afterwards: far less than what was sent at it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site on an empty store."""
    with Site(tmp_path_factory.mktemp("uploads") / "store") as running:
        yield running


def test_two_gib_are_refused_with_a_sentence(site: Site) -> None:
    """Told honestly: 413 before anything is read, to strangers and on any page."""
    for address in ("/desk/new/P001/", "/account/login/"):
        answer, sent = _send(site, address, f"Content-Length: {2 * GIB}", 2 * GIB, PIECE)
        assert answer.startswith("HTTP/1.1 413")
        assert "超过上限 60 MB，没有接收" in answer
        assert sent < 64 * MIB
    _is_well(site)


def test_who_sends_to_the_end_still_reads_the_answer(site: Site) -> None:
    """A browser does not look before it has sent everything: what is too large is taken off the line unread."""
    head = (
        f"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {200 * MIB}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", site.port), timeout=60) as line:
        line.sendall(head.encode())
        for _ in range(200 * MIB // len(PIECE)):
            line.sendall(PIECE)
        answer = b""
        while more := line.recv(65536):
            answer += more
    assert answer.startswith(b"HTTP/1.1 413")
    assert "超过上限 60 MB，没有接收" in answer.decode()
    _is_well(site)


def test_two_gib_without_a_length_are_not_read(site: Site) -> None:
    """In chunks, so that no length is told: the form is empty, and the rest is not waited for."""
    chunk = b"%x\r\n" % len(PIECE) + PIECE + b"\r\n"
    answer, sent = _send(site, "/account/login/", "Transfer-Encoding: chunked", 2 * GIB, chunk)
    assert re.match(r"HTTP/1.1 (403|400|413)", answer)
    assert sent < 128 * MIB
    _is_well(site)


def test_more_than_was_told_is_not_read(site: Site) -> None:
    """A hundred bytes announced and 256 MiB sent: the first hundred are the form, the rest is no request."""
    answer, sent = _send(site, "/account/login/", "Content-Length: 100", 256 * MIB, PIECE)
    assert not answer or re.match(r"HTTP/1.1 4\d\d", answer)
    assert sent < 128 * MIB
    _is_well(site)


def test_a_body_that_never_comes_holds_nobody_up(site: Site) -> None:
    """A thousand bytes announced and three sent: everybody else is answered meanwhile."""
    head = (
        f"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nContent-Length: 1000\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nCookie: csrftoken={'a' * 32}\r\n\r\nabc"
    )
    with socket.create_connection(("127.0.0.1", site.port), timeout=30) as line:
        line.sendall(head.encode())
        for _ in range(3):
            with urlopen(f"{site.address}/account/login/", timeout=30) as answer:
                assert 200 == answer.status
        line.shutdown(socket.SHUT_WR)
        assert line.recv(100).startswith(b"HTTP/1.1 400")


def _send(site: Site, address: str, length: str, total: int, piece: bytes) -> tuple[str, int]:
    """Send until answered or cut off; the answer, and how many bytes went before that."""
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\n{length}\r\n\r\n"
    )
    sent, answer = 0, b""
    with socket.create_connection(("127.0.0.1", site.port), timeout=30) as line:
        line.sendall(head.encode())
        line.settimeout(0.01)
        with suppress(ConnectionError, TimeoutError):
            while sent < total and not answer:
                with suppress(TimeoutError):
                    sent += line.send(piece)
                answer = _read(line)
            line.settimeout(30)
            while more := line.recv(65536):
                answer += more
    return answer.decode(errors="replace"), sent


def _read(line: socket.socket) -> bytes:
    try:
        return line.recv(65536)
    except TimeoutError:
        return b""


def _is_well(site: Site) -> None:
    """It answers, holds no more memory than before, and kept no file."""
    site.wait()
    (worker,) = site.worker_ids()
    assert memory_of(worker) < 220 * MIB + SPARE
    assert 16 * MIB > sum(_size(site.store / name) for name in ("incoming", "files"))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
