"""Looking at the words of a document (文字核对): passages to look at, findings at their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.documents import Document, Passage
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged

_BLANKS = re.compile(r"\s+")
TEMPLATE = "这是空白模板，不是填好的文件"


@dataclass(frozen=True, slots=True)
class Words:
    """What a finding about words says: what it should be, the message, the remedy, its weight."""

    expected: str
    message: str
    remedy: str
    severity: Severity | None = None


def squeezed(text: str) -> str:
    """The text without any blanks."""
    return _BLANKS.sub("", text)


def bare_title(text: str) -> str:
    """A title without blanks, quotation marks and brackets, for comparison."""
    return re.sub(r"[\s“”\"'‘’《》（）()]+", "", text)


def paragraphs(document: Document) -> Iterator[Passage]:
    """The passages of all paragraphs of the body."""
    return (p.content for p in document.paragraphs() if p.role in ("body", "heading", "textbox"))


def passages(document: Document) -> Iterator[Passage]:
    """The passages of all paragraphs and cells."""
    yield from paragraphs(document)
    for grid in document.grids():
        yield from (cell.content for cell in grid.cells() if cell.text)


def said(code: str, passage: Passage, start: int, end: int, words: Words) -> Finding:
    """A finding on the characters from `start` up to `end`, kept on the line it begins on."""
    stop = passage.text.find("\n", start, end)
    quote = passage.text[start : end if stop < 0 else stop]
    return Finding(
        code=code,
        place=passage.at(start, start + len(quote)),
        quote=quote,
        written=quote,
        expected=words.expected,
        message=words.message,
        remedy=words.remedy,
        severity=words.severity,
    )


def template(code: str, statement: Statement) -> Iterator[Unjudged]:
    """The reason why a blank form is not judged; nothing for a real document."""
    if statement.profile.template:
        yield Unjudged(code, Outcome.NOT_APPLICABLE, TEMPLATE)


def skipped(code: str, because: str) -> Unjudged:
    """The answer of a rule that finds nothing it speaks of."""
    return Unjudged(code, Outcome.NOT_APPLICABLE, because)


def look(
    code: str,
    where: Iterator[Passage],
    pattern: re.Pattern[str],
    words: Callable[[re.Match[str]], Words | None],
) -> Iterator[Finding]:
    """A finding for every match that `words` has something to say about."""
    for passage in where:
        for match in pattern.finditer(passage.text):
            verdict = words(match)
            if verdict:
                yield said(code, passage, match.start(), match.end(), verdict)


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text between marks of punctuation, each with its offset."""
    edges = [-1, *(m.start() for m in re.finditer(r"[，。；：、！？\n,;:!?]", text)), len(text)]
    for before, after in pairwise(edges):
        yield before + 1, text[before + 1 : after]
