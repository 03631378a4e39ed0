"""`kaocheng audit verify|seal` (核验、封存审计记录): on the store of a site, without the site running."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from typing import Any

from kaocheng.cli.refusals import Refused
from kaocheng.cli.stores import open_store
from kaocheng.kernel.events import Break, Seal
from kaocheng.kernel.refusing import Refusal

_SHOWN = 50
_STEP = 20_000


def run(options: Namespace) -> int:
    """Verify or seal: 0 all is whole (or sealed), 1 something was tampered with.

    Raises Refused when the store cannot be read.
    """
    if find_spec("django") is None:
        raise Refused("没有安装网站部分。请执行：pip install 'kaocheng[site]'")
    open_store(options.store)
    unreadable: type[Exception] = import_module("django.db").DatabaseError
    try:
        return _seal(options) if options.what == "seal" else _verify(options)
    except Refusal as refusal:
        raise Refused(str(refusal)) from refusal
    except unreadable as error:
        raise Refused(
            f"数据库读不出来：{error}。请核对 --store 指的是不是本系统的数据文件夹。"
        ) from error


def _seal(options: Namespace) -> int:
    verifying = import_module("kaocheng.site.audit.verifying")
    services = import_module("kaocheng.site.audit.services")
    for county in _counties(options, verifying):
        seal = services.seal_events(county=county, at=datetime.now(UTC))
        said = _noted(seal.as_seal()) if seal else "没有新的事件，不用封存"
        sys.stdout.write(f"{county}：{said}\n")
    return 0


def _verify(options: Namespace) -> int:
    verifying = import_module("kaocheng.site.audit.verifying")
    found = 0
    for county in _counties(options, verifying):
        verified = verifying.Verified(county)
        step = _bar(verifying.count_events(county), wanted=not options.no_progress)
        breaks = chain(
            verifying.verify_county(verified, step),
            verifying.check_anchors(county, options.anchor),
        )
        found += _say(breaks, as_json=options.format == "json")
        _sum_up(verified, as_json=options.format == "json")
    if options.format == "text":
        sys.stdout.write(f"发现 {found} 处改动。\n" if found else "全部相符。\n")
    return 1 if found else 0


def _counties(options: Namespace, verifying: Any) -> list[str]:
    return [options.county] if options.county else list(verifying.counties())


def _say(breaks: Iterable[Break], *, as_json: bool) -> int:
    """Write the breaks as they are found, and count them."""
    found = 0
    for fault in breaks:
        found += 1
        if as_json:
            _write(json.dumps(asdict(fault), ensure_ascii=False))
        elif found <= _SHOWN:
            _write(f"{fault.county} {fault.stream or '封存'} {fault.message}（{fault.kind}）")
    if found > _SHOWN and not as_json:
        _write(f"另有 {found - _SHOWN} 处，见 --format json")
    return found


def _sum_up(verified: Any, *, as_json: bool) -> None:
    if as_json:
        told = {"summary": asdict(verified)}
        _write(json.dumps(told, ensure_ascii=False, default=str))
        return
    _write(
        f"{verified.county}：核验事件 {verified.events:,} 条，事件流 {verified.streams:,} 条，"
        f"封存 {verified.seals:,} 次；尚未封存的事件 {verified.unsealed:,} 条；"
        f"与事件对照的登记 {verified.rows:,} 行。"
    )
    if verified.last:
        _write(f"  {_noted(verified.last)}。请抄存在本系统以外，以后用 --anchor 核对。")


def _noted(seal: Seal) -> str:
    return f"封存 {seal.number}:{seal.digest}"


def _write(line: str) -> None:
    _wipe()
    sys.stdout.write(f"{line}\n")


def _bar(total: int, *, wanted: bool) -> Callable[[int], None]:
    """A count on the error stream, shown only to a person at a terminal."""
    shown = wanted and total > _STEP and sys.stderr.isatty()

    def step(done: int) -> None:
        if shown and done % _STEP == 0:
            sys.stderr.write(f"\r核验 {done:,}/{total:,}（{100 * done // total}%）")
            sys.stderr.flush()

    return step


def _wipe() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
