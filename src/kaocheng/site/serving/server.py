"""The server (网站服务): granian over WSGI; the site itself in one thread of each process (see `base.gate`)."""

from __future__ import annotations

import logging
import multiprocessing
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from django.conf import settings
from django.db import connections
from granian import Granian
from granian.constants import HTTPModes, Interfaces, SSLProtocols
from granian.http import HTTP1Settings
from granian.log import LogLevels

from kaocheng.site.serving.ticking import start_ticking

_PATIENCE = 120
_LINES = 160
"""Threads of a process that wait for senders (see `base.lines`) and receivers; they exist while they are needed."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where and how the site is reached (监听方式)."""

    host: str
    port: int
    workers: int = 1
    certificate: Path | None = None
    key: Path | None = None

    @property
    def near(self) -> str:
        """A host under which this machine reaches the site."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104

    @property
    def address(self) -> str:
        """As it is typed into a browser."""
        shown = f"[{self.near}]" if ":" in self.near else self.near
        return f"{'https' if self.certificate else 'http'}://{shown}:{self.port}/"


def serve(door: Door, opened: Callable[[], None]) -> None:
    """Answer until told to stop (SIGTERM, Ctrl-C); requests under way are finished first.

    `opened` is called once, when the door has opened.
    """
    connections.close_all()
    # a worker of its own making shares neither connections nor locks with this process
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "kaocheng.site.wsgi:application",
        address=door.host,
        port=door.port,
        interface=Interfaces.WSGI,
        workers=door.workers,
        blocking_threads=_LINES,
        websockets=False,
        # told apart from the first byte on, so that a line without any is not waited for
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=settings.LINE_SECONDS * 1000),
        log_level=LogLevels.warning,
        ssl_cert=door.certificate,
        ssl_key=door.key,
        ssl_protocol_min=SSLProtocols.tls12,  # offices still have browsers without 1.3
        respawn_failed_workers=True,
        workers_kill_timeout=15,
    )
    logging.getLogger("_granian").addFilter(_to_the_point)
    server.on_startup(Thread(target=_watch, args=(door, opened), daemon=True).start)
    start_ticking()
    server.serve()


def _to_the_point(record: logging.LogRecord) -> bool:
    """All but the advice on threads: so many are meant, for they wait for senders."""
    return "Python threads" not in record.getMessage()


def _watch(door: Door, opened: Callable[[], None]) -> None:
    """Try the door until somebody stands behind it."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with socket.create_connection((door.near, door.port), timeout=1):
                opened()
                return
        except OSError:
            time.sleep(0.1)
