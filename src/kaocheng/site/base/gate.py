"""The gate (收件口): what is sent is waited for before the site begins, so that a slow line holds up nobody else.

The site itself answers one request at a time in a thread of its own, which keeps the one connection to the store.
Sending large files back is left to the thread of the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16
Environ = dict[str, Any]
Site = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class Gate:
    """A WSGI application around the site; `most` bytes are waited for, more is for the site to refuse unread."""

    def __init__(self, site: Site, *, most: int, folder: str | None) -> None:
        self.site, self.most, self.folder = site, most, folder
        self.hand = ThreadPoolExecutor(1, "site")

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Wait for the body in the caller's thread, then have the site answer in its own."""
        if not 0 < _told(environ) <= self.most:
            return self._answer(environ, start_response)
        with SpooledTemporaryFile(_IN_MEMORY, dir=self.folder) as body:
            sent = _Sent(environ["wsgi.input"], _told(environ))
            copyfileobj(sent, body, _PIECE)
            if sent.left:  # the sender has gone; half a form is no form
                start_response("400 Bad Request", [("Connection", "close")])
                return [b""]
            body.seek(0)
            return self._answer(environ | {"wsgi.input": body}, start_response)

    def _answer(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.hand.submit(self._whole, environ, start_response).result()

    def _whole(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A page is made and closed here; what streams is closed by whoever reads it to its end."""
        answer = self.site(environ, start_response)
        if getattr(answer, "streaming", True):
            return answer
        pieces = list(answer)
        answer.close()  # type: ignore[attr-defined]  # what does not stream is a response of Django
        return pieces


class _Sent:
    """So many bytes of a stream, and no more (只读所报长度)."""

    def __init__(self, stream: IO[bytes], length: int) -> None:
        self.stream, self.left = stream, length

    def read(self, size: int = _PIECE, /) -> bytes:
        """The next piece, empty at the end."""
        piece = self.stream.read(min(size, self.left)) if self.left else b""
        self.left -= len(piece)
        return piece


def _told(environ: Environ) -> int:
    """The length the sender gives, 0 without one."""
    told = environ.get("CONTENT_LENGTH") or ""
    return int(told) if told.isascii() and told.isdigit() else 0
