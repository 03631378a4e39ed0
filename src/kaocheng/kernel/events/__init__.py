"""Events (事件): canonical text, digests, chains and seals, and how they are checked (docs/audit.md)."""

from kaocheng.kernel.events.canonical import Facts, canonical, instant
from kaocheng.kernel.events.chains import check_chain, check_stream
from kaocheng.kernel.events.digests import Algorithm, digest, merkle_root
from kaocheng.kernel.events.faults import Break, Tampering
from kaocheng.kernel.events.personal import identity_number
from kaocheng.kernel.events.records import Act, Event, Head, chained, chained_text
from kaocheng.kernel.events.seals import Grown, Seal, SealedHead, check_seals, sealed

__all__ = [
    "Act", "Algorithm", "Break", "Event", "Facts", "Grown", "Head", "Seal", "SealedHead",
    "Tampering", "canonical", "chained", "chained_text", "check_chain", "check_seals",
    "check_stream", "digest", "identity_number", "instant", "merkle_root", "sealed",
]  # fmt: skip
