"""What a rule knows to rest on another figure (由此引起): attached to the finding at that figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kaocheng.disclosure.prints import Spot, spot
from kaocheng.kernel.findings import Finding


def attached(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those that say what they follow from made consequences of what is found there.

    The root counts, not what stands between; where nothing is found at that figure, a finding
    stands alone. A finding never follows from itself.
    """
    known = list(findings)
    roots: dict[Spot, Finding] = {}
    for finding in known:
        if finding.follows is None:
            roots.setdefault(spot(finding.place), finding.cause or finding)
    for finding in known:
        root = roots.get(spot(finding.follows)) if finding.follows else None
        yield finding if root is None or finding.cause else replace(finding, cause=root)
