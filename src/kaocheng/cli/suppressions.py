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
from kaocheng.reading.disk import spoken

_KEYS = {"code", "file", "quote", "reason", "until"}
_NEEDED = {"code": "编号", "file": "文件", "reason": "理由"}
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
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
        raise Refused(f"抑制清单 {path} 打不开：{spoken(error)}。") from error
    except UnicodeDecodeError as error:
        raise Refused(f"抑制清单 {path} 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        where = _position(str(error), text)
        said = f"{where}写法不对，从这里起读不下去；文字要放在英文引号里，一项一行"
        raise Refused(f"抑制清单 {path} 不是正确的 TOML：{said}。") from error
    lines = [text.count("\n", 0, head.end()) + 1 for head in _HEAD.finditer(text)]
    entries = _entries(data, path)
    read = [_entry(e, f"{path} 第{n}行") for e, n in zip(entries, lines, strict=True)]
    return tuple(entry for entry in read if entry.until is None or entry.until >= today)


def _position(message: str, text: str) -> str:
    """Where the parser stopped; it says so in English, or that it came to the end."""
    if at := _AT.search(message):
        return f"第{at[1]}行第{at[2]}列"
    lines = text.splitlines() or [""]
    return f"第{len(lines)}行第{len(lines[-1]) + 1}列（文件末尾）"


def _entries(data: Mapping[str, Any], path: Path) -> Sequence[Mapping[str, Any]]:
    entries = data.get("suppress", [])
    if set(data) - {"suppress"} or not isinstance(entries, list):
        raise Refused(f"抑制清单 {path} 里只能有 [[suppress]] 各条。")
    return entries


def _entry(entry: Mapping[str, Any], where: str) -> Suppression:
    if unknown := set(entry) - _KEYS:
        raise Refused(f"{where}：不认识的项 {'、'.join(sorted(unknown))}。")
    if lacking := [key for key in _NEEDED if not str(entry.get(key, "")).strip()]:
        said = "、".join(f"{key}（{_NEEDED[key]}）" for key in lacking)
        raise Refused(f"{where}：缺少 {said}；抑制必须写明编号、文件和理由。")
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
