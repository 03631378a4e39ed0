"""Findings for the terminal (终端文字): grouped by document, causes with what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing import summary as lines_of
from kaocheng.writing.cards import Card, Followers, after, cards, cell_words, followers, roots
from kaocheng.writing.coverage import covered, free, outcomes, reasons, unassured
from kaocheng.writing.excerpts import excerpt
from kaocheng.writing.safe import clean, one_line, shortened, width
from kaocheng.writing.spots import Spots
from kaocheng.writing.summary import Summary

BETWEEN = "\n"
_CODES = {"red": "31", "yellow": "33", "green": "32", "bold": "1", "dim": "2"}
_RULE = "─" * 72
_FREE = 8
_RELATED = 6
_REASONS = 4
_FILE = 44


class Ink:
    """Colours a text, or leaves it as it is."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, *names: str) -> str:
        """The text in those colours and weights."""
        if not self._colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


def head() -> str:
    """Nothing: the first document begins at once."""
    return ""


def body(report: Report, *, colour: bool = False) -> str:
    """One document; colours only when told so."""
    ink = Ink(colour=colour)
    spots = Spots(report.document)
    shown = cards(report, spots)
    lines = [*_title(report, ink), *_findings(shown, spots, ink), *_coverage(report, ink)]
    return "".join(f"{line}\n" for line in lines)


def unreadable(file: str, why: str, *, colour: bool = False) -> str:
    """A document that could not be read."""
    ink = Ink(colour=colour)
    title = ink(f"■ {one_line(file)}", "bold")
    return f"{title}\n  {ink('✗ 无法读取', 'red', 'bold')}  {one_line(why)}\n"


def tail(summaries: Sequence[Summary]) -> str:
    """The summary table where there are several documents, and the totals."""
    table = list(_table(summaries)) if len(summaries) > 1 else []
    return "".join(f"{line}\n" for line in ("", _RULE, *table, lines_of.totals(summaries)))


def _title(report: Report, ink: Ink) -> Iterator[str]:
    yield ink(f"■ {one_line(report.document.file)}", "bold")
    yield "  " + " · ".join(map(one_line, lines_of.about(report)))
    yield from (f"  提醒：{one_line(remark)}" for remark in report.document.remarks)
    yield "  " + _verdict(report, ink)
    if report.findings and (doubt := unassured(report)):
        yield f"  {ink(f'? {doubt}', 'yellow')}"
    yield ""


def _verdict(report: Report, ink: Ink) -> str:
    if not report.findings:
        doubt = unassured(report)
        return ink(f"? {doubt}", "yellow") if doubt else ink("✓ 没有发现问题", "green")
    follow = sum(1 for finding in report.findings if finding.cause)
    follows = f"（另有 {follow} 处由它们引起）" if follow else ""
    return (
        f"{ink(f'{report.errors} 处错误', 'red' if report.errors else 'dim')}，"
        f"{ink(f'{report.notes} 处提示', 'yellow' if report.notes else 'dim')}{follows}"
    )


def _findings(shown: tuple[Card, ...], spots: Spots, ink: Ink) -> Iterator[str]:
    explained: set[str] = set()
    tops, found = roots(shown), followers(shown)
    brief = [card for card in tops if _is_brief(card)]
    for card in tops:
        if not _is_brief(card):
            yield from _full(card, spots, ink, explained)
            yield from _consequences(found, card, ink)
            yield ""
    if brief:
        yield from _briefs(brief, ink)
        yield ""


def _is_brief(card: Card) -> bool:
    """A note about a table as a whole, such as its rounding, takes one line."""
    finding = card.finding
    return not card.is_error and not finding.expected and finding.place.table is not None


def _full(card: Card, spots: Spots, ink: Ink, explained: set[str]) -> Iterator[str]:
    finding = card.finding
    yield f"{_mark(card, ink)}  {card.where}  {ink(card.code, 'bold')} {one_line(card.title)}"
    part = excerpt(spots, card.spot, finding.quote)
    quoted = part.marked(f"【{ink('', 'bold')}", "】") if part else ""
    why = "" if card.code in explained else card.why
    explained.add(card.code)
    rows = (
        ("位置", card.label),
        ("原文", quoted),
        *card.comparison(),
        ("说明", finding.message),
        ("缘由", why),
        ("处理", card.remedy),
        ("依据", card.basis),
    )
    for head_, said in rows:
        if said:
            yield f"    {ink(head_, 'dim')}  {_weighed(head_, one_line(said), ink)}"
    if related := card.related():
        places = "、".join(related[:_RELATED])
        more = f" 等 {len(related)} 处" if len(related) > _RELATED else ""
        yield f"    {ink('相关', 'dim')}  {places}{more}"


def _weighed(head_: str, said: str, ink: Ink) -> str:
    colour = {"现为": "red", "应为": "green"}.get(head_)
    return ink(said, colour) if colour else said


def _mark(card: Card, ink: Ink) -> str:
    return ink("✗ 错误", "red", "bold") if card.is_error else ink("! 提示", "yellow", "bold")


def _consequences(found: Followers, root: Card, ink: Ink) -> Iterator[str]:
    following = list(after(found, root))
    if following:
        yield f"    {ink('由此引起：', 'dim')}"
    for depth, card in following:
        said = "，".join(f"{head_} {one_line(text)}" for head_, text in card.comparison())
        reason = said or one_line(card.finding.message)
        title = f"{one_line(card.where)}  {card.code} {one_line(card.title)}"
        yield f"    {'  ' * depth}└ {title}：{reason}"


def _briefs(brief: Sequence[Card], ink: Ink) -> Iterator[str]:
    groups: dict[tuple[str, int | None], list[Card]] = {}
    for card in brief:
        groups.setdefault((card.code, card.finding.place.table), []).append(card)
    for (code, _), group in groups.items():
        count = f"（共 {len(group)} 处）" if len(group) > 1 else ""
        first = group[0]
        table = first.where.removesuffix(cell_words(first.finding.place)).strip()
        message = one_line(first.finding.message)
        yield f"{_mark(first, ink)}  {table}  {ink(code, 'bold')} {message}{count}"


def _coverage(report: Report, ink: Ink) -> Iterator[str]:
    yield f"  {ink('核对', 'dim')}  {outcomes(report)}"
    yield f"  {ink('范围', 'dim')}  {covered(report)}"
    for reason, count in reasons(report, Outcome.NOT_POSSIBLE)[:_REASONS]:
        yield f"        无法核对 {count} 项：{shortened(one_line(reason), 60)}"
    listed = "；".join(free(report, _FREE))
    if listed:
        yield f"  {ink('无从核对的数字', 'dim')}  {clean(listed)}"


def _table(summaries: Sequence[Summary]) -> Iterator[str]:
    cells = [lines_of.HEADS, *lines_of.rows(summaries)]
    shown = [tuple(_end(one_line(cell)) for cell in row) for row in cells]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(_padded(row, widths)).rstrip()


def _padded(row: Iterable[str], widths: Sequence[int]) -> Iterator[str]:
    for index, (cell, wide) in enumerate(zip(row, widths, strict=True)):
        gap = " " * (wide - width(cell))
        yield gap + cell if index in lines_of.NUMERIC else cell + gap


def _end(text: str) -> str:
    """The end of a long path, which tells more than its beginning."""
    kept = text
    while width(kept) > _FILE:
        kept = kept[1:]
    return text if kept == text else f"…{kept}"
