"""The inspector's sheet (公开情况检查表) of one document: items, whether they comply, problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaocheng.kernel.documents import Document, Grid
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import Card, Followers, after, followers, roots
from kaocheng.writing.labels import table_titles
from kaocheng.writing.outline import STANDARD, Heading, headings, sections
from kaocheng.writing.safe import clean, one_line

COVER, WHOLE, BODY = "封面", "整份文件", "正文"
YES, NO, UNKNOWN = "是", "否", ""
_ABSENT = "没有找到这一部分，请人工核对。"
_FOLLOWING = 5
_FIGURES = "0123456789-+"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the sheet: `verdict` 是, 否, or empty where a person has to look."""

    group: str
    name: str
    verdict: str
    problems: tuple[str, ...]


def inspect(report: Report, shown: tuple[Card, ...]) -> list[Item]:
    """The lines of the sheet in its usual order."""
    found = headings(report.document)
    parts = _parts(report.document, found)
    problems: dict[str, list[Card]] = {}
    follow = followers(shown)
    for card in roots(shown):
        problems.setdefault(_part(card, parts), []).append(card)
    names = _names(report.document, found, parts)
    items = [Item("及时性", "及时公开", UNKNOWN, ("从文件本身看不出公开日期，请人工核对。",))]
    if WHOLE in problems:
        items.append(_item(WHOLE, problems[WHOLE], follow))
    for name, present in names.items():
        cards = problems.get(name, [])
        absent = Item("内容规范性", name, UNKNOWN, (_ABSENT,))
        items.append(_item(name, cards, follow) if present or cards else absent)
    return items


def _part(card: Card, parts: Mapping[int, str]) -> str:
    return WHOLE if card.spot.block is None else parts[card.spot.block]


def _item(name: str, cards: Sequence[Card], follow: Followers) -> Item:
    verdict = NO if any(card.is_error for card in cards) else YES
    return Item("内容规范性", name, verdict, tuple(problem(card, follow) for card in cards))


def problem(card: Card, follow: Followers) -> str:
    """A finding in one paragraph, as an inspector would write it."""
    note = "" if card.is_error else "（提示）"
    place = " ".join(part for part in (card.where, card.cell) if part)
    said = "，".join(f"{head}{_quoted(one_line(text))}" for head, text in card.comparison())
    sentences = (f"{card.title}", said, card.finding.message, card.remedy)
    words = "".join(f"{one_line(s).rstrip('。')}。" for s in sentences if s.strip())
    return f"{note}{clean(place)}：{words}{_following(card, follow)}"


def _quoted(text: str) -> str:
    """Words between quotation marks; a figure, or words that have their own, without."""
    return text if "“" in text or text[:1] in _FIGURES else f"“{text}”"


def _following(card: Card, follow: Followers) -> str:
    places = [item.where for _, item in after(follow, card)]
    if not places:
        return ""
    more = f"等 {len(places)} 处" if len(places) > _FOLLOWING else ""
    return f"由此引起：{'、'.join(places[:_FOLLOWING])}{more}。"


def _names(
    document: Document, found: Sequence[Heading], parts: Mapping[int, str]
) -> dict[str, bool]:
    """Every item and whether the document has it: the standard ones, sections, then tables."""
    there = set(parts.values()) | {heading.standard for heading in found}
    names = {name: name in there for name in (COVER, *STANDARD)}
    names |= {heading.title: True for heading in sections(found)}
    if BODY in there:
        names[BODY] = True
    return names | dict.fromkeys(_tables(document).values(), True)


def _parts(document: Document, found: Sequence[Heading]) -> dict[int, str]:
    """The item each block belongs to."""
    opened = dict(_opened(found))
    tables = _tables(document)
    here = COVER if found else BODY
    parts: dict[int, str] = {}
    for index in range(len(document.blocks)):
        here = opened.get(index, here)
        parts[index] = tables.get(index, here)
    return parts


def _opened(found: Sequence[Heading]) -> Iterator[tuple[int, str]]:
    """Which item begins with which heading; a lesser heading leads back to its section."""
    dividing = {heading.block for heading in sections(found)}
    section = COVER if dividing else BODY
    for heading in found:
        if heading.block in dividing:
            section = heading.title
        yield heading.block, heading.standard or section


def _tables(document: Document) -> dict[int, str]:
    titles = table_titles(document)
    names: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            name = f"《{titles[index]}》" if titles[index] else f"表{block.place.table}"
            names[index] = f"{name}（表{block.place.table}）" if name in names.values() else name
    return names
