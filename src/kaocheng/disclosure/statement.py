"""A published document taken apart (公开文件的材料): what every rule of this package is given."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.documents import Document
from kaocheng.kernel.reports import Profile
from kaocheng.performance.records import Performance


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A document with its profile, sections, recognised tables, read sentences, and 绩效 records."""

    document: Document
    profile: Profile
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    sentences: tuple[Sentence, ...]
    performance: Performance | None = None
