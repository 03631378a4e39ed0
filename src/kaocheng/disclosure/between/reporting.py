"""What is said between documents, put to the document it stands in (文件之间的核对报告)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kaocheng.kernel.documents import EXCERPT, Block, Cell, Document, Grid, Paragraph, passage
from kaocheng.kernel.extracts import Extract, Told
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged, Profile, Report
from kaocheng.kernel.rulebook import Rule

_REMARK = "以下是同本次一起核对的其他文件对照的结果；文件本身的问题见前。"


@dataclass(slots=True)
class Share:
    """What concerns one document."""

    findings: list[Finding] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    unjudged: list[Unjudged] = field(default_factory=list)


def share(things: Iterable[object]) -> Share:
    """Findings, judgements and reasons apart."""
    found = Share()
    for thing in things:
        if isinstance(thing, Finding):
            found.findings.append(thing)
        elif isinstance(thing, Judged):
            found.judged.append(thing)
        elif isinstance(thing, Unjudged):
            found.unjudged.append(thing)
    return found


def report(extract: Extract, said: Share, rules: Mapping[str, Rule]) -> Report:
    """The report on one document: of its text only what the findings quote."""
    document = Document(
        extract.file, EXCERPT, tuple(_blocks(extract, said.findings)), remarks=(_REMARK,)
    )
    return Report(
        document=document,
        profile=Profile(kind=extract.kind, edition_title="", year=extract.year, body=extract.body),
        findings=tuple(said.findings),
        judged=tuple(said.judged),
        unjudged=tuple(said.unjudged),
        figures=(),
        free=(),
        rules=rules,
    )


def _blocks(extract: Extract, findings: Iterable[Finding]) -> Iterator[Block]:
    """Each quoted sentence, or the cell under the name of its table, once and at its true place."""
    told = {one.figure.place: one for one in extract.told}
    seen: set[Place] = set()
    for finding in findings:
        place = replace(finding.place, start=None, end=None, box=None)
        if place not in seen and finding.place in told:
            seen.add(place)
            yield from _quoted(told[finding.place], place)


def _quoted(told: Told, place: Place) -> Iterator[Block]:
    if place.table is None:
        yield Paragraph(passage(told.quote, place))
        return
    yield Paragraph(passage(told.quote, Place(place.file)))
    label = replace(place, column=0)
    cells = (Cell(passage(told.name, label), 0, 0), Cell(passage(told.figure.text, place), 0, 1))
    yield Grid((cells,), replace(place, row=None, column=None, line=None))
