"""Published lists of themes (重点事项清单): national ones with their dates and basis, and a place's own.

A list whose names are not all known says so; a missing name is entered from the official text, never guessed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.catalogue.themes.records import ThemeList, ThemeListing

_FOLDER = Path(__file__).parent / "lists"


@lru_cache(maxsize=4)
def theme_lists(local: str = "") -> tuple[ThemeList, ...]:
    """Every list, by key, which begins with place and year; `local` is a folder of the place's own, "" for none."""
    folders = [_FOLDER, *([Path(local)] if local else [])]
    found = [_read(path) for folder in folders for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda told: told.key))


def listing(key: str, local: str = "") -> tuple[ThemeList, ThemeListing] | None:
    """The entry of that key and the list it stands in, None where there is none."""
    for told in theme_lists(local):
        for entry in told.entries:
            if entry.key == key:
                return told, entry
    return None


def _read(path: Path) -> ThemeList:
    with path.open("rb") as file:
        raw = tomllib.load(file)
    key = path.stem
    return ThemeList(
        key=key,
        title=raw["title"],
        basis=raw["basis"],
        issued=raw.get("issued"),
        count=raw["count"],
        entries=tuple(_entry(key, number, one) for number, one in enumerate(raw["entry"], 1)),
        confirmed=raw.get("confirmed"),
    )


def _entry(key: str, number: int, raw: Mapping[str, Any]) -> ThemeListing:
    return ThemeListing(f"{key}-{number:02d}", raw["name"], raw["audience"], raw.get("lead", ""))
