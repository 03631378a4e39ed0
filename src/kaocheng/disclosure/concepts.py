"""Named totals (总量): the figures a reader knows by name, in sentences and in tables, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.reports import Profile

_TAIL = r"(?:支出|决算|决算数|总额|数|均|共|合计|总计|为|是|达|到|金额|实际|财政拨款)*\Z"
_CHANGE = re.compile(
    r"增加|减少|增长|下降|比上年|较上年|预算完成|完成预算|追加"
    r"|(?<!年初)(?<!年末)结转|(?<!转和)(?<!转)结余"
)
_PHASE = re.compile(r"决算统计数|决算数")
_WITH = re.compile(r"〔含[^〕]*〕")
_OUTCOME = re.compile(r"(?:实际)?(?:支出)?决算(?:数|支出)?(?:为|是)?")
_BUDGET = re.compile(r"(?P<name>.+?)(?:年初|全年)?预算(?:数|安排)?(?:为|是)?\Z")
_HEAD = re.compile(
    r"[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、]?(?P<name>[^，。：:；\d]{3,24})。"
)
_OPENING = re.compile(
    r"\s*[（(]?(?:\d{1,2}(?!\d))?[）)]?[.．、]?[^，；。：:\d]*(?:20\d\d年?度?[^，；。：:\d]*)?"
)
_HEADS, _OCCASIONS = ("人次", "人"), ("批次", "批")
_BESIDE = re.compile(r"\s*[，,、]?\s*(?:共|共计|接待)?\s*")
_COUNTED = re.compile(r"批次?(?:数|为|共)?\Z")
_VERSUS = re.compile(r"(?:与|比|较|同)(?:\d{4}年|上年|去年)|上年")

Cell = tuple[str, str, str]
"""A cell by its names (格): the kind of table, the row, the column."""


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
    cells: tuple[Cell, ...]


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
                cells=tuple(cell_named(cell) for cell in entry["cells"]),
            )
            for entry in tomllib.load(file)["concept"]
        )


def cell_named(words: str) -> Cell:
    """A cell as data name it (“表 | 行 | 栏”): the kind of table, the row, the column."""
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
    wanted = _kind(profile)
    if wanted == "决算" and mention.figure.phase != "决算":
        return None
    words = essence(_WITH.sub("", _name(mention, sentence)))
    for concept in concepts():
        right = concept.kind in (wanted, "") and _unit(concept, mention)
        if right and concept.words.search(words) and _within(concept, mention, sentence):
            return None if wanted == "决算" and _budgeted(mention, sentence) else concept
    return None


def _budgeted(mention: Mention, sentence: Sentence) -> bool:
    """Whether an amount is a part of a budget (三公经费预算A，其中公务接待费B), which says so for its parts."""
    earlier = takewhile(lambda m: m is not mention, sentence.mentions)
    if all(m.figure.phase == "决算" for m in earlier):
        return False
    return any(
        item.amount is mention and listing.whole.figure.phase != "决算"
        for listing in listings(sentence)
        for item in listing.items
    )


def _name(mention: Mention, sentence: Sentence) -> str:
    """What an amount is called; one only called 支出决算 bears the name of the budget before it.

    Failing that, the name that opens the paragraph: 2.公务接待费。2020年度决算数…
    """
    if not mention.label.strip("、，, "):
        return _people(mention, sentence)
    if not _OUTCOME.fullmatch(essence(mention.label)):
        return mention.label
    at = sentence.mentions.index(mention)
    budget = _BUDGET.match(sentence.mentions[at - 1].label) if at else None
    if at and budget is None:
        return mention.label
    opening = _HEAD.match(sentence.passage.text)
    return budget["name"] if budget else opening["name"] if opening else mention.label


def _people(mention: Mention, sentence: Sentence) -> str:
    """What nameless people are called that follow the occasions they came on: 公务接待8批次，60人次."""
    at = sentence.mentions.index(mention)
    if not at or mention.figure.unit.name not in _HEADS or not _BESIDE.fullmatch(mention.before):
        return ""
    occasions = sentence.mentions[at - 1]
    if occasions.figure.unit.name not in _OCCASIONS or not occasions.label:
        return ""
    return f"{_COUNTED.sub('', occasions.label)}人次"


def _unit(concept: Concept, mention: Mention) -> bool:
    if concept.unit:
        return mention.figure.unit.name in concept.unit.split("|")
    return mention.kind == "amount"


def _within(concept: Concept, mention: Mention, sentence: Sentence) -> bool:
    section = "".join(sentence.section)
    about = (section, mention.label, _opening(sentence.text), _opening(sentence.passage.text))
    if any(_barred(concept, words) for words in about):
        return False
    where = section + sentence.text[:60]
    return not concept.section or concept.section in where.replace("“", "").replace("”", "")


def _opening(text: str) -> str:
    """The first clause up to the first figure: what all figures that follow are about."""
    match = _OPENING.match(text)
    return match[0] if match else ""


def named_total(
    name: str, sentences: tuple[Sentence, ...], profile: Profile, tables: tuple[Table, ...] = ()
) -> Figure | None:
    """The first figure of the text that prints the total of that name, else of the tables."""
    wanted = _wanted(name, profile)
    if wanted is None:
        return None
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind == "amount" and concept_of(mention, sentence, profile) is wanted:
                return mention.figure
    return next(in_tables(wanted, tables), None)


def _wanted(name: str, profile: Profile) -> Concept | None:
    """The named total those words mean in a document of that kind."""
    kind = _kind(profile)
    words = essence(name)
    fitting = (c for c in concepts() if not c.unit and c.kind in (kind, ""))
    return next((c for c in fitting if c.words.search(words) and not _barred(c, name)), None)


def _barred(concept: Concept, words: str) -> bool:
    return concept.unless is not None and bool(concept.unless.search(words))


def budget_of(name: str, profile: Profile, tables: tuple[Table, ...]) -> Figure | None:
    """The budget the tables print beside the outcome of a named total, such as of 公务接待费."""
    wanted = _wanted(name, profile)
    if wanted is None or _kind(profile) != "决算":
        return None
    cells = {(kind, row, _PHASE.sub("预算数", column)) for kind, row, column in wanted.cells}
    changed = tuple(cell for cell in sorted(cells) if cell not in wanted.cells)
    return next(in_tables(replace(wanted, cells=changed), tables), None)


def _kind(profile: Profile) -> str:
    return "预算" if "预算公开" in profile.kind else "决算"


def in_tables(concept: Concept, tables: tuple[Table, ...]) -> Iterator[Figure]:
    """The figures that print a named total in the recognised tables."""
    for table in tables:
        wanted = {(row, column) for kind, row, column in concept.cells if kind == table.kind}
        for entry in table.entries.values() if wanted else ():
            names = (entry.row.name, entry.column.name), ("*", entry.column.name)
            if entry.figure and not wanted.isdisjoint(names):
                yield entry.figure
