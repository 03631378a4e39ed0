"""What papers say when an application has come in (接件、受理、补正、不予受理)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.cases.limits import due_of, owed_due, supplement_due
from kaocheng.cases.lists import promising
from kaocheng.cases.papers.contents.limits import reckoning_of
from kaocheng.cases.papers.contents.materials import handed, lack_of, materials_of
from kaocheng.cases.papers.records import (
    Acceptance,
    Content,
    Correction,
    NotAccepted,
    Owing,
    Promise,
    Receipt,
    Tolerance,
)
from kaocheng.cases.papers.telling import ENDINGS, Told
from kaocheng.cases.states import State
from kaocheng.kernel.clocks import local_day


def receipt(told: Told) -> Iterator[Content]:
    """What has been taken in (材料接收凭证), and when an answer is due."""
    keys = tuple(row["key"] for row in told.facts.get("received", ()))
    waiting = told.case.state is State.REGISTERED
    answer = due_of(told.case, "受理", told.calendar, told.event.at) if waiting else None
    yield Receipt(handed(told.case, told.version, keys), told.case.window, answer)


def acceptance(told: Told) -> Iterator[Content]:
    """Acceptance (受理), with the papers of 容缺 and 承诺 that go with it."""
    case, due = told.case, told.due()
    if case.promised_budget is None or case.accepted_at is None or due is None:
        raise ValueError(f"办件 {case.number} 没有受理，或者没有办理时限。")
    accepted = local_day(case.accepted_at)
    yield Acceptance(
        accepted=accepted,
        budget=case.promised_budget,
        due=due,
        reckoning=reckoning_of(told),
        materials=handed(case, told.version),
        silent=told.event.kind == "deem_accepted",
    )
    materials = materials_of(told.version)
    if case.owing:
        owed = tuple(
            Owing(materials[one.material].name, until, materials[one.material].standard)
            for one in case.owing
            if (until := owed_due(one, told.calendar))
        )
        yield Tolerance(accepted, owed, case.owing[0].consequence.rstrip(ENDINGS), due)
    for promise in case.promises:
        yield Promise(
            requirements=tuple(materials[key].name for key in promise.materials),
            promises=(promise.text.rstrip(ENDINGS),),
            checking=f"自作出决定之日起{promise.budget}内核查承诺内容",
            consequence=promise.consequence.rstrip(ENDINGS),
            bases=(promising().basis.partition("：")[0],),
        )


def correction(told: Told) -> Iterator[Content]:
    """The one notice of everything that is missing (一次告知)."""
    supplement, materials = told.case.supplement, materials_of(told.version)
    lacks = tuple(
        lack_of(materials[key], why.rstrip(ENDINGS)) for key, why in told.facts["missing"]
    )
    yield Correction(lacks, supplement_due(supplement, told.calendar) if supplement else None)


def not_accepted(told: Told) -> Iterator[Content]:
    """Refusal to accept (不予受理), or that nothing needs to be applied for."""
    materials = materials_of(told.version)
    unmet = "、".join(f"“{materials[key].name}”" for key in told.facts.get("unmet", ()))
    why = f"{unmet}经补正仍不齐全或者不符合法定形式：" if unmet else ""
    yield NotAccepted(
        reason=why + told.note("reason"),
        needless=told.event.kind == "tell_not_needed",
        authority=told.note("right_body"),
        remedies=told.note("remedies"),
    )
