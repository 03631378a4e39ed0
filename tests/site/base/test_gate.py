"""The gate: a body is whole before the site sees it, too much goes by unread, one request at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Event, current_thread
from typing import Any

import pytest

from kaocheng.site.base.gate import Gate
from kaocheng.site.base.lines import Bounds, Lines

PATIENCE = 30


def _lines(**bounds: Any) -> Lines:
    return Lines(Bounds(**bounds), lambda _address, _silent: None)


def _gate(
    site: Callable[..., Iterable[bytes]],
    *,
    folder: str | None = None,
    lines: Lines | None = None,
    reads: Lines | None = None,
) -> Gate:
    """A gate that waits for a hundred bytes; a site that says nothing of its answer says that all is well."""

    def begun(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return site(environ, start_response)

    return Gate(
        begun if site is not _told else site, most=100, folder=folder, lines=lines or _lines(),
        reads=reads or _lines(),
    )  # fmt: skip


class _Page(list[bytes]):
    """An answer as Django gives it."""

    def __init__(self, *pieces: bytes, streaming: bool = False) -> None:
        super().__init__(pieces)
        self.streaming, self.closed_by = streaming, ""

    def close(self) -> None:
        """Noted, with the thread that did it."""
        self.closed_by = current_thread().name


class _Slow(BytesIO):
    """A sender who stops in the middle until told to go on."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.reached, self.go = Event(), Event()

    def read(self, size: int | None = -1, /) -> bytes:
        """Nothing until then."""
        self.reached.set()
        assert self.go.wait(PATIENCE)
        return super().read(size)


def _echo(environ: dict[str, Any], _: Callable[..., Any]) -> Iterable[bytes]:
    return _Page(environ["wsgi.input"].read())


def _post(
    gate: Gate, body: BytesIO, length: str, address: str = "10.0.0.1"
) -> tuple[bytes, list[str]]:
    said: list[str] = []
    told = {"wsgi.input": body, "CONTENT_LENGTH": length, "REMOTE_ADDR": address}
    answer = gate(told, lambda status, _: said.append(status))
    return b"".join(answer), said


def test_a_slow_sender_holds_nobody_up(tmp_path: Path) -> None:
    """While one body is waited for, the next request is answered; then the first one, whole."""
    gate, slow = _gate(_echo, folder=str(tmp_path), lines=_lines()), _Slow(b"slow")
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(_post, gate, slow, "4")
        assert slow.reached.wait(PATIENCE)
        assert b"quick" == _post(gate, BytesIO(b"quick"), "5")[0]
        assert not first.done()
        slow.go.set()
        assert b"slow" == first.result(PATIENCE)[0]


def test_half_a_form_is_no_form() -> None:
    """Who goes away in the middle is not acted upon."""
    asked: list[str] = []
    gate = _gate(lambda *_: asked.append("asked") or _Page())
    assert (b"", ["400 Bad Request"]) == _post(gate, BytesIO(b"half"), "8")
    assert not asked


def test_no_more_is_read_than_was_told_or_allowed() -> None:
    """The rest of a longer body stays; of one that is too large, or of no length, everything stays."""
    for length, read in (("4", 4), ("", 0), ("x", 0), ("-4", 0)):
        body = BytesIO(b"0123456789" * 20)
        gate = _gate(lambda *_: _Page(b"told"))
        assert b"told" == _post(gate, body, length)[0]
        assert read == body.tell()


def test_pages_are_closed_where_they_are_made() -> None:
    """In the one thread of the site; what streams is left to its reader, who closes it."""
    for streaming in (False, True):
        page = _Page(b"a", b"b", streaming=streaming)
        gate = _gate(lambda *_, page=page: page)
        answer = gate({}, lambda *_: None)
        assert streaming == (not page.closed_by)
        assert b"ab" == b"".join(answer)
        assert page.closed_by.startswith(current_thread().name if streaming else "site")


def test_what_is_refused_unread_is_taken_off_the_line_after_the_answer() -> None:
    """Too much, or of no length: answered first, told that the line closes, then read and thrown away."""
    for more in ({"CONTENT_LENGTH": "101"}, {"HTTP_TRANSFER_ENCODING": "chunked"}):
        body, headers = BytesIO(b"0123456789" * 20), []
        gate = _gate(_told)
        answer = gate(
            {"wsgi.input": body, **more}, lambda _, told, headers=headers: headers.extend(told)
        )
        pieces = iter(answer)
        assert b"told" == next(pieces)
        assert 0 == body.tell()
        assert [] == list(pieces)
        assert 200 == body.tell()
        assert {("Connection", "close"), ("Content-Length", "4")} <= set(headers)
        answer.close()


def test_one_address_does_not_take_all_lines(tmp_path: Path) -> None:
    """With one line waited for, a second of the same address is told to come later, of another it is heard."""
    gate = _gate(_echo, folder=str(tmp_path), lines=_lines(each=1))
    slow = _Slow(b"slow")
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(_post, gate, slow, "4")
        assert slow.reached.wait(PATIENCE)
        said, status = _post(gate, BytesIO(b"quick"), "5")
        assert ["503 Service Unavailable"] == status
        assert "稍后再试" in said.decode()
        assert b"quick" == _post(gate, BytesIO(b"quick"), "5", "10.0.0.2")[0]
        slow.go.set()
        assert b"slow" == first.result(PATIENCE)[0]
    assert b"quick" == _post(gate, BytesIO(b"quick"), "5")[0]


def _told(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("413 Payload Too Large", [])
    return _Page(b"told")


def _asked(gate: Gate, address: str = "10.0.0.1") -> tuple[Any, str]:
    told: list[Any] = []
    return gate({"REMOTE_ADDR": address}, lambda *said: told.extend(said)), told[0]


def _files(pages: list[_Page], length: int | None, **bounds: int) -> Gate:
    """A site that streams one of these answers after the other and says how long each is."""
    headers = [] if length is None else [("Content-Length", str(length))]
    left = iter(pages)

    def site(_: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", headers)
        return next(left)

    return Gate(site, most=1, folder=None, lines=_lines(), reads=_lines(**bounds))


@pytest.mark.parametrize("length", [1 << 20, None])
def test_only_so_many_large_answers_are_sent_at_once(length: int | None) -> None:
    """The next of that address is told so at once; one that is over, or given up, makes room."""
    files = [_Page(b"a", b"b", streaming=True) for _ in range(5)]
    gate = _files(files, length, each=1)
    parts = iter(_asked(gate)[0])
    assert b"a" == next(parts)
    refused, status = _asked(gate)
    assert ("503 Service Unavailable", True) == (status, bool(files[1].closed_by))
    assert "同时下载的太多" in b"".join(refused).decode()
    other, status = _asked(gate, "10.0.0.2")
    assert "200 OK" == status
    other.close()
    assert [b"b"] == list(parts)
    assert ["200 OK"] * 2 == [_asked(gate, where)[1] for where in ("10.0.0.1", "10.0.0.2")]


def test_a_small_file_holds_no_place() -> None:
    """It is read to its end at once, and closed; so a slow reader of it holds no thread."""
    files = [_Page(b"a", b"b", streaming=True) for _ in range(3)]
    gate = _files(files, 2, most=0)
    assert [[b"a", b"b"]] * 3 == [_asked(gate)[0] for _ in files]
    assert [True] * 3 == [bool(file.closed_by) for file in files]
