"""The texts an edition's narrative takes from the office (单位提供的文字): their names."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_TEXT = re.compile(r"\{text:\s*([^}@]+?)\s*\}")


@lru_cache(maxsize=None)
def text_names(key: str) -> tuple[str, ...]:
    """The names in the sentence patterns of the edition and of the common ones, in their order."""
    files = [
        path
        for folder in ("national", key)
        for path in sorted((_FOLDER / folder / "sentences").glob("*.toml"))
    ]
    found = (name for path in files for name in _TEXT.findall(path.read_text("utf-8")))
    return tuple(dict.fromkeys(found))
