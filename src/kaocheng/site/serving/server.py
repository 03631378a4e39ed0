"""The server (网站服务): granian over WSGI, one process and one thread on SQLite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from granian import Granian
from granian.constants import Interfaces, SSLProtocols
from granian.log import LogLevels


@dataclass(frozen=True, slots=True)
class Door:
    """Where and how the site is reached (监听方式)."""

    host: str
    port: int
    workers: int = 1
    certificate: Path | None = None
    key: Path | None = None

    @property
    def address(self) -> str:
        """As it is typed into a browser."""
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104
        return f"{'https' if self.certificate else 'http'}://{shown}:{self.port}/"


def serve(door: Door) -> None:
    """Answer until told to stop (SIGTERM, Ctrl-C); requests under way are finished first."""
    connections.close_all()  # a connection is not for two processes
    Granian(
        "kaocheng.site.wsgi:application",
        address=door.host,
        port=door.port,
        interface=Interfaces.WSGI,
        workers=door.workers,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.warning,
        ssl_cert=door.certificate,
        ssl_key=door.key,
        ssl_protocol_min=SSLProtocols.tls12,  # offices still have browsers without 1.3
        respawn_failed_workers=True,
        workers_kill_timeout=15,
    ).serve()
