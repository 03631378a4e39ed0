"""What papers say while a case is examined (特别程序、延期、退回更正、转办、预审)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.cases.ledgers import as_budget
from kaocheng.cases.papers.contents.limits import due_after, due_before, reckoning_of
from kaocheng.cases.papers.contents.materials import handed, lack_of, materials_of
from kaocheng.cases.papers.records import (
    Content,
    Extension,
    Handover,
    MaterialCorrection,
    Preview,
    SpecialProcedure,
)
from kaocheng.cases.papers.telling import ENDINGS, Told


def special_procedure(told: Told) -> Iterator[Content]:
    """A special procedure (特别程序): how long, and the last day if it takes just as long."""
    special = told.case.specials[-1]
    yield SpecialProcedure(
        procedure=special.kind,
        reason=told.note("reason"),
        since=told.day,
        budget=special.told,
        due=due_after(told, special),
        excluded=special.excluded,
    )


def extension(told: Told) -> Iterator[Content]:
    """A longer limit (延期): by how much, who approved it, the last day before and after."""
    due, extra = told.due(), as_budget(told.facts["extra"])
    before = due_before(told)
    if due is None or before is None:
        raise ValueError(f"办件 {told.case.number} 的时限没有起算，不能延期。")
    facts = told.facts
    approver = f"{facts['approver']}{_bracketed(facts.get('signatory', ''))}"
    yield Extension(
        told.note("reason"),
        extra,
        before,
        due,
        approver,
        reckoning_of(told),
        facts.get("approval", ""),
    )


def _bracketed(text: str) -> str:
    return f"（{text}）" if text else ""


def material_correction(told: Told) -> Iterator[Content]:
    """Materials sent back during review (退回更正)."""
    materials, asked = materials_of(told.version), told.case.corrections[-1]
    task = told.case.task(asked.task)
    unit = task.unit if task else told.case.unit
    reason = asked.reason.rstrip(ENDINGS)
    lacks = tuple(lack_of(materials[key], reason) for key in asked.materials)
    yield MaterialCorrection(
        lacks, told.units.get(unit, unit), task.name if task else "", told.due()
    )


def handover(told: Told) -> Iterator[Content]:
    """A case handed to another unit or region (转办)."""
    facts = told.facts
    if "region" in facts:
        keys = tuple(facts.get("materials", ()))
        reason = f"系跨域通办办件（对方编号：{facts['reference']}）"
        yield Handover(
            f"{facts['region']}政务服务机构", reason, None, handed(told.case, told.version, keys)
        )
        return
    yield Handover(
        told.units.get(facts["unit"], facts["unit"]),
        told.note("reason"),
        None,
        handed(told.case, told.version),
    )


def preview(told: Told) -> Iterator[Content]:
    """What is said beforehand, and what is still owed (预审意见)."""
    materials = materials_of(told.version)
    lacks = tuple(lack_of(materials[one.material], "容缺未补") for one in told.case.owing)
    yield Preview(told.note("remark"), lacks)
