"""Names nobody asks for (没有这个数): a figure of last year, or a reason, that would be lost silently."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import lru_cache

from kaocheng.disclosure.compose.counting import counted
from kaocheng.disclosure.compose.evaluating import AGAINST, POSTS, REASONS
from kaocheng.disclosure.compose.facts import LAST, Facts
from kaocheng.disclosure.compose.missing import Missing
from kaocheng.editions.codes import dictionary, names_of
from kaocheng.money.controls.breaches import Breach, Desk
from kaocheng.money.controls.receptions import RECEPTIONS
from kaocheng.money.measures import measures, totals
from kaocheng.money.records import AccountsYear
from kaocheng.performance.funding import NAMES

LAST_YEAR = "上年数"
_ANY_YEAR = 2023


def strange_names(facts: Facts) -> Iterator[Missing]:
    """Each name in 上年数 and 原因说明 that is no figure of the year, with the nearest there are."""
    figures = _figures(facts)
    for last in facts.year.last_year:
        if last.name.strip() not in figures:
            yield _told(LAST_YEAR, last.name, figures)
    abouts = figures | _subjects(facts) | {POSTS, RECEPTIONS}
    for reason in facts.year.reasons:
        about = reason.about.strip()
        parts = [part.strip() for part in about.split("、")]
        if not _known(about, abouts):
            yield from (_told(REASONS, one, abouts) for one in parts if not _known(one, abouts))


def strange_rows(desk: Desk) -> Iterator[Breach]:
    """The same at the door, row by row, by what a figure of any year of the edition may be called."""
    year = desk.year
    if not year.edition:
        return
    figures = _names(year.edition)
    for index, last in desk.judged("last_year", "name"):
        if not _may_be(last.name.strip(), figures, desk):
            yield _at("last_year", index, "name", last.name, figures)
    abouts = figures | {POSTS, RECEPTIONS}
    for index, reason in desk.judged("reasons", "about"):
        about = reason.about.strip()
        parts = [about] if _explains(about, abouts, desk) else about.split("、")
        for part in map(str.strip, parts):
            if not _explains(part, abouts, desk):
                yield _at("reasons", index, "about", part, abouts)


@lru_cache(maxsize=8)
def _names(edition: str) -> frozenset[str]:
    """The names of all totals and counts, whatever was entered: those of a year without entries."""
    empty = AccountsYear(_ANY_YEAR, edition, "", ())
    found = {**{figure.name: figure for figure in counted(empty)}, **totals(empty)}
    each = {f"{measure.key}|" for measure in measures(edition) if measure.each}
    return frozenset((*found, *NAMES, *each))


def _explains(about: str, abouts: Collection[str], desk: Desk) -> bool:
    """Whether a reason may be about this: a figure, its distance from the budget, or a 科目."""
    bare = about.removesuffix(AGAINST)
    return (
        _may_be(about, abouts, desk)
        or _may_be(bare, abouts, desk)
        or any(_is_subject(word, desk) for word in (about, bare))
    )


def _may_be(name: str, names: Collection[str], desk: Desk) -> bool:
    """Whether a figure may bear the name; those that run over 科目 or projects by their code."""
    head, bar, code = name.rpartition("|")
    if name in names or not bar or f"{head}|" not in names:
        return name in names
    projects = {project.code for project in desk.year.projects}
    return code in projects or _is_subject(code, desk) or desk.doubts.about("projects", code=code)


def _is_subject(word: str, desk: Desk) -> bool:
    own = {text for one in desk.year.subjects for text in (one.code, one.name)}
    return word in _every_subject(desk.year.year) or word in own or desk.doubts.about("subjects")


@lru_cache(maxsize=8)
def _every_subject(year: int) -> frozenset[str]:
    return frozenset(word for code in dictionary() for word in _of_code(code, year))


def _at(kind: str, index: int, field: str, name: str, there: Collection[str]) -> Breach:
    message = f"没有“{name}”这个数，写了也用不上"
    return Breach(kind, index, field, message, _hint(name, there))


def _figures(facts: Facts) -> frozenset[str]:
    """What a figure of this year may be called, with the amounts the scorecards ask for."""
    return frozenset(name for name in facts.figures if not name.startswith(LAST)).union(NAMES)


def _subjects(facts: Facts) -> frozenset[str]:
    """The codes and names of the year's 科目, its own ones among them."""
    told = {word for members in facts.lists.values() for m in members for word in m.words.values()}
    return _every_subject(facts.year.year).union(told)


def _of_code(code: str, year: int) -> tuple[str, ...]:
    return (code, *(item.name for item in names_of(code, year)))


def _known(about: str, abouts: Collection[str]) -> bool:
    return about in abouts or about.removesuffix(AGAINST) in abouts


def _told(register: str, name: str, there: Collection[str]) -> Missing:
    message = f"没有“{name}”这个数，写了也用不上，{_hint(name, there)}。"
    return Missing(f"名称|{name}", message, register)


def _hint(name: str, there: Collection[str]) -> str:
    """The nearest names there are."""
    near = get_close_matches(name, sorted(one for one in there if "|" not in one), 3, 0.5)
    if near:
        return f"请核对是不是“{'”“'.join(near)}”"
    return "请按说明和决算表里的叫法改正，或删去这一行"
