"""Which figures of a document have their like in another (配对)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.dossiers import Dossier, Pair


def pairs(dossier: Dossier, via: str) -> Iterator[Pair]:
    """Each figure told in that way, with the print of the same amount in an earlier document.

    "own" figures meet other documents of the year, "opening" and "earlier" those of the year before.
    """
    for told in dossier.here.told:
        if told.via == via and (pair := dossier.known.find(dossier.here, told)):
            yield pair
