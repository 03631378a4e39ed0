"""What the papers of an event say (事件所出文书的内容): from the case as the event left it. Pure.

Whoever stores a move asks `contents_of` for its papers; the same event always gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time

from kaocheng.cases.joint import conclusion
from kaocheng.cases.ledgers import as_budget
from kaocheng.cases.limits import (
    due_of,
    ledger_of,
    owed_due,
    special_due,
    supplement_due,
)
from kaocheng.cases.lists import deferring, promising
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.reckoning import reckoned
from kaocheng.cases.papers.records import (
    Acceptance,
    Approval,
    Content,
    Correction,
    Delivered,
    Extension,
    Handed,
    Handover,
    JointOpinion,
    Lack,
    MaterialCorrection,
    NotAccepted,
    Opinion,
    Owing,
    Preview,
    Promise,
    Receipt,
    Reckoned,
    Rectification,
    Rejection,
    Revocation,
    ServiceReceipt,
    SpecialProcedure,
    Termination,
    Tolerance,
)
from kaocheng.cases.papers.telling import ENDINGS, Told
from kaocheng.cases.records import Case, MaterialReceived, Special
from kaocheng.cases.states import State
from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.kernel.clocks import SHANGHAI, Entry, Turn, explain_clock, local_day, read_clock

_EVENING = time(17)


def contents_of(told: Told) -> tuple[Content, ...]:
    """The papers of an event, none where it issues none; an acceptance may bring 容缺 and 承诺 with it."""
    kind = told.facts.get("paper")
    return tuple(_CONTENTS[PaperKind(kind)](told)) if kind else ()


def handed(
    case: Case, version: ItemVersion, keys: tuple[str, ...] | None = None
) -> tuple[Handed, ...]:
    """Materials as papers list them: those of these keys, or all that are in."""
    names = {material.key: material.name for material in version.materials}
    rows = [row for row in case.materials if keys is None or row.key in keys]
    return tuple(_handed(row, names) for row in rows)


def _handed(row: MaterialReceived, names: Mapping[str, str]) -> Handed:
    again = f"第{row.round}次提交" if row.round > 1 else ""
    return Handed(names.get(row.key, row.key), row.form, row.originals, row.copies, again)


def _receipt(told: Told) -> Iterator[Content]:
    keys = tuple(row["key"] for row in told.facts.get("received", ()))
    waiting = told.case.state is State.REGISTERED
    answer = due_of(told.case, "受理", told.calendar, told.event.at) if waiting else None
    yield Receipt(handed(told.case, told.version, keys), told.case.window, answer)


def _acceptance(told: Told) -> Iterator[Content]:
    case, due = told.case, told.due()
    if case.promised_budget is None or case.accepted_at is None or due is None:
        raise ValueError(f"办件 {case.number} 没有受理，或者没有办理时限。")
    accepted = local_day(case.accepted_at)
    yield Acceptance(
        accepted=accepted,
        budget=case.promised_budget,
        due=due,
        reckoning=_reckoning(told),
        materials=handed(case, told.version),
        silent=told.event.kind == "deem_accepted",
    )
    materials = _materials(told.version)
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


def _reckoning(told: Told) -> tuple[Reckoned, ...]:
    budget, ledger = told.case.promised_budget, ledger_of(told.case, "承诺")
    if budget is None:
        return ()
    return reckoned(explain_clock(budget, ledger, told.calendar, told.event.at))


def _correction(told: Told) -> Iterator[Content]:
    supplement, materials = told.case.supplement, _materials(told.version)
    lacks = tuple(
        Lack(
            materials[key].name, why.rstrip(ENDINGS), materials[key].standard, materials[key].basis
        )
        for key, why in told.facts["missing"]
    )
    yield Correction(lacks, supplement_due(supplement, told.calendar) if supplement else None)


def _not_accepted(told: Told) -> Iterator[Content]:
    materials = _materials(told.version)
    unmet = "、".join(f"“{materials[key].name}”" for key in told.facts.get("unmet", ()))
    why = f"{unmet}经补正仍不齐全或者不符合法定形式：" if unmet else ""
    yield NotAccepted(
        reason=why + told.note("reason"),
        needless=told.event.kind == "tell_not_needed",
        authority=told.note("right_body"),
        remedies=told.note("remedies"),
    )


def _special(told: Told) -> Iterator[Content]:
    special = told.case.specials[-1]
    yield SpecialProcedure(
        procedure=special.kind,
        reason=told.note("reason"),
        since=told.day,
        budget=special.told,
        due=_due_after(told, special),
        excluded=special.excluded,
    )


def _due_after(told: Told, special: Special) -> date | None:
    """The last day of the promised limit if the procedure takes just as long as the applicant was told."""
    until, budget = special_due(special, told.calendar), told.case.promised_budget
    if until is None or budget is None:
        return None
    end = datetime.combine(until, _EVENING, SHANGHAI)
    ended = Entry(Turn.RESUME, end, special.kind, key=special.number)
    return read_clock(budget, (*ledger_of(told.case, "承诺"), ended), told.calendar, end).due


def _extension(told: Told) -> Iterator[Content]:
    due, extra = told.due(), as_budget(told.facts["extra"])
    before = _due_before(told)
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
        _reckoning(told),
        facts.get("approval", ""),
    )


def _bracketed(text: str) -> str:
    return f"（{text}）" if text else ""


def _due_before(told: Told) -> date | None:
    """The last day as it was before this extension."""
    budget, ledger = told.case.promised_budget, ledger_of(told.case, "承诺")[:-1]
    if budget is None:
        return None
    lines = explain_clock(budget, ledger, told.calendar, told.event.at)
    return lines[-1].day.day if lines else None


def _approval(told: Told) -> Iterator[Content]:
    outcome = told.case.outcome
    name = told.version.results[0].name if told.version.results else ""
    lawful = told.event.kind == "deem_renewed"
    silence = "本机关在有效期届满前未作决定，依法视为准予延续"
    yield Approval(
        decided=told.day,
        content=silence if lawful else told.note("reasons", f"准予“{told.version.name}”"),
        bases=told.version.bases,
        result=name,
        result_number=outcome.certificate if outcome else "",
        valid_from=told.day,
        valid_to=outcome.valid_until if outcome else None,
    )
    yield from _joint(told)


def _rejection(told: Told) -> Iterator[Content]:
    yield Rejection(told.day, _reasons(told), told.version.bases, told.note("remedies"))
    yield from _joint(told)


def _reasons(told: Told) -> tuple[str, ...]:
    """The reasons, a line each."""
    reasons = (line.strip().rstrip(ENDINGS) for line in told.note("reasons").splitlines())
    return tuple(reason for reason in reasons if reason)


def _material_correction(told: Told) -> Iterator[Content]:
    materials, asked = _materials(told.version), told.case.corrections[-1]
    task = told.case.task(asked.task)
    unit = task.unit if task else told.case.unit
    reason = asked.reason.rstrip(ENDINGS)
    lacks = tuple(
        Lack(materials[key].name, reason, materials[key].standard, materials[key].basis)
        for key in asked.materials
    )
    yield MaterialCorrection(
        lacks, told.units.get(unit, unit), task.name if task else "", told.due()
    )


def _revocation(told: Told) -> Iterator[Content]:
    outcome = told.case.outcome
    if outcome is None:
        raise ValueError(f"办件 {told.case.number} 没有决定，不能撤销。")
    reasons, basis = _grounds(told)
    yield Revocation(
        revoked=told.day,
        decided=local_day(outcome.at),
        reasons=reasons,
        decision=_decision(told),
        certificate=outcome.certificate,
        bases=(basis,) if basis else (),
        remedies=told.note("remedies"),
    )


def _grounds(told: Told) -> tuple[tuple[str, ...], str]:
    """Why a decision is revoked, and the rule where it is not 行政许可法."""
    if told.event.kind == "check_promise":
        credit = f"（失信记录：{told.facts['credit']}）"
        why = f"经核查，告知承诺不实：{told.note('reason')}{credit}"
        return (why,), promising().basis.partition("：")[0]
    if told.event.kind == "lapse_owed":
        why = f"逾期未补齐容缺材料：{told.note('reason')}"
        return (why,), deferring().basis.partition("：")[0]
    return _reasons(told), ""


def _decision(told: Told) -> str:
    """The 文号 of the decision the case came to, "" where it has none."""
    return told.issued[-1][1] if told.issued else ""


def _rectification(told: Told) -> Iterator[Content]:
    outcome, made = told.case.outcome, told.case.changes[-1]
    if outcome is None:
        raise ValueError(f"办件 {told.case.number} 没有决定，不能更正。")
    yield Rectification(
        rectified=told.day,
        decided=local_day(outcome.at),
        subject=made.subject,
        before=made.before,
        after=made.after,
        reason=made.reason.rstrip(ENDINGS),
        decision=_decision(told),
    )


def _service(told: Told) -> Iterator[Content]:
    delivery, outcome = told.case.delivery, told.case.outcome
    papers = [Delivered(title, number) for title, number in told.issued]
    if told.version.results and outcome and outcome.certificate:
        papers.append(Delivered(told.version.results[0].name, outcome.certificate))
    modes = {"现场": "直接送达", "邮寄": "邮寄送达", "电子": "电子送达"}
    mode = delivery.mode if delivery else ""
    yield ServiceReceipt(
        tuple(papers), modes.get(mode, mode), "", delivery.waybill if delivery else ""
    )


def _termination(told: Told) -> Iterator[Content]:
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


def _handover(told: Told) -> Iterator[Content]:
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


def _preview(told: Told) -> Iterator[Content]:
    materials = _materials(told.version)
    lacks = tuple(
        Lack(
            materials[one.material].name,
            "容缺未补",
            materials[one.material].standard,
            materials[one.material].basis,
        )
        for one in told.case.owing
    )
    yield Preview(told.note("remark"), lacks)


def _joint(told: Told) -> Iterator[Content]:
    """With the decision goes the joint opinion, where departments have inspected together."""
    lead = told.units.get(told.case.unit, told.case.unit)
    found = joint_opinion(told, told.version.name, lead)
    if found is not None:
        yield found


def joint_opinion(told: Told, project: str, lead: str) -> JointOpinion | None:
    """The opinion of a 联合验收 whose departments have all spoken, None where one has not."""
    tasks = [task for task in told.case.tasks if task.opinions == "联合验收"]
    if not tasks or any(task.done_at is None for task in tasks):
        return None
    opinions = tuple(
        Opinion(
            told.units.get(task.unit, task.unit),
            task.opinion,
            task.remark,
            local_day(task.done_at),
        )
        for task in tasks
        if task.done_at
    )
    remedies = tuple(one.text for one in opinions if one.conclusion == "整改" and one.text)
    return JointOpinion(project, opinions, conclusion(told.case), lead, remedies)


def _materials(version: ItemVersion) -> Mapping[str, Material]:
    return {material.key: material for material in version.materials}


_CONTENTS: Mapping[PaperKind, Callable[[Told], Iterator[Content]]] = {
    PaperKind.RECEIPT: _receipt,
    PaperKind.ACCEPTANCE: _acceptance,
    PaperKind.CORRECTION: _correction,
    PaperKind.NOT_ACCEPTED: _not_accepted,
    PaperKind.SPECIAL_PROCEDURE: _special,
    PaperKind.EXTENSION: _extension,
    PaperKind.APPROVAL: _approval,
    PaperKind.REJECTION: _rejection,
    PaperKind.SERVICE_RECEIPT: _service,
    PaperKind.TERMINATION: _termination,
    PaperKind.MATERIAL_CORRECTION: _material_correction,
    PaperKind.REVOCATION: _revocation,
    PaperKind.RECTIFICATION: _rectification,
    PaperKind.HANDOVER: _handover,
    PaperKind.PREVIEW: _preview,
}
