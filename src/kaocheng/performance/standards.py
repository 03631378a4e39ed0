"""What editions say about scoring (评分表资料): scorecards and national figures, read once."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng import editions

_FOLDER = Path(str(editions.__file__)).parent
FORMS = ("F-A", "F-B", "F-C", "F-D")
"""The forms in which indicators are scored one by one (自评表)."""


@lru_cache(maxsize=None)
def scorecards() -> dict[str, dict[str, Any]]:
    """Every scorecard by "edition/name", as its file says it."""
    return {
        f"{path.parent.parent.name}/{path.stem}": _load(path)
        for path in sorted(_FOLDER.glob("*/scorecards/*.toml"))
    }


@lru_cache(maxsize=None)
def national() -> dict[str, Any]:
    """The figures of the national rules on self-evaluation."""
    return _load(_FOLDER / "national" / "scorecards" / "self_evaluation.toml")


@lru_cache(maxsize=None)
def method(name: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The words by which a printed rule is known to be that method, and its figures.

    Raises KeyError when no scorecard holds it.
    """
    for card in scorecards().values():
        for item in card.get("items", ()):
            if item.get("id") == name:
                return tuple(item["known_by"]), item["method"]
    raise KeyError(name)


@lru_cache(maxsize=None)
def cards_of(edition: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The scorecards and forms an edition publishes, in order; its parent's where it has none.

    Raises FileNotFoundError for an unknown edition.
    """
    own = [(key, card) for key, card in scorecards().items() if key.startswith(f"{edition}/")]
    if own:
        return tuple(sorted(own, key=lambda pair: pair[1].get("order", 0)))
    parent = _load(_FOLDER / edition / "edition.toml")["inherits"]
    return cards_of(parent) if parent else ()


def form_card(edition: str, of: str) -> dict[str, Any]:
    """The form (自评表) of an edition for "whole" or "project"; the national one where it has none."""
    forms = (c for _, c in cards_of(edition) if c.get("form") in FORMS and c.get("of") == of)
    return next(forms, national())


def over_rule(edition: str, of: str) -> dict[str, Any]:
    """What the form says of values far above their target (超出指标值的办法); else the national rule."""
    told: dict[str, Any] = form_card(edition, of).get("over") or national()["indicator"]["over"]
    return told


@lru_cache(maxsize=None)
def asked_for(edition: str) -> frozenset[str]:
    """Every name under which a scorecard of the edition asks for evidence: items and inputs."""
    items = [item for _, card in cards_of(edition) for item in card["items"]]
    names = {item["name"] for item in items}
    return frozenset(names.union(*(item.get("inputs", ()) for item in items)))


def full_marks() -> Decimal:
    """The points of a whole self-evaluation (总分)."""
    return Decimal(national()["full_marks"])


def _load(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)
