"""Names nobody asks for (没有这个数): a figure of last year, or a reason, that would be lost silently."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from kaocheng.disclosure.compose.evaluating import AGAINST, POSTS, REASONS, RECEPTIONS
from kaocheng.disclosure.compose.facts import LAST, Facts
from kaocheng.disclosure.compose.missing import Missing
from kaocheng.editions.codes import dictionary, names_of
from kaocheng.performance.funding import NAMES

LAST_YEAR = "上年数"


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


def _figures(facts: Facts) -> frozenset[str]:
    """What a figure of this year may be called, with the amounts the scorecards ask for."""
    return frozenset(name for name in facts.figures if not name.startswith(LAST)).union(NAMES)


def _subjects(facts: Facts) -> frozenset[str]:
    """The codes and names of the year's 科目, its own ones among them."""
    told = {word for members in facts.lists.values() for m in members for word in m.words.values()}
    return frozenset(told.union(*(_of_code(code, facts.year.year) for code in dictionary())))


def _of_code(code: str, year: int) -> tuple[str, ...]:
    return (code, *(item.name for item in names_of(code, year)))


def _known(about: str, abouts: Collection[str]) -> bool:
    return about in abouts or about.removesuffix(AGAINST) in abouts


def _told(register: str, name: str, there: Collection[str]) -> Missing:
    near = get_close_matches(name, sorted(one for one in there if "|" not in one), 3, 0.5)
    hint = (
        f"请核对是不是“{'”“'.join(near)}”" if near else "请按说明和决算表里的叫法改正，或删去这一行"
    )
    return Missing(f"名称|{name}", f"没有“{name}”这个数，写了也用不上，{hint}。", register)
