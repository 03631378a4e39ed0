"""What a worker sends back about one file (核对结果条): small, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaocheng.disclosure.between.packing import Packed
from kaocheng.writing.summary import Summary, refusal


@dataclass(frozen=True, slots=True)
class Slip:
    """The line of one file in the table at the end, and its part of the output (`fragment`).

    `suppressed` counts findings taken out by their reason, `known` those of the baseline;
    `fingerprints` are those of the rest, where a baseline is being written; `packed` is what other
    documents of the office may be held against.
    """

    summary: Summary
    fragment: object = ""
    suppressed: Mapping[str, int] = field(default_factory=dict)
    known: int = 0
    fingerprints: tuple[str, ...] = ()
    packed: Packed | None = None


def unread(file: str, why: str) -> Slip:
    """The slip of a file that could not be read; `why` is a whole sentence."""
    return Slip(refusal(file, why))
