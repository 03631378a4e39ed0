"""What papers say of decisions (准予、不予、联合验收、撤销、更正)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kaocheng.cases.joint import conclusion
from kaocheng.cases.lists import deferring, promising
from kaocheng.cases.papers.records import (
    Approval,
    Content,
    JointOpinion,
    Opinion,
    Rectification,
    Rejection,
    Revocation,
)
from kaocheng.cases.papers.telling import ENDINGS, Told
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.dates import official_date


def approval(told: Told) -> Iterator[Content]:
    """Approval (准予), also by silence."""
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


def rejection(told: Told) -> Iterator[Content]:
    """Rejection (不予), with its reasons and remedies."""
    yield Rejection(told.day, _reasons(told), told.version.bases, told.note("remedies"))
    yield from _joint(told)


def _reasons(told: Told) -> tuple[str, ...]:
    """The reasons, a line each."""
    reasons = (line.strip().rstrip(ENDINGS) for line in told.note("reasons").splitlines())
    return tuple(reason for reason in reasons if reason)


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


def revocation(told: Told) -> Iterator[Content]:
    """A decision taken back (撤销)."""
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


def rectification(told: Told) -> Iterator[Content]:
    """A decision whose words are mended (更正)."""
    outcome, made = told.case.outcome, told.case.changes[-1]
    if outcome is None:
        raise ValueError(f"办件 {told.case.number} 没有决定，不能更正。")
    yield Rectification(
        rectified=told.day,
        decided=local_day(outcome.at),
        subject=made.subject,
        before=_worded(made.before),
        after=_worded(made.after),
        reason=made.reason.rstrip(ENDINGS),
        decision=_decision(told),
    )


def _worded(said: str) -> str:
    """What was mended as papers write it: a day in 年月日, anything else as it is."""
    return official_date(date.fromisoformat(said)) if _DAY.fullmatch(said) else said


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
