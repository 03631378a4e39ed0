"""Materials of a case (申请材料): what is needed, what is in, what is missing."""

from __future__ import annotations

from kaocheng.cases.events import Happening
from kaocheng.cases.records import Case, MaterialReceived
from kaocheng.cases.states import Channel
from kaocheng.catalogue.records import ItemVersion, Material, Necessity
from kaocheng.catalogue.situations import valid_answers
from kaocheng.kernel.remaking import remade


def needed(version: ItemVersion, situations: tuple[str, ...]) -> tuple[Material, ...]:
    """The materials an applicant in these situations must hand in (应交材料), in the order of the list.

    One that some answer names is needed only when such an answer was given; a 非必要 one that none names is
    shown with its condition and never demanded, a shared one never.
    """
    given = valid_answers(version, situations)
    named = {key for s in version.situations for key in s.materials}
    asked = {key for s in version.situations if s.key in given for key in s.materials}
    return tuple(
        m
        for m in version.materials
        if m.necessity is not Necessity.SUPPLIED
        and (m.key in asked or (m.key not in named and m.necessity is Necessity.REQUIRED))
    )


def missing(case: Case, version: ItemVersion) -> tuple[Material, ...]:
    """The needed materials that are not in (未交材料)."""
    have = case.received
    return tuple(m for m in needed(version, case.situations) if m.key not in have)


def took(case: Case, event: Happening) -> Case:
    """The case with the materials of this event; one handed in again replaces the earlier, a round later."""
    kept = {m.key: m for m in case.materials}
    via = Channel(event.facts.get("via", Channel.WINDOW))
    for row in event.facts["received"]:
        before = kept.get(row["key"])
        kept[row["key"]] = MaterialReceived(
            key=row["key"],
            at=event.at,
            channel=via,
            form=row.get("form", "纸质"),
            originals=row.get("originals", 0),
            copies=row.get("copies", 0),
            file=row.get("file", ""),
            digest=row.get("digest", ""),
            round=before.round + 1 if before else 1,
        )
    return remade(case, materials=tuple(kept.values()))


def came(event: Happening) -> tuple[str, ...]:
    """Keys of the materials that came with an event."""
    return tuple(row["key"] for row in event.facts["received"])
