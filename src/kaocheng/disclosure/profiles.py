"""What kind of document it is (文种、年度、编制主体、版式), decided by its words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.disclosure.bodies import first_lines, office
from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.signatures import signatures
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.documents import Document
from kaocheng.kernel.reports import Profile

_TITLE_LINES = 8
_OUTER = 6
_YEAR = re.compile(r"(?<![\d与比较至])(20\d\d)\s*年(度)?")
_BLANKS = re.compile(r"\s+")
_BLANK_FIGURE = re.compile(
    r"(?:[X×\uff38\uff0a*]{2,}|[X×\uff38]\.[X×\uff38]+|\b0{3,}\b)\s*(?:万元|亿元|元|%|％|个|次|人|辆|台|件|批|年)"
)
_REAL_FIGURE = re.compile(r"\d[\d,.]*\s*(?:万元|亿元|元|%|％)")
_UNKNOWN = "其他文件"
_LEAST_SCORE = 6
_LEAST_BLANKS = 8


def profile(document: Document, sections: Sequence[Section], tables: Sequence[Table]) -> Profile:
    """Kind, edition, year and office of a document; an unknown layout has the edition ""."""
    text = _BLANKS.sub("", "".join(_texts(document)))
    titles = _titles(document, sections)
    year = _year([*titles, *(table.title.text for table in tables if table.title)], text)
    best = max(signatures(), key=lambda mark: mark.score(text, year), default=None)
    known = best is not None and best.score(text, year) > 0
    return Profile(
        kind=_kind(titles, text),
        edition=best.edition if best and known else "",
        edition_title=best.title if best and known else "未知版式",
        year=year,
        body=office(document),
        template=_is_template(text),
    )


def _texts(document: Document) -> list[str]:
    paragraphs = [paragraph.text for paragraph in document.paragraphs()]
    return paragraphs + [cell.text for grid in document.grids() for cell in grid.cells()]


def _titles(document: Document, sections: Sequence[Section]) -> tuple[str, ...]:
    """What stands in a prominent place: the first lines and the first outer headings."""
    outer = [section.title for section in sections if section.level == 1 and section.heading]
    found = first_lines(document, _TITLE_LINES) + outer[:_OUTER]
    return tuple(_BLANKS.sub("", text) for text in found)


def _year(titles: Sequence[str], text: str) -> int | None:
    """The year most often named; years that are only compared with (与2019年相比) do not count."""
    votes: Counter[int] = Counter()
    for title in titles:
        for match in _YEAR.finditer(title[:80]):
            votes[int(match[1])] += 5
    for match in _YEAR.finditer(text):
        votes[int(match[1])] += 2 if match[2] else 1
    return votes.most_common(1)[0][0] if votes else None


def _kind(titles: Sequence[str], text: str) -> str:
    """The kind with most marks; marks in titles weigh more, repetition counts only a few times."""
    data = kinds()
    above = "\n".join(titles)
    scores = {
        kind["name"]: sum(
            weight
            * (min(text.count(word), data["most"]) + data["title"] * min(above.count(word), 2))
            for word, weight in kind["words"]
        )
        for kind in data["kind"]
    }
    name, score = max(scores.items(), key=lambda item: item[1])
    return name if score >= _LEAST_SCORE else _UNKNOWN


@lru_cache(maxsize=None)
def kinds() -> dict[str, Any]:
    """The kinds of documents and the words each is known by, from `kinds.toml`."""
    path = Path(__file__).with_name("kinds.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _is_template(text: str) -> bool:
    """Whether figures are left open (XX万元) more often than they are filled in."""
    blanks = len(_BLANK_FIGURE.findall(text))
    return blanks >= _LEAST_BLANKS and blanks > len(_REAL_FIGURE.findall(text)) / 3
