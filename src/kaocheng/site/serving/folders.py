"""Folders of a store (数据文件夹) and the key kept in it; made before the settings are read."""

from __future__ import annotations

import secrets
from pathlib import Path

from kaocheng.site.base.private import write_private

_FOLDERS = ("files", "incoming", "static", "backups")


def make_folders(store: Path) -> None:
    """Folders only the server's account can read, and the key that signs sessions, made once."""
    store.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in _FOLDERS:
        (store / name).mkdir(exist_ok=True, mode=0o700)
    key = store / "secret-key"
    if not key.exists():
        write_private(key, secrets.token_urlsafe(50))
