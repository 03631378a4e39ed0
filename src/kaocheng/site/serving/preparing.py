"""Preparing (开站准备): everything before the first request, said line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import django

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.serving.folders import make_folders

DEMO = "kaocheng.site.demo"
_MARK = "demo"


def prepare(store: Path, *, rescue: str, demo: bool, at: datetime) -> Iterator[str]:
    """Make a store ready and say what was done; the settings are read only once its key is kept."""
    _check_kind(store, demo=demo)
    make_folders(store)
    django.setup()
    stores = import_module("kaocheng.site.serving.stores")
    if said := stores.awaited():
        yield said
    if steps := stores.make_tables(store):
        yield f"数据库已更新（{steps} 步）。"
    stores.collect_static(store)
    if demo:
        (store / _MARK).touch()
        yield from import_module(DEMO).prepare(at=at)
        return
    managers = import_module("kaocheng.site.serving.managers")
    if first := managers.first_manager(at=at):
        yield f"首任系统管理员：登录名 {first[0]}，一次性密码 {first[1]}（只显示这一次，登录后须修改）"
    if rescue:
        yield f"{rescue} 的一次性密码：{managers.rescue(username=rescue, at=at)}（双重验证已解除）"


def _check_kind(store: Path, *, demo: bool) -> None:
    """Made-up people do not get into a real store, nor real ones into a demonstration."""
    held, marked = (store / "secret-key").exists(), (store / _MARK).exists()
    if demo and find_spec(DEMO) is None:
        raise Refusal("demo.absent", "这个版本没有带示范数据。", "请去掉 --demo。")
    if demo and held and not marked:
        raise Refusal(
            "demo.real", f"{store} 里是正式数据，不能放入示范数据。", "请换一个 --store。"
        )
    if marked and not demo:
        raise Refusal("demo.made", f"{store} 里是示范数据。", "请加上 --demo，或者换一个 --store。")
