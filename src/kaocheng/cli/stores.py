"""The site's store opened for a command (打开数据文件夹)."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from kaocheng.cli.refusals import Refused


def open_store(store: Path | None) -> None:
    """Name the store before the settings are read; raises Refused where there is no such folder."""
    if store:
        if not store.is_dir():
            raise Refused(f"没有这个文件夹：{store}。请写存放数据的文件夹。")
        os.environ["KAOCHENG_STORE"] = str(store)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
    import_module("django").setup()
