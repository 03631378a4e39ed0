"""Events (事件): canonical text, digests, chains and seals, and how they are checked (docs/audit.md)."""

from kaocheng.kernel.events.canonical import Facts, canonical, instant
from kaocheng.kernel.events.chains import check_chain
from kaocheng.kernel.events.digests import Algorithm, digest, merkle_root
from kaocheng.kernel.events.faults import Break, Tampering
from kaocheng.kernel.events.records import Act, Event, Head, chained

__all__ = [
    "Act", "Algorithm", "Break", "Event", "Facts", "Head", "Tampering", "canonical", "chained",
    "check_chain", "digest", "instant", "merkle_root",
]  # fmt: skip
