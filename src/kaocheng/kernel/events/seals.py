"""Seals (封存): the heads of all streams that grew, under one root, each seal bound to the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kaocheng.kernel.events.canonical import canonical, instant
from kaocheng.kernel.events.digests import digest, merkle_root
from kaocheng.kernel.events.faults import Break, Tampering


@dataclass(frozen=True, slots=True)
class SealedHead:
    """The last event of a stream when it was sealed (封存的流首)."""

    stream: str
    serial: int
    digest: str

    @property
    def leaf(self) -> str:
        """The text that goes under the root."""
        return canonical([self.stream, self.serial, self.digest])


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal (封存): `events` were appended since the seal before, the last under the key `high`."""

    county: str
    number: int
    at: datetime
    high: int
    events: int
    streams: int
    algorithm: str
    root: str
    previous: str
    digest: str

    def computed(self) -> str:
        """The digest its content has now."""
        return digest(
            self.algorithm,
            canonical(
                [
                    self.algorithm, self.county, self.number, instant(self.at), self.high,
                    self.events, self.streams, self.root, self.previous,
                ]
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grown:
    """What a seal is put on (待封存): how many events, up to which key, and the heads in their order."""

    events: int
    high: int
    heads: Sequence[SealedHead]


def sealed(county: str, at: datetime, grown: Grown, algorithm: str, last: Seal | None) -> Seal:
    """The next seal of the county."""
    bare = Seal(
        county=county,
        number=last.number + 1 if last else 1,
        at=at,
        high=grown.high,
        events=grown.events,
        streams=len(grown.heads),
        algorithm=algorithm,
        root=merkle_root(algorithm, [head.leaf for head in grown.heads]),
        previous=last.digest if last else "",
        digest="",
    )
    return replace(bare, digest=bare.computed())


def check_seals(seals: Iterable[tuple[Seal, Sequence[SealedHead]]]) -> Iterator[Break]:
    """What is wrong in the seals of a county, in the order of their numbers, each with its heads."""
    before: Seal | None = None
    for seal, heads in seals:
        expected = before.number + 1 if before else 1
        if seal.number != expected:
            yield _break(seal, expected, seal.number - 1, "缺失")
        elif seal.previous != (before.digest if before else ""):
            yield _break(seal, seal.number, seal.number, "与前一封存不相连，前一封存或本封存被换过")
        if not _holds(seal):
            yield _break(seal, seal.number, seal.number, "内容与摘要不符")
        elif not _rooted(seal, heads):
            yield _break(seal, seal.number, seal.number, "所封的流首与根不符")
        before = seal


def _holds(seal: Seal) -> bool:
    try:
        return seal.computed() == seal.digest
    except ValueError:
        return False


def _rooted(seal: Seal, heads: Sequence[SealedHead]) -> bool:
    root = merkle_root(seal.algorithm, [head.leaf for head in heads])
    return len(heads) == seal.streams and root == seal.root


def _break(seal: Seal, first: int, last: int, message: str) -> Break:
    span = f"封存{first}" if first >= last else f"封存{first}至{last}"
    return Break(seal.county, "", first, last, Tampering.SEAL, f"{span}：{message}")
