"""The entry of composing (编制决算公开): one year of records in, the papers to publish out."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.papers import Paper
from kaocheng.money.records import AccountsYear


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing the clerk must still supply (缺少的内容): what about, and where to write it."""

    about: str
    message: str


class Refused(Exception):
    """Nothing is composed (不予编制): `missing` lists all that must be supplied first."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__("\n".join(item.message for item in missing))
        self.missing = missing


def compose(year: AccountsYear, performance: object | None = None) -> tuple[Paper, ...]:
    """The papers of one year (决算公开文稿): tables, narrative, charts, glossary, attachments.

    Raises Refused with the list of missing reasons and texts; nothing is published half.
    """
    raise NotImplementedError
