"""Code tables (代码对照): what we call a thing inside, the code it has outside, and back."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.feedback.levels import scale
from kaocheng.kernel.refusing import Refusal

_FOLDER = Path(__file__).parent / "codes"
_SATISFACTION = "gbt39046"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a table (对照项); `merged` says that the code means more than this, and comes back as another."""

    own: str
    code: str
    name: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class CodeMap:
    """A table (代码对照表): its key, title, where the codes are from, its pairs."""

    key: str
    title: str
    basis: str
    pairs: tuple[Pair, ...]

    def code(self, own: str) -> str:
        """The code of what we call so; "" stays "". Raises KeyError for what the table does not have."""
        return next(pair.code for pair in self.pairs if pair.own == own) if own else ""

    def own(self, code: str) -> str:
        """What we call the thing of this code; refuses a code the table does not have."""
        for pair in self.pairs:
            if pair.code == code and not pair.merged:
                return pair.own
        raise Refusal(
            "api.code", f"“{self.title}”没有代码“{code[:20]}”。", "代码表见 /api/v1/codes。"
        )

    @property
    def names(self) -> Mapping[str, str]:
        """The codes and what they are called (代码及名称)."""
        return {pair.code: pair.name for pair in self.pairs if not pair.merged}


def code_map(key: str) -> CodeMap:
    """One table by its key."""
    return code_maps()[key]


@lru_cache(maxsize=None)
def code_maps() -> Mapping[str, CodeMap]:
    """Every table by its key; that of satisfaction is the one the ratings keep (feedback/levels.toml)."""
    found = [_read(path) for path in sorted(_FOLDER.glob("*.toml"))]
    return MappingProxyType({one.key: one for one in [*found, _satisfaction()]})


def _read(path: Path) -> CodeMap:
    raw = tomllib.loads(path.read_text("utf-8"))
    pairs = tuple(_pair(one) for one in raw["pair"])
    codes = [pair.code for pair in pairs if not pair.merged]
    if len(codes) != len(set(codes)) or {pair.code for pair in pairs} != set(codes):
        raise ValueError(f"{path.name}：同一个代码对应了几项，或只有合并的项")
    return CodeMap(path.stem, raw["title"], raw["basis"], pairs)


def _pair(raw: Mapping[str, Any]) -> Pair:
    return Pair(raw["own"], raw["code"], raw.get("name", raw["own"]), raw.get("merged", False))


def _satisfaction() -> CodeMap:
    found = scale(_SATISFACTION)
    pairs = tuple(Pair(level.value, code, level.title) for level, code in found.codes)
    return CodeMap("satisfaction", "满意度", found.basis, pairs)
