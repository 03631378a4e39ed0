"""`kaocheng serve`, run as people run it: an empty folder becomes a site, and stops when told to."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer
from urllib.error import URLError
from urllib.request import urlopen

import pytest

Start = Callable[..., "Served"]
PATIENCE = 240


class Served:
    """A site that runs in a process of its own; it is killed when it takes too long."""

    def __init__(self, store: Path, port: int, *options: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        words = ["serve", "--store", str(store), "--port", str(port), *options]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kaocheng.cli", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=_environment(),
        )
        self.guard = Timer(PATIENCE, self.process.kill)
        self.guard.start()

    def wait(self) -> str:
        """Until it says that it answers; returns what it has said so far."""
        assert self.process.stdout
        said = ""
        for line in self.process.stdout:
            said += line
            if self.address in line:
                with urlopen(f"{self.address}/health/") as answer:
                    assert b"ok\n" == answer.read()
                return said
        pytest.fail(f"it ended without opening: {said}")

    def stop(self) -> tuple[int, str]:
        """Ask it to stop; returns its exit code and all it has said."""
        self.process.send_signal(signal.SIGTERM)
        said, _ = self.process.communicate(timeout=PATIENCE)
        self.guard.cancel()
        return self.process.returncode, said


def _environment() -> dict[str, str]:
    """Without what the tests themselves have set."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("KAOCHENG_", "DJANGO_"))}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a site on a free port; stopped at the end whatever happens."""
    running: list[Served] = []

    def make(*options: str, port: int = 0, store: str = "store") -> Served:
        served = Served(tmp_path / store, port or _free_port(), *options)
        running.append(served)
        return served

    yield make
    for served in running:
        served.guard.cancel()
        if served.process.poll() is None:
            served.process.kill()
            served.process.communicate()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def test_the_life_of_a_site(start: Start, tmp_path: Path) -> None:
    """From an empty folder: opened, stopped, its manager rescued, killed; nobody is left at the door."""
    served = start()
    welcome = served.wait()
    assert (1, 0) == (welcome.count("一次性密码"), welcome.count("WARNING"))
    _look_at_a_page(served.address)
    _offer_too_much(served.address)
    code, goodbye = served.stop()
    assert (0, True) == (code, "网站已停止" in goodbye)
    _look_at_the_folder(tmp_path / "store")
    rescued = start("--rescue", "admin")
    said = rescued.wait()
    assert re.search(r"admin 的一次性密码：\S{16}", said)
    assert "首任" not in said
    rescued.process.kill()
    rescued.process.communicate(timeout=PATIENCE)  # ends with the last who holds its output
    with pytest.raises(URLError):
        urlopen(f"{rescued.address}/health/")
    unknown = start("--rescue", "nobody")
    said, _ = unknown.process.communicate(timeout=PATIENCE)
    assert (2, True) == (unknown.process.returncode, "没有名为“nobody”的系统管理员" in said)


def _look_at_a_page(address: str) -> None:
    """Its style sheet is named by its content, and may be kept for ever."""
    with urlopen(f"{address}/account/signup/") as answer:
        page = answer.read().decode()
    style = re.search(r'href="(/static/base/ground\.[0-9a-f]+\.css)"', page)
    assert style
    with urlopen(address + style[1]) as answer:
        assert "immutable" in answer.headers["Cache-Control"]


def _offer_too_much(address: str) -> None:
    """Two gibibytes are refused by their length, while hardly any of them has been sent."""
    site = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE)
    site.putrequest("POST", "/account/signup/")
    site.putheader("Content-Length", str(2 << 30))
    site.endheaders(b"x" * 1000)
    answer = site.getresponse()
    assert (413, True) == (answer.status, "2,048 MB" in answer.read().decode())
    site.close()


def _look_at_the_folder(store: Path) -> None:
    """Nothing in it is for others."""
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [store, *store.iterdir()]}
    assert {} == {name: oct(mode) for name, mode in modes.items() if mode & 0o077}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--workers", "2"), "SQLite 只用一个进程"),
        (("--certificate", "x.pem"), "--certificate 和 --key 要一起给"),
    ],
)
def test_what_cannot_be_served(
    start: Start, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    """A sentence and exit 2, before anything is made."""
    served = start(*options)
    told, _ = served.process.communicate(timeout=PATIENCE)
    assert (2, True) == (served.process.returncode, said in told)
    assert not (tmp_path / "store").exists()


def test_an_occupied_port(start: Start, tmp_path: Path) -> None:
    """Which one, by whom, and what to type instead."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = start(port=port)
        said, _ = served.process.communicate(timeout=PATIENCE)
    assert 2 == served.process.returncode
    assert f"端口 {port} 不能用：已被另一个程序占用" in said
    assert f"--port {port + 1}" in said
    assert not (tmp_path / "store").exists()
