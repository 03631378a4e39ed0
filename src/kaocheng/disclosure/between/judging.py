"""All that is said between documents (文件之间的核对): one report for each document concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kaocheng.disclosure.between.dossiers import Dossier, dossiers
from kaocheng.disclosure.between.packing import Packed
from kaocheng.disclosure.between.reporting import report, share
from kaocheng.disclosure.registry import rulebook, wanted
from kaocheng.kernel.reports import Report


def between(
    packed: Sequence[Packed], *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> Iterator[Report]:
    """A report for each document something was said about, office by office, years in their order."""
    rules = [
        rule
        for rule in rulebook().values()
        if rule.of is Dossier and wanted(rule.code, select, ignore)
    ]
    for dossier in dossiers(packed):
        things = [thing for rule in rules for thing in rule.function(dossier)]
        if things:
            yield report(dossier.here, share(things), rulebook())
