"""What papers say when a case ends (送达、终止)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.cases.papers.contents.materials import handed
from kaocheng.cases.papers.records import Content, Delivered, ServiceReceipt, Termination
from kaocheng.cases.papers.telling import Told


def service_receipt(told: Told) -> Iterator[Content]:
    """What was handed over, and how (送达回证)."""
    delivery, outcome = told.case.delivery, told.case.outcome
    papers = [Delivered(title, number) for title, number in told.issued]
    if told.version.results and outcome and outcome.certificate:
        papers.append(Delivered(told.version.results[0].name, outcome.certificate))
    modes = {"现场": "直接送达", "邮寄": "邮寄送达", "电子": "电子送达"}
    mode = delivery.mode if delivery else ""
    yield ServiceReceipt(
        tuple(papers), modes.get(mode, mode), "", delivery.waybill if delivery else ""
    )


def termination(told: Told) -> Iterator[Content]:
    """An end without a decision (终止办理)."""
    withdrawn = told.event.kind == "withdraw"
    grounds = {
        "withdraw": "撤回申请出于申请人自愿",
        "lapse_supplement": "逾期未补正申请材料",
        "lapse_owed": "逾期未补齐容缺材料",
    }
    ground = told.note("ground") or grounds.get(told.event.kind, "")
    reason = "：".join(part for part in (ground, told.note("reason")) if part)
    yield Termination(
        reason=ground if withdrawn else reason,
        ended=told.day,
        withdrawn=told.day if withdrawn else None,
        returned=handed(told.case, told.version),
    )
