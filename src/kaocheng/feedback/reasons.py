"""Reasons a rater may tick (评价原因): which level and which kind of channel offers which."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.kernel.refusing import Refusal

_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason (原因): its key, its words, the levels it belongs to, and where (visit, case, "")."""

    key: str
    text: str
    levels: tuple[Level, ...]
    where: str = ""

    def fits(self, level: Level, channel: RatingChannel) -> bool:
        """Whether it is offered for that level on that channel."""
        here = "visit" if channel.on_the_spot else "case"
        return level in self.levels and self.where in ("", here)


def offered(level: Level, channel: RatingChannel) -> tuple[Reason, ...]:
    """The reasons offered for a level on a channel, in the order of the data."""
    return tuple(reason for reason in reasons().values() if reason.fits(level, channel))


def ticked(keys: Iterable[str], level: Level, channel: RatingChannel) -> tuple[str, ...]:
    """The keys ticked, once each and in the order of the data; one not offered is refused."""
    chosen = set(keys)
    fitting = tuple(reason.key for reason in offered(level, channel))
    if unknown := sorted(chosen - set(fitting)):
        raise Refusal(
            "feedback.reason",
            f"“{level.title}”没有“{'、'.join(unknown)[:60]}”这样的原因选项。",
            "请在页面上重新勾选。",
        )
    return tuple(key for key in fitting if key in chosen)


def words_of(keys: Iterable[str]) -> tuple[str, ...]:
    """What the ticked keys say (原因文字); a key of an older version stands for itself."""
    known = reasons()
    return tuple(known[key].text if key in known else key for key in keys)


@lru_cache(maxsize=None)
def reasons() -> dict[str, Reason]:
    """All reasons by their keys (原因表)."""
    return {raw["key"]: _reason(raw) for raw in _data()["reason"]}


def version() -> int:
    """The version of the list (原因表版本), kept with each rating."""
    return int(_data()["version"])


def _reason(raw: dict[str, Any]) -> Reason:
    levels = tuple(Level(key) for key in raw["levels"])
    return Reason(raw["key"], raw["text"], levels, raw.get("where", ""))


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))
