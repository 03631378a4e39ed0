"""What has been found before (已报问题): the same fault printed elsewhere follows from its first print."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.kernel.findings import Finding


class Earlier:
    """What has been found before (已报问题), by what is written and by how it is told."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._written: dict[tuple[str, str, str], Finding] = {}
        self._told: dict[tuple[str, str, str], Finding] = {}
        self.add(findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Take note of these; the first of those that say the same stands for them."""
        for one in findings:
            self._written.setdefault((one.code, one.written, one.expected), one)
            self._told.setdefault((one.code, one.quote, one.message), one)

    def cause(self, code: str, written: str, expected: str) -> Finding | None:
        """The cause of the finding that wants the same put in place of the same."""
        same = self._written.get((code, written, expected))
        return (same.cause or same) if same else None

    def cause_told(self, code: str, quote: str, message: str) -> Finding | None:
        """The cause of the finding that says the same of the same print."""
        same = self._told.get((code, quote, message))
        return (same.cause or same) if same else None
