"""Folders of a store (数据文件夹) and the key kept in it; made before the settings are read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_FOLDERS = ("files", "incoming", "static", "backups")


def make_folders(store: Path) -> None:
    """Folders only the server's account can read, and the key that signs sessions, made once."""
    store.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in _FOLDERS:
        (store / name).mkdir(exist_ok=True, mode=0o700)
    key = store / "secret-key"
    if not key.exists():
        handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(50))
