"""Mini documents for the tests of this package, read as a text file would be."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kaocheng.disclosure.checking import check, statement
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.documents import Document
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.reports import Report
from kaocheng.reading.txt import read_txt

TITLE = "青禾县行政审批局2023年度部门决算\n"


def read_text(text: str) -> Document:
    """The document a text file of that content gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, "utf-8")
        return read_txt(path)


def taken(text: str) -> Statement:
    """A titled document with that text, taken apart."""
    return statement(read_text(TITLE + text))


def first_sentence(text: str) -> Sentence:
    """The first sentence under the title."""
    return taken(text).sentences[1]


def checked(text: str) -> Report:
    """A titled document with that text, checked by the whole rulebook."""
    return check(read_text(TITLE + text))


def causes(report: Report, code: str = "") -> list[Finding]:
    """The findings of a code (or its beginning) that do not follow from another."""
    return [one for one in report.findings if one.cause is None and one.code.startswith(code)]
