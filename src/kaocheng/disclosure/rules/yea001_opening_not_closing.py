"""YEA001: a year does not begin with what the year before ended with, in two published documents."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.comparing import Said, all_compared
from kaocheng.disclosure.between.dossiers import Dossier
from kaocheng.disclosure.between.pairing import pairs
from kaocheng.kernel.extracts import OPENING
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule

CODE = "YEA001"


@rule("年初结转结余与上年公布的年末数不符", family="年度衔接", of=Dossier)
def opening_not_closing(dossier: Dossier) -> Iterator[Said]:
    """年初结转和结余 of a year is the 年末结转和结余 that the accounts of the year before print."""
    yield from all_compared(CODE, dossier, pairs(dossier, OPENING), unsure=Severity.NOTE)
