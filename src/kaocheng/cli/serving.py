"""`kaocheng serve` (开站): makes a store ready and serves the site from it until told to stop."""

from __future__ import annotations

import errno
import os
import socket
import sys
from argparse import Namespace
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kaocheng.cli.refusals import Refused
from kaocheng.kernel.refusing import Refusal

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_FAULTS = {
    errno.EADDRINUSE: "已被另一个程序占用",
    errno.EACCES: "没有权限，1024 以下的端口只有系统管理员能用",
    errno.EADDRNOTAVAIL: "这台机器没有这个地址",
}
_ANY = {"0.0.0.0", "::"}  # noqa: S104  # what the user may type, not what we bind


def run(options: Namespace) -> int:
    """Prepare, say where the site is, serve; returns 0 when it was told to stop."""
    if find_spec("django") is None or find_spec("granian") is None:
        raise Refused("没有安装网站部分。请执行：pip install 'kaocheng[site]'")
    os.umask(0o077)  # what is in the store is for the server alone
    _check_port(options.host, options.port)
    _set_environment(options)
    try:
        _prepare(options)
    except Refusal as refusal:
        raise Refused(str(refusal)) from refusal
    server = import_module("kaocheng.site.serving.server")
    door = server.Door(
        host=options.host,
        port=options.port,
        workers=_workers(options),
        certificate=options.certificate,
        key=options.key,
    )
    server.serve(door, lambda: _say(f"网站地址：{door.address}（按 Ctrl-C 停止）"))
    _say("网站已停止，数据在 " + os.environ["KAOCHENG_STORE"])
    return 0


def _check_port(host: str, port: int) -> None:
    """Refuse before anything is made."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            why = _FAULTS.get(error.errno or 0, f"系统代码 {error.errno}")
            raise Refused(
                f"{host} 的端口 {port} 不能用：{why}。"
                f"可以换一个端口，如 kaocheng serve --port {port + 1}"
            ) from error


def _set_environment(options: Namespace) -> None:
    """What the settings read, before they are read; workers inherit it."""
    store = options.store or Path("kaocheng-demo" if options.demo else "kaocheng-store")
    os.environ["KAOCHENG_STORE"] = str(store.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
    os.environ.setdefault("KAOCHENG_HOSTS", ",".join(_hosts(options.host)))
    if bool(options.certificate) != bool(options.key):
        raise Refused("--certificate 和 --key 要一起给。")
    if options.certificate:
        os.environ["KAOCHENG_HTTPS"] = "true"
    if options.demo:
        os.environ.setdefault("KAOCHENG_MFA_ROLES", "")


def _hosts(host: str) -> list[str]:
    """The names under which the site may be asked for."""
    if host in _ANY:
        name = socket.gethostname()
        known = {str(info[4][0]) for info in socket.getaddrinfo(name, None, socket.AF_INET)}
        return [*_LOOPBACK, name, *sorted(known - set(_LOOPBACK))]
    return [*_LOOPBACK, *({host} - set(_LOOPBACK))]


def _workers(options: Namespace) -> int:
    """One process on SQLite: a second would only wait for the first."""
    sqlite = not os.environ.get("KAOCHENG_DATABASE_URL", "").startswith("postgres")
    wanted = options.workers or (1 if sqlite else max(2, os.cpu_count() or 1))
    if sqlite and wanted > 1:
        raise Refused(
            "SQLite 只用一个进程；要用多个进程，请先换成 PostgreSQL（KAOCHENG_DATABASE_URL）。"
        )
    return int(wanted)


def _prepare(options: Namespace) -> None:
    """The store, its tables and files, and whoever must be able to sign in first."""
    _workers(options)
    store, now = Path(os.environ["KAOCHENG_STORE"]), datetime.now(UTC)
    _say(f"正在准备 {store} …")
    stores: Any = import_module("kaocheng.site.serving.preparing")
    for line in stores.prepare(store, rescue=options.rescue, demo=options.demo, at=now):
        _say(line)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
