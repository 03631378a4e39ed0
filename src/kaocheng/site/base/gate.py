"""The gate (收件口): what is sent is waited for before the site begins, so that a slow line holds up nobody else.

The site itself answers one request at a time in a thread of its own, which keeps the one connection to the store.
Sending large files back is left to the thread of the caller, which is held until the receiver has nearly all of it: so
only so many are sent at once, and what is small is given away whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from kaocheng.site.base.lines import Line, Lines

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16
_LINGER = 256 << 20
"""So much of what is refused unread is still taken off the line, so that the sender comes to read the answer."""
_LINGER_QUIET = 5.0
_SMALL = 256 << 10
"""An answer of so many bytes waits in memory for who reads it slowly, not in a thread."""
_BUSY = "同时上传的太多，请稍后再试。".encode()
_BUSY_SENDING = "同时下载的太多，请稍后再试。".encode()
Environ = dict[str, Any]
Site = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class Gate:
    """A WSGI application around the site; `most` bytes are waited for, more is for the site to refuse unread.

    `lines` counts who sends, `reads` who is sent something large.
    """

    def __init__(
        self, site: Site, *, most: int, folder: str | None, lines: Lines, reads: Lines
    ) -> None:
        self.site, self.most, self.folder = site, most, folder
        self.lines, self.reads = lines, reads
        self.hand = ThreadPoolExecutor(1, "site")

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Wait for the body in the caller's thread, then have the site answer in its own."""
        told = _told(environ)
        if told > self.most or "HTTP_TRANSFER_ENCODING" in environ:
            return self._unread(environ, start_response)
        if told <= 0:
            return self._answer(environ, start_response)
        with SpooledTemporaryFile(_IN_MEMORY, dir=self.folder) as body:
            with self.lines.waited(_from(environ)) as line:
                if line is None:
                    return _refused(start_response, "503 Service Unavailable", _BUSY)
                sent = _Sent(environ["wsgi.input"], told, self.lines, line)
                copyfileobj(sent, body, _PIECE)
            if sent.left:  # the sender has gone, or was cut off; half a form is no form
                return _refused(start_response, "400 Bad Request", b"")
            body.seek(0)
            return self._answer(environ | {"wsgi.input": body}, start_response)

    def _unread(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answered without waiting for what is sent; then that is thrown away, for a while.

        The answer tells its length, so that whoever waits for it knows its end before the line is closed.
        """
        begun: list[Any] = []
        answer = self._answer(environ, lambda *told: begun.extend(told))
        status, headers, *more = begun
        headers = [*headers, ("Connection", "close")]
        if isinstance(answer, list) and "content-length" not in {k.lower() for k, _ in headers}:
            headers.append(("Content-Length", str(sum(map(len, answer)))))
        start_response(status, headers, *more)
        return _Lingering(answer, environ["wsgi.input"], self.lines, _from(environ))

    def _answer(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[Any] = []
        answer: Iterable[bytes] | None = self.hand.submit(
            self._whole, environ, lambda *told: begun.extend(told)
        ).result()
        if isinstance(answer, _Given):
            answer = self._sent(answer, begun, _from(environ))
        if answer is None:
            return _refused(start_response, "503 Service Unavailable", _BUSY_SENDING)
        start_response(*begun)
        return answer

    def _sent(self, given: _Given, begun: list[Any], to: str) -> Iterable[bytes] | None:
        """What streams: whole where it is small, else with a place of its own; None where all are taken."""
        if _length(begun) <= _SMALL:
            return list(given)
        if given.held.enter_context(self.reads.waited(to)) is None:
            given.close()
            return None
        return given

    def _whole(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A page is made and closed here; what streams is closed by whoever reads it to its end."""
        answer = self.site(environ, start_response)
        if getattr(answer, "streaming", True):
            return _Given(answer)
        pieces = list(answer)
        answer.close()  # type: ignore[attr-defined]  # what does not stream is a response of Django
        return pieces


class _Sent:
    """So many bytes of a stream, and no more (只读所报长度)."""

    def __init__(self, stream: IO[bytes], length: int, lines: Lines, line: Line) -> None:
        self.stream, self.left, self.lines, self.line = stream, length, lines, line

    def read(self, size: int = _PIECE, /) -> bytes:
        """The next piece, empty at the end."""
        piece = self.stream.read(min(size, self.left)) if self.left else b""
        self.left -= len(piece)
        self.line.hear(len(piece), self.lines.clock())
        return piece


class _Given:
    """An answer that is sent piece by piece (边读边发); its place is free again when it is over or given up."""

    def __init__(self, answer: Iterable[bytes]) -> None:
        self.answer, self.held = answer, ExitStack()
        if close := getattr(answer, "close", None):
            self.held.callback(close)

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.answer
        finally:
            self.close()

    def close(self) -> None:
        """Once, whoever is first: the server when the line is gone, or the end of the answer."""
        self.held.close()


class _Lingering:
    """An answer given before the question was heard to its end (边拒边收): the rest is read and thrown away.

    A line that is closed with something unread on it is torn down, and the answer with it.
    """

    def __init__(
        self, answer: Iterable[bytes], stream: IO[bytes], lines: Lines, address: str
    ) -> None:
        self.answer, self.stream, self.lines, self.address = answer, stream, lines, address

    def __iter__(self) -> Iterator[bytes]:
        yield from self.answer
        left = _LINGER
        with self.lines.waited(self.address, _LINGER_QUIET) as line:
            while line is not None and left > 0 and (piece := self.stream.read(_PIECE)):
                left -= len(piece)
                line.hear(len(piece), self.lines.clock())

    def close(self) -> None:
        """What was made for the answer is given back."""
        if close := getattr(self.answer, "close", None):
            close()


def _refused(start_response: Callable[..., Any], status: str, said: bytes) -> list[bytes]:
    plain = ("Content-Type", "text/plain; charset=utf-8")
    start_response(status, [plain, ("Content-Length", str(len(said))), ("Connection", "close")])
    return [said]


def _length(begun: list[Any]) -> float:
    """The length an answer gives, beyond everything without one."""
    for name, value in begun[1]:
        if name.lower() == "content-length":
            return int(value)
    return float("inf")


def _from(environ: Environ) -> str:
    return str(environ.get("REMOTE_ADDR", ""))


def _told(environ: Environ) -> int:
    """The length the sender gives, 0 without one."""
    told = environ.get("CONTENT_LENGTH") or ""
    return int(told) if told.isascii() and told.isdigit() else 0
