"""The glossary of a document (名词解释), and which words cannot explain which 科目."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.wording import paragraphs
from kaocheng.kernel.documents import Document, Passage

_ENTRY = re.compile(
    r"[^。；]{0,60}?(?P<item>(?:[^（）()。；]|（[^（）类款项]{1,4}）){2,30})[（(]项[）)]\s*[:：]\s*(?=(?:主要)?(?:指|反映))(?P<text>.+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the 科目 it names, its passage, and its explanation from offset `start` on."""

    item: str
    passage: Passage
    start: int
    text: str


def entries(document: Document) -> list[Entry]:
    """The entries that explain a 科目 of the lowest level (项)."""
    found = []
    for passage in paragraphs(document):
        match = _ENTRY.match(passage.text)
        if match:
            found.append(Entry(match["item"].strip(), passage, match.start("text"), match["text"]))
    return found


def foreign(item: str, text: str) -> str:
    """The first phrase in the explanation that belongs to another 科目, or ""."""
    return next((phrase for phrase in _never().get(item, ()) if phrase in text), "")


@lru_cache(maxsize=None)
def _never() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).with_name("glossary.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {entry["item"]: tuple(entry["never"]) for entry in data["entry"]}
