"""A finding ready to be shown (问题卡片): every word of it, the same in every format."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from kaocheng.kernel.documents import Grid
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing.cell_names import CellNames
from kaocheng.writing.labels import table_titles
from kaocheng.writing.safe import one_line
from kaocheng.writing.spots import Spot, Spots


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One finding in words. `id` is stable from run to run; `follows` the id of its cause or "".

    `where` is the place as a person says it, `table` and `cell` (row and column) its own words.
    """

    id: str
    finding: Finding
    severity: Severity
    title: str
    family: str
    where: str
    table: str
    cell: str
    spot: Spot
    why: str
    remedy: str
    basis: str
    follows: str

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.finding.code

    @property
    def label(self) -> str:
        """Table, row and column in the words of the document: 《收入决算表》合计 · 决算数."""
        return (f"《{self.table}》" if self.table else "") + self.cell

    @property
    def is_error(self) -> bool:
        """Whether it is of severity 错误."""
        return self.severity is Severity.ERROR

    def comparison(self) -> Iterator[tuple[str, str]]:
        """What is written, what it should be and the difference, each with its heading."""
        heads = ("现为", "应为", "相差")
        said = (self.finding.written, self.finding.expected, self.finding.difference)
        return ((head, text) for head, text in zip(heads, said, strict=True) if text)

    def related(self) -> list[str]:
        """The other places that took part in words, each once, without the place of the finding."""
        here = self.finding.place.file
        places = dict.fromkeys(told(place, here) for place in self.finding.related)
        return [said for said in places if said != self.where]


Followers = Mapping[str, Sequence[Card]]


def cards(report: Report, spots: Spots | None = None) -> tuple[Card, ...]:
    """The findings of a report as cards, in its order."""
    spots = spots or Spots(report.document)
    blocks = enumerate(report.document.blocks)
    cells = {index: CellNames(block) for index, block in blocks if isinstance(block, Grid)}
    titles = table_titles(report.document)
    ids, names = identities(report), {index: (titles[index], cells[index]) for index in cells}
    return tuple(_card(report, finding, ids, spots, names) for finding in report.findings)


def _card(
    report: Report,
    finding: Finding,
    ids: Mapping[Finding, str],
    spots: Spots,
    names: Mapping[int, tuple[str, CellNames]],
) -> Card:
    rule, page = report.rules[finding.code], report.rules[finding.code].page()
    spot = spots.find(finding.place, finding.quote)
    table, cell = _told(names, spot)
    return Card(
        id=ids[finding],
        finding=finding,
        severity=report.severity(finding),
        title=rule.title,
        family=rule.family,
        where=where(finding.place),
        table=table,
        cell=cell,
        spot=spot,
        why=_said(page, "why"),
        remedy=finding.remedy or _said(page, "remedy"),
        basis=_said(page, "basis"),
        follows=ids.get(finding.cause, "") if finding.cause else "",
    )


def where(place: Place) -> str:
    """The place in words, such as 第4页 表1 第7行第4列; 全文 for what is missing altogether."""
    parts = (
        f"工作表“{one_line(place.sheet)}”" if place.sheet is not None else "",
        f"第{place.page}页" if place.page is not None else "",
        f"文本第{place.line}行" if place.line is not None else "",
        f"表{place.table}" if place.table is not None and place.sheet is None else "",
        cell_words(place),
        f"第{place.paragraph}段" if _is_paragraph(place) else "",
    )
    return " ".join(part for part in parts if part) or "全文"


def told(place: Place, here: str) -> str:
    """The place in words, with the name of its file where that is another than `here`."""
    other = f"《{one_line(PurePath(place.file).name)}》 " if place.file != here else ""
    return other + where(place)


def cell_words(place: Place) -> str:
    """Row and column in words: 第7行第4列."""
    parts = ((place.row, "行"), (place.column, "列"))
    return "".join(f"第{number}{word}" for number, word in parts if number is not None)


def _is_paragraph(place: Place) -> bool:
    return place.paragraph is not None and place.line is None and place.table is None


def _told(names: Mapping[int, tuple[str, CellNames]], spot: Spot) -> tuple[str, str]:
    """The words for the table and the cell of a spot, "" where it lies in none."""
    if spot.block is None or spot.block not in names:
        return "", ""
    title, cells = names[spot.block]
    return title, cells.label(spot.cell) if spot.cell else ""


def _said(page: Mapping[str, Any], key: str) -> str:
    said = page.get(key, "")
    return "；".join(map(str, said)) if isinstance(said, list) else str(said).strip()


def identities(report: Report) -> dict[Finding, str]:
    """An identifier for each finding that stays the same as long as file, place and quote do."""
    seen: Counter[str] = Counter()
    ids: dict[Finding, str] = {}
    for finding in report.findings:
        base = _hash(report.document.file, finding)
        seen[base] += 1
        ids[finding] = base if seen[base] == 1 else f"{base}-{seen[base]}"
    return ids


def _hash(file: str, finding: Finding) -> str:
    at = finding.place
    block = (at.line, at.page, at.sheet, at.table, at.row, at.column, at.paragraph)
    parts = (file, finding.code, repr((*block, at.start, at.end)), finding.quote)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def roots(shown: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards that follow from no other card."""
    ids = {card.id for card in shown}
    return tuple(card for card in shown if card.follows not in ids)


def followers(shown: tuple[Card, ...]) -> Followers:
    """The cards that follow from each card, by its id, the last first."""
    found: dict[str, list[Card]] = {}
    for card in reversed(shown):
        found.setdefault(card.follows, []).append(card)
    return found


def after(found: Followers, root: Card) -> Iterator[tuple[int, Card]]:
    """Every consequence of a card with its depth from 1, in order."""
    pending = [(1, card) for card in found.get(root.id, ())]
    seen = {root.id}
    while pending:
        depth, card = pending.pop()
        if card.id in seen:
            continue
        seen.add(card.id)
        yield depth, card
        pending += [(depth + 1, c) for c in found.get(card.id, ())]
