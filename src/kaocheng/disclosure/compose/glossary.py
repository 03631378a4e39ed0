"""The glossary (名词解释): the fixed terms and exactly the 项 that occur, in words of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng import editions
from kaocheng.disclosure.compose.conditions import holds
from kaocheng.disclosure.compose.facts import Facts, Member

_FILE = Path(str(editions.__file__)).parent / "national" / "glossary.toml"
_LISTS = ("项", "基金项", "资本项")


def entries(facts: Facts, *, items: bool) -> Iterator[str]:
    """Each entry without its number: terms of the income side, the 项 by code, the other terms."""
    for term in _book()["before"]:
        yield from _term(term, facts)
    if items:
        yield from _items(facts)
    for term in _book()["after"]:
        yield from _term(term, facts)


def _term(term: Mapping[str, str], facts: Facts) -> Iterator[str]:
    conditions = [part.strip() for part in term.get("when", "").split(";") if part.strip()]
    if all(holds(condition, facts) for condition in conditions):
        yield f"{term['name']}：{term['text']}"


def _items(facts: Facts) -> Iterator[str]:
    members = [member for name in _LISTS for member in facts.lists.get(name, ())]
    for code, member in sorted({m.words["编码"]: m for m in members}.items()):
        yield f"{_named(member)}：{explained(code, member.words['项'])}"


def _named(member: Member) -> str:
    words = member.words
    return f"{words['类']}（类）{words['款']}（款）{words['项']}（项）"


def explained(code: str, name: str) -> str:
    """The explanation of a 项: by its code, else by the end of it all 款 share, else by its name."""
    known = _items_of_book().get(code) or _common().get(name)
    return known or str(_book()["other"]).replace("$1", name)


@lru_cache(maxsize=1)
def _book() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _items_of_book() -> Mapping[str, str]:
    return MappingProxyType({entry["code"]: entry["text"] for entry in _book()["item"]})


@lru_cache(maxsize=1)
def _common() -> Mapping[str, str]:
    return MappingProxyType({entry["name"]: entry["text"] for entry in _book()["common"]})
