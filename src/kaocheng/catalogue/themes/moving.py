"""Moving a theme on (主题流转): 草案 → 录入 → 上线, and back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from kaocheng.catalogue.themes.records import Theme, ThemeState
from kaocheng.kernel.refusing import Refusal


@dataclass(frozen=True, slots=True)
class ThemeMove:
    """One move (动作): where it can be made, and where it leads."""

    key: str
    title: str
    sources: tuple[ThemeState, ...]
    target: ThemeState


@lru_cache(maxsize=1)
def theme_moves() -> tuple[ThemeMove, ...]:
    """All moves, in the order of the table."""
    told = tomllib.loads(files(__package__).joinpath("moves.toml").read_text("utf-8"))
    return tuple(
        ThemeMove(
            raw["key"],
            raw["title"],
            tuple(ThemeState(state) for state in raw["from"]),
            ThemeState(raw["to"]),
        )
        for raw in told["move"]
    )


def open_moves(theme: Theme) -> tuple[ThemeMove, ...]:
    """The moves that can be made now."""
    return tuple(move for move in theme_moves() if theme.state in move.sources)


def moved(theme: Theme, key: str) -> Theme:
    """The theme after a move; refuses one that does not begin where the theme stands."""
    move = next((one for one in theme_moves() if one.key == key), None)
    if move is None or theme.state not in move.sources:
        able = "、".join(one.title for one in open_moves(theme))
        raise Refusal(
            "theme.state",
            f"“{theme.name}”现在是“{theme.state}”，不能这样做。",
            f"现在可以：{able}。" if able else "",
        )
    return replace(theme, state=move.target)
