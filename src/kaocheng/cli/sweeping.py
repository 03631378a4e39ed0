"""`kaocheng sweep` (清理无主文件): uploads nothing refers to are listed, and deleted where that is asked."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec

from kaocheng.cli.refusals import Refused
from kaocheng.cli.stores import open_store

_MIB = 1 << 20


def run(options: Namespace) -> int:
    """List, or with --delete sweep; returns 1 where something is listed that could be deleted.

    Raises Refused when the store cannot be opened.
    """
    if find_spec("django") is None:
        raise Refused("没有安装网站部分。请执行：pip install 'kaocheng[site]'")
    open_store(options.store)
    county = import_module("django.conf").settings.COUNTY
    sweeping = import_module("kaocheng.site.serving.sweeping")
    at = datetime.now(UTC)
    if options.delete:
        files, pieces = sweeping.sweep(county=county, at=at)
        sys.stdout.write(f"已删除 {files} 个无主文件、{pieces} 份没有登记的内容，已记入事件。\n")
        return 0
    count = size = 0
    for loose in sweeping.found(county=county, at=at):
        sys.stdout.write(f"{loose.said}\n")
        count, size = count + 1, size + loose.size
    sys.stdout.write(f"共 {count} 项，{size / _MIB:.1f} MB 可以清理；加 --delete 才删除。\n")
    return 1 if count else 0
