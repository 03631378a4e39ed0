"""How long an archive is kept (保管期限), from `retention.toml` and the law of the day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.law.figures import legal

_OWN = Path(__file__).with_name("retention.toml")


@dataclass(frozen=True, slots=True)
class Term:
    """A term (保管期限): its name, its mark in the 档号, and the figure of law, "" for ever."""

    key: str
    name: str
    mark: str
    legal: str

    def until(self, sealed: date) -> date | None:
        """The last day it must be kept, counted from the end of the year it was archived in; None for ever."""
        if not self.legal:
            return None
        return date(sealed.year + legal(self.legal, on=sealed).value, 12, 31)


def term_of(outcome: str, kind: str, local: str = "") -> Term:
    """The term for a case that ended so, of an item of that kind; `local` is the place's own table.

    Raises LookupError where no rule fits: nothing is archived for a time nobody has said.
    """
    told = _table(local or str(_OWN))
    for rule in told["rule"]:
        if outcome in rule["outcome"] and (not rule.get("kind") or kind in rule["kind"]):
            return next(Term(**term) for term in told["term"] if term["key"] == rule["term"])
    raise LookupError(f"保管期限表里没有“{outcome}”的办件保管多久。请先补上一条。")


def archive_number(fonds: str, year: int, term: Term, serial: int, local: str = "") -> str:
    """A 档号 after DA/T 13-2022: 全宗号-门类代码·年度-保管期限-件号."""
    category = _table(local or str(_OWN))["category"]
    return f"{fonds}-{category}·{year}-{term.mark}-{serial:05d}"


@lru_cache(maxsize=4)
def _table(path: str) -> dict[str, Any]:
    with Path(path).open("rb") as file:
        return tomllib.load(file)
