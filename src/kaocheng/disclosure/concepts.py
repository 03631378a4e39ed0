"""Named totals (总量): the figures a reader knows by name, in sentences and in tables, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.reports import Profile

_TAIL = r"(?:支出|决算|决算数|总额|数|均|共|合计|总计|为|是|达|到|金额|实际|财政拨款)*\Z"
_CHANGE = re.compile(r"增加|减少|增长|下降|比上年|较上年|预算完成|完成预算|追加|结转|结余")
_WITH = re.compile(r"〔含[^〕]*〕")
_OPENING = re.compile(r"[^，；。：:\d]*(?:20\d\d年?度?[^，；。：:\d]*)?")
_VERSUS = re.compile(r"(?:与|比|较|同)(?:\d{4}年|上年|去年)|上年")


@dataclass(frozen=True, slots=True)
class Concept:
    """A named total: its name, 决算 or 预算, patterns of its names, the cells that print it.

    `section` is a word its section must hold, `unless` one that neither its section nor the opening
    of its sentence may hold, `unit` the counters of a count (money when empty).
    """

    name: str
    kind: str
    section: str
    unless: re.Pattern[str] | None
    unit: str
    words: re.Pattern[str]
    cells: tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """Every declared named total, special ones first."""
    with (Path(__file__).parent / "concepts.toml").open("rb") as file:
        return tuple(
            Concept(
                name=entry["name"],
                kind=entry["kind"],
                section=entry.get("section", ""),
                unless=re.compile(entry["unless"]) if "unless" in entry else None,
                unit=entry.get("unit", ""),
                words=re.compile(rf"(?:{'|'.join(entry['words'])}){_TAIL}"),
                cells=tuple(_cell(cell) for cell in entry["cells"]),
            )
            for entry in tomllib.load(file)["concept"]
        )


def _cell(words: str) -> tuple[str, str, str]:
    kind, row, column = (part.strip() for part in words.split("|"))
    return kind, row, column


def concept_of(mention: Mention, sentence: Sentence, profile: Profile) -> Concept | None:
    """The named total a mention prints, None for changes, comparisons and anything else."""
    if (
        mention.kind not in ("amount", "count")
        or _CHANGE.search(_WITH.sub("", mention.label))
        or _VERSUS.search(mention.before)
    ):
        return None
    wanted = "预算" if "预算公开" in profile.kind else "决算"
    if wanted == "决算" and mention.figure.phase != "决算":
        return None
    words = essence(_WITH.sub("", mention.label))
    for concept in concepts():
        right = _unit(concept, mention) and _within(concept, mention, sentence)
        if right and concept.kind in (wanted, "") and concept.words.search(words):
            return concept
    return None


def _unit(concept: Concept, mention: Mention) -> bool:
    if concept.unit:
        return mention.figure.unit.name in concept.unit.split("|")
    return mention.kind == "amount"


def _within(concept: Concept, mention: Mention, sentence: Sentence) -> bool:
    section = "".join(sentence.section)
    if concept.unless and any(
        concept.unless.search(words) for words in (section, _opening(sentence), mention.label)
    ):
        return False
    where = section + sentence.text[:60]
    return not concept.section or concept.section in where.replace("“", "").replace("”", "")


def _opening(sentence: Sentence) -> str:
    """The first clause of a sentence up to its first figure: what all its figures are about."""
    match = _OPENING.match(sentence.text)
    return match[0] if match else ""


def named_total(name: str, sentences: tuple[Sentence, ...], profile: Profile) -> Figure | None:
    """The first figure of the text that prints the total of that name."""
    words = essence(name)
    wanted = next((c for c in concepts() if not c.unit and c.words.search(words)), None)
    if wanted is None:
        return None
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind == "amount" and concept_of(mention, sentence, profile) is wanted:
                return mention.figure
    return None


def in_tables(concept: Concept, tables: tuple[Table, ...]) -> Iterator[Figure]:
    """The figures that print a named total in the recognised tables."""
    for table in tables:
        for entry in table.entries.values():
            if entry.figure and any(
                table.kind == kind and row in ("*", entry.row.name) and column == entry.column.name
                for kind, row, column in concept.cells
            ):
                yield entry.figure
