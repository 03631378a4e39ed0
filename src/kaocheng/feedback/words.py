"""Free text of a rating (评价文字): cleaned, measured, and searched for what looks personal.

The text comes from anybody and is hostile until proved: control and direction-changing characters
are taken out, length is limited, and what looks like an identity or telephone number is named so
that the writer can take it out, or masked before it is kept.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.kernel.refusing import Refusal

_FILE = Path(__file__).with_suffix(".toml")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_RAW_FACTOR = 4
_WIDE = {
    c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a text (文字检查): the cleaned text, its masked form, kinds of personal data."""

    text: str
    masked: str
    personal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    shape: re.Pattern[str]
    keep: int

    def mask(self, found: re.Match[str]) -> str:
        return found[0][: self.keep] + "*" * (len(found[0]) - self.keep)


def look(raw: str) -> Looked:
    """Clean a text and say what in it looks like personal data; too long a text is refused."""
    if len(raw) > limit() * _RAW_FACTOR:
        raise _too_long(len(raw))
    text = _clean(raw)
    if len(text) > limit():
        raise _too_long(len(text))
    masked, personal = text, []
    for pattern in _patterns():
        masked, times = pattern.shape.subn(pattern.mask, masked)
        if times:
            personal.append(pattern.name)
    return Looked(text, masked, tuple(personal))


def refuse_personal(raw: str, label: str) -> str:
    """The cleaned text of a member of staff; personal data in it is refused, not masked."""
    found = look(raw)
    if found.personal:
        raise Refusal(
            "feedback.personal",
            f"“{label}”里有像{'、'.join(found.personal)}的内容，不能写进办理记录。",
            "请删去后再提交；需要联系方式时从回访页查看。",
        )
    return found.text


def same_text_key(text: str) -> str:
    """A digest that equal texts share, whatever their blanks and punctuation; "" for no text."""
    bare = bare_text(text)
    return hashlib.sha256(bare.encode()).hexdigest() if bare else ""


def bare_text(text: str) -> str:
    """A text without blanks and punctuation, as texts are compared."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def limit() -> int:
    """How many characters a text may have (字数上限)."""
    return int(_data()["limit"])


def _clean(raw: str) -> str:
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").translate(_WIDE)
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _HIDDEN)
    lines = (_BLANKS.sub(" ", line).strip() for line in kept.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _too_long(length: int) -> Refusal:
    return Refusal(
        "feedback.text", f"文字有{length}个字，最多{limit()}个字。", "请写短一些再提交。"
    )


@lru_cache(maxsize=None)
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(raw["name"], re.compile(raw["is"]), raw["keep"]) for raw in _data()["pattern"]
    )


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))
