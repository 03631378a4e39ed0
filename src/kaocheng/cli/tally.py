"""What a run comes to (合计): one line a file, what was not shown and why, and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kaocheng.cli.slips import Slip
from kaocheng.writing.summary import Summary


class Tally:
    """Collects one line a file; holds nothing that grows with the size of the documents."""

    def __init__(self) -> None:
        self.summaries: list[Summary] = []
        self.fingerprints: list[str] = []
        self._suppressed: Counter[str] = Counter()
        self._known = 0

    def add(self, slip: Slip) -> None:
        """Take note of one file."""
        self.summaries.append(slip.summary)
        self.fingerprints.extend(slip.fingerprints)
        self._suppressed.update(slip.suppressed)
        self._known += slip.known

    def join(self, slip: Slip) -> None:
        """Put what was found between files to the line of its file."""
        at = next(i for i, one in enumerate(self.summaries) if one.file == slip.summary.file)
        self.summaries[at] = self.summaries[at].with_more(slip.summary)
        self.fingerprints.extend(slip.fingerprints)
        self._suppressed.update(slip.suppressed)
        self._known += slip.known

    @property
    def exit_code(self) -> int:
        """2 when something could not be read, else 1 when there are errors, else 0."""
        if any(summary.unreadable is not None for summary in self.summaries):
            return 2
        return 1 if any(summary.errors for summary in self.summaries) else 0

    def unread(self) -> Iterator[str]:
        """A sentence for each file that could not be read."""
        for summary in self.summaries:
            if summary.unreadable is not None:
                yield f"无法读取 {summary.file}：{summary.unreadable}"

    def unshown(self) -> Iterator[str]:
        """A sentence for each kind of finding that was taken out."""
        for reason, count in sorted(self._suppressed.items()):
            yield f"按抑制清单不报 {count} 条，理由：{reason}"
        if self._known:
            yield f"基线中已有、不再报 {self._known} 条。"
