"""YEA002: what a document gives as last year's amount is not what last year's document printed."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.comparing import Said, all_compared
from kaocheng.disclosure.between.dossiers import Dossier
from kaocheng.disclosure.between.pairing import pairs
from kaocheng.kernel.extracts import EARLIER
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule

CODE = "YEA002"


@rule("所写的上年数与上年公布的数不符", family="年度衔接", of=Dossier)
def last_year_otherwise(dossier: Dossier) -> Iterator[Said]:
    """上年数, printed or got from 比上年增加, is the named total that last year's document prints."""
    yield from all_compared(CODE, dossier, pairs(dossier, EARLIER), unsure=Severity.NOTE)
