"""While it is examined (审查): what these moves change."""

from __future__ import annotations

from kaocheng.cases import tasks as of_tasks
from kaocheng.cases.events import Happening
from kaocheng.cases.ledgers import as_budget, extra_of, paper_number
from kaocheng.cases.materials import came, took
from kaocheng.cases.records import Case, Correction, Extension, Special, Task, TaskState
from kaocheng.kernel.remaking import remade


def claim_task(case: Case, event: Happening) -> Case:
    """签收：记下经办人."""
    return remade(
        case,
        tasks=of_tasks.changed(
            case.tasks, event.facts["task"], lambda t: remade(t, assignee=event.actor)
        ),
    )


def finish_task(case: Case, event: Happening) -> Case:
    """审查完成：记下意见，启动后续环节."""
    facts = event.facts

    def done(task: Task) -> Task:
        return remade(
            task,
            state=TaskState.DONE,
            assignee=task.assignee or event.actor,
            opinion=facts["opinion"],
            remark=facts.get("remark", ""),
            done_at=event.at,
            done_by=event.actor,
            entries=of_tasks.stopped(task, event.at, "审查完成"),
        )

    return remade(
        case, tasks=of_tasks.opened(of_tasks.changed(case.tasks, facts["task"], done), event.at)
    )


def request_correction(case: Case, event: Happening) -> Case:
    """退回更正材料：记下哪些、为什么."""
    facts = event.facts
    asked = Correction(
        tuple(facts["materials"]),
        facts["reason"],
        event.at,
        facts.get("task", ""),
        paper=paper_number(case),
        by=event.actor,
    )
    return remade(case, corrections=(*case.corrections, asked))


def answer_correction(case: Case, event: Happening) -> Case:
    """交来更正材料：只重开看过这些材料的环节，其余保留结果和时限."""
    case = took(case, event)
    new = came(event)
    again = of_tasks.touched_by(case.tasks, new)
    return remade(
        case,
        corrections=tuple(_answered(asked, event, again) for asked in case.corrections),
        tasks=of_tasks.reopened(case.tasks, again, event.at, "材料更正"),
    )


def _answered(asked: Correction, event: Happening, again: frozenset[str]) -> Correction:
    if asked.answered_at is not None or not set(asked.materials) & set(came(event)):
        return asked
    so_far = tuple(dict.fromkeys((*asked.came, *came(event))))
    return remade(
        asked,
        came=so_far,
        answered_at=event.at if set(so_far).issuperset(asked.materials) else None,
        reopened=tuple(sorted({*asked.reopened, *again})),
    )


def send_back(case: Case, event: Happening) -> Case:
    """退回重审：重开所列环节及依赖它们的环节."""
    tasks = of_tasks.reopened(case.tasks, event.facts["tasks"], event.at, "退回重审")
    return remade(case, tasks=tasks)


def begin_special(case: Case, event: Happening) -> Case:
    """特别程序开始：记下种类、告知的时间和参加人员，暂停所属环节."""
    facts = event.facts
    begun = Special(
        number=facts["number"],
        kind=facts["special"],
        told=as_budget(facts["within"]),
        begun_at=event.at,
        paper=paper_number(case),
        excluded=facts["excluded"],
        officers=tuple(facts.get("officers", ())),
        task=facts.get("task", ""),
    )
    held = (
        of_tasks.paused(task, event.at, begun.kind, begun.number) if _held(begun, task) else task
        for task in case.tasks
    )
    return remade(case, specials=(*case.specials, begun), tasks=tuple(held))


def _held(special: Special, task: Task) -> bool:
    return special.task in ("", task.key)


def end_special(case: Case, event: Happening) -> Case:
    """特别程序结束：记下结果，恢复所属环节."""
    facts = event.facts
    over = tuple(
        remade(s, ended_at=event.at, result=facts["result"]) if s.number == facts["number"] else s
        for s in case.specials
    )
    tasks = tuple(
        of_tasks.resumed(task, event.at, facts["special"], facts["number"]) for task in case.tasks
    )
    return remade(case, specials=over, tasks=tasks)


def extend(case: Case, event: Happening) -> Case:
    """延期：记下多少、为什么、谁批准."""
    facts = event.facts
    granted = Extension(
        extra_of(facts),
        facts["reason"],
        facts["approver"],
        event.actor,
        event.at,
        paper_number(case),
        facts.get("signatory", ""),
        facts.get("approval", ""),
        facts.get("official", ""),
    )
    return remade(case, extension=granted, pending=None)
