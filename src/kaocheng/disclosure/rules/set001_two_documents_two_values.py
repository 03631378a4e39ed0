"""SET001: one named total of one office and year has two values in two documents."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.comparing import Said, all_compared
from kaocheng.disclosure.between.dossiers import Dossier
from kaocheng.disclosure.between.pairing import pairs
from kaocheng.kernel.extracts import OWN
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule

CODE = "SET001"


@rule("同一数字在几份文件里不一致", family="前后一致", of=Dossier)
def two_documents_two_values(dossier: Dossier) -> Iterator[Said]:
    """A named total has one value in everything an office publishes about a year."""
    yield from all_compared(CODE, dossier, pairs(dossier, OWN), unsure=Severity.NOTE)
