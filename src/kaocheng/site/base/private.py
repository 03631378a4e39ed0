"""Files for the server's account alone (仅供本机账号读取): keys, passwords, addresses with tokens."""

from __future__ import annotations

import os
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write a new file that nobody else can read, not even while it is being written.

    Raises FileExistsError where there is one of that name.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
