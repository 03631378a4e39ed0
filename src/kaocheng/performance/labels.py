"""How forms name their columns and boxes (栏目的叫法), compared without blanks and brackets."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from kaocheng.kernel.documents import Cell
from kaocheng.kernel.numerals import plain

_BRACKETS = re.compile(r"\([^()]*\)")
_LETTER = re.compile(r"(?<=[\u4e00-\u9fff])[A-C]$")  # 全年预算数（万元）A
_NUMBERING = re.compile(r"^(?:\d+[.、．]|[一二三四五六七八九十]+、)")


@lru_cache(maxsize=None)
def vocabulary() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of labels.toml by group and concept."""
    with Path(__file__).with_name("labels.toml").open("rb") as file:
        raw = tomllib.load(file)
    return {group: {key: tuple(v) for key, v in words.items()} for group, words in raw.items()}


@lru_cache(maxsize=4096)
def stem(text: str) -> str:
    """A label without blanks, numbering, colon, letter of a formula and what stands in brackets."""
    bare = plain(re.sub(r"\s", "", text)).replace("\u3000", "")
    if len(bare) > 60:
        return bare
    return _LETTER.sub("", _NUMBERING.sub("", _BRACKETS.sub("", bare)).strip(":："))


@lru_cache(maxsize=4096)
def _concepts(word: str, group: str) -> frozenset[str]:
    return frozenset(key for key, words in vocabulary()[group].items() if word in words)


def concepts(cell: Cell, group: str) -> frozenset[str]:
    """The concepts of a group that the cell is a label of."""
    return _concepts(stem(cell.text), group)


def is_label(cell: Cell, group: str, concept: str) -> bool:
    """Whether the cell is a label of that concept."""
    return concept in concepts(cell, group)


def is_any_label(cell: Cell) -> bool:
    """Whether the cell names something rather than says something."""
    word = stem(cell.text)
    return any(_concepts(word, group) for group in ("indicator", "fund", "field"))


def columns(row: tuple[Cell, ...], group: str) -> dict[str, int]:
    """Which column holds which concept, by the words of a header row; the first one counts."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        for concept in concepts(cell, group):
            found.setdefault(concept, index)
    return found
