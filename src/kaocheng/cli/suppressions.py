"""Findings that are known and borne with a reason (抑制清单)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

from kaocheng.cli.refusals import Refused
from kaocheng.kernel.findings import Finding

_KEYS = {"code", "file", "quote", "reason", "until"}
_HEAD = re.compile(r"^\s*\[\[\s*suppress\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry: findings of `code` in files like `file` (on `quote`) are borne for `reason`."""

    code: str
    file: str
    reason: str
    quote: str = ""
    until: date | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those meant."""
        path = PurePath(finding.place.file)
        return (
            self.code == finding.code
            and (fnmatch(path.as_posix(), self.file) or fnmatch(path.name, self.file))
            and self.quote in ("", finding.quote)
        )


def suppressions(path: Path, today: date) -> tuple[Suppression, ...]:
    """The entries of a suppression file that still run on `today`.

    Raises Refused with the line of the entry that lacks a reason or is otherwise not understood.
    """
    try:
        text = path.read_text("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise Refused(f"抑制清单 {path} 打不开：{error.strerror}。") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"抑制清单 {path} 不是正确的 TOML：{error}。") from error
    lines = [text.count("\n", 0, head.end()) + 1 for head in _HEAD.finditer(text)]
    entries = _entries(data, path)
    read = [_entry(e, f"{path} 第{n}行") for e, n in zip(entries, lines, strict=True)]
    return tuple(entry for entry in read if entry.until is None or entry.until >= today)


def _entries(data: Mapping[str, Any], path: Path) -> Sequence[Mapping[str, Any]]:
    entries = data.get("suppress", [])
    if set(data) - {"suppress"} or not isinstance(entries, list):
        raise Refused(f"抑制清单 {path} 里只能有 [[suppress]] 各条。")
    return entries


def _entry(entry: Mapping[str, Any], where: str) -> Suppression:
    if unknown := set(entry) - _KEYS:
        raise Refused(f"{where}：不认识的项 {'、'.join(sorted(unknown))}。")
    for key in ("code", "file", "reason"):
        if not str(entry.get(key, "")).strip():
            raise Refused(f"{where}：缺少 {key}，抑制必须写明编号、文件和理由。")
    until = entry.get("until")
    if until is not None and not isinstance(until, date):
        raise Refused(f"{where}：until 要写成日期，如 2026-12-31。")
    return Suppression(
        str(entry["code"]).upper(),
        str(entry["file"]),
        str(entry["reason"]),
        str(entry.get("quote", "")),
        until,
    )
