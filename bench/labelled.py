"""The labels made by hand (人工标注) as read from their files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAMILIES = frozenset({
    "表内勾稽", "表间勾稽", "年度衔接", "比率", "合计", "表文一致", "前后一致", "方向与原因",
    "单位", "编制", "权重与分值", "得分复算", "指标", "完整性", "文字", "科目",
})  # fmt: skip

# families whose border is a matter of taste: a fault filed under one counts for the other
_KIN = (
    {"文字", "模板残留", "名词解释"},
    {"完整性", "内容完整"},
    {"权重与分值", "得分复算"},
    {"合计", "表内勾稽", "表间勾稽"},
    {"前后一致", "表文一致", "年度衔接"},
)


@dataclass(frozen=True, slots=True)
class Label:
    """A place that ought to be reported; `lines` are all lines where reporting it counts.

    `also` are other prints of the same fault, such as the total that its parts do not give.
    """

    id: str
    lines: tuple[int, ...]
    quote: str
    family: str
    severity: str
    provable: bool
    written: str
    expected: str
    why: str
    also: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[str, ...]:
        """Every print that a finding of this fault may quote."""
        return (self.quote, *self.also)


@dataclass(frozen=True, slots=True)
class Sound:
    """A figure that is right and must not be reported as an error."""

    id: str
    lines: tuple[int, ...]
    quote: str
    why: str


def load(path: Path) -> tuple[list[Label], list[Sound]]:
    """The labels and the sound places of one document."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    labels = [Label(**_lined(entry)) for entry in data["label"]]
    return labels, [Sound(**_lined(entry)) for entry in data["sound"]]


def judged(path: Path) -> dict[str, bool]:
    """Findings judged by hand: true or false by fingerprint; empty while there is no file."""
    if not path.exists():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {entry["finding"]: entry["true"] for entry in data.get("judged", [])}


def akin(one: str, other: str) -> bool:
    """Whether two families are the same, or near enough."""
    return one == other or any({one, other} <= group for group in _KIN)


def _lined(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {"lines": tuple(n for item in entry["lines"] for n in _span(item))}


def _span(item: int | str) -> range:
    if isinstance(item, int):
        return range(item, item + 1)
    first, _, last = item.partition("-")
    return range(int(first), int(last) + 1)
