"""A site in a process of its own, for tests and benches that load it or kill its worker."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any, Self
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

ROOT = Path(__file__).parents[3]
SERVER = "postgresql://postgres@127.0.0.1:5432/"
PATIENCE = 120
_PAUSE = Event()
"""Never set: waiting for it is a pause."""


class Site:
    """`kaocheng serve` on a store; what it says goes to a file, so that nothing waits for a reader."""

    def __init__(self, store: Path, database: str = "", workers: int = 1, **settings: str) -> None:
        self.settings = {f"KAOCHENG_{name}": value for name, value in settings.items()}
        self.store, self.database, self.workers, self.port = store, database, workers, free_port()
        self.log = store.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Started, and answering."""
        words = ["serve", "--store", str(self.store), "--port", str(self.port)]
        if self.workers > 1:
            words += ["--workers", str(self.workers)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kaocheng.cli", *words],
                stdout=log, stderr=log, env=environment(self.store, self.database) | self.settings, cwd=ROOT,
            )  # fmt: skip
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Told to stop; killed with its workers if it does not."""
        assert self.process
        left = self.worker_ids()
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            for number in (*left, self.process.pid):
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            self.process.wait(30)

    def wait(self) -> None:
        """Until it answers."""
        assert self.process
        end = monotonic() + PATIENCE
        while monotonic() < end and self.process.poll() is None:
            with suppress(URLError, OSError), urlopen(f"{self.address}/health/", timeout=20):
                return
            pause(0.1)
        raise RuntimeError(f"the site does not answer: {self.log.read_text('utf-8')}")

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def worker_ids(self) -> list[int]:
        """The processes that answer requests."""
        assert self.process
        found: list[int] = []
        for task in Path(f"/proc/{self.process.pid}/task").glob("*/children"):
            with suppress(OSError):
                found += [int(word) for word in task.read_text().split()]
        return sorted(number for number in found if b"spawn_main" in _command(number))

    def kill_worker(self, order: int) -> None:
        """`kill -9` of a worker."""
        numbers = self.worker_ids()
        if numbers:
            with suppress(ProcessLookupError):
                os.kill(numbers[order % len(numbers)], signal.SIGKILL)


def _command(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


def memory_of(number: int) -> int:
    """Bytes a process holds in memory now."""
    pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def pause(seconds: float) -> None:
    """Let another process go on."""
    _PAUSE.wait(seconds)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def environment(store: Path, database: str = "") -> dict[str, str]:
    """That of the site on this store, without what tests have set for themselves."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("KAOCHENG_", "DJANGO_"))}
    own |= {"KAOCHENG_STORE": str(store), "DJANGO_SETTINGS_MODULE": "kaocheng.site.settings"}
    return own | ({"KAOCHENG_DATABASE_URL": database} if database else {})


def store_work(what: str, store: Path, database: str, told: Any) -> Any:
    """What `storework` answers, in a process of its own with the site's own settings."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.site.serving.storework", what],
        input=json.dumps(told), stdout=subprocess.PIPE, text=True, check=True, timeout=600,
        env=environment(store, database), cwd=ROOT,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def audit(store: Path, database: str) -> tuple[int, str]:
    """`kaocheng audit verify`: its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "kaocheng.cli", "audit", "verify", "--store", str(store)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600, check=False,
        env=environment(store, database), cwd=ROOT,
    )  # fmt: skip
    return done.returncode, done.stdout


@contextmanager
def database_of(kind: str) -> Iterator[str]:
    """The address of a fresh database: nothing for SQLite, whose file lies in the store."""
    if kind == "sqlite":
        yield ""
        return
    name = f"kaocheng_clerks_{os.getpid()}"
    with psycopg.connect(f"{SERVER}postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield SERVER + name
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
