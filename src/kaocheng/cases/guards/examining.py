"""Guards of the examination (审查的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.lists import opinion_sets
from kaocheng.cases.records import Task
from kaocheng.cases.states import TaskState
from kaocheng.kernel.refusing import Refusal


def _task(a: Attempt) -> Task | None:
    return a.case.task(a.facts["task"])


def task_open(a: Attempt) -> Refusal | None:
    """环节待办才能签收、办理；已由别人办的，说明是谁、何时."""
    task = _task(a)
    if task is None or task.state in (TaskState.OPEN, TaskState.PAUSED):
        return None
    if task.state is TaskState.DONE and task.done_at is not None:
        why = f"“{task.name}”已由 {task.done_by} 于 {task.done_at:%Y-%m-%d %H:%M} 办理（{task.opinion}）"
        return a.refusal("task_done", why, "请刷新后查看")
    return a.refusal(
        "task_waiting", f"“{task.name}”还没有轮到，前面的环节没有办完", "请等前面的环节办完"
    )


def task_not_paused(a: Attempt) -> Refusal | None:
    """特别程序没有结束，环节不能办完."""
    task = _task(a)
    if task is None or task.state is not TaskState.PAUSED:
        return None
    return a.refusal("task_paused", f"“{task.name}”的特别程序还没有结束", "请先登记特别程序的结果")


def opinion_known(a: Attempt) -> Refusal | None:
    """意见只能用这一环节的那几个词."""
    task = _task(a)
    words = opinion_sets()[task.opinions].words if task else ()
    if a.facts["opinion"] in words:
        return None
    return a.refusal("opinion", f"意见只能是{'、'.join(words)}", "请改选")


def remark_given(a: Attempt) -> Refusal | None:
    """不通过、整改、不合格的，须写明理由."""
    task, opinion = _task(a), a.facts["opinion"]
    if task is None or opinion in opinion_sets()[task.opinions].passes or a.facts.get("remark"):
        return None
    return a.refusal("remark", f"意见是“{opinion}”，没有写理由", "请在意见说明里写明哪里不符合什么")


def not_asked_yet(a: Attempt) -> Refusal | None:
    """已经要求更正、还没有交来的，不重复要求."""
    open_ = {k for c in a.case.corrections if not c.answered_at for k in c.materials}
    twice = [m.name for m in a.version.materials if m.key in open_ & set(a.facts["materials"])]
    if not twice:
        return None
    return a.refusal("asked_already", f"已经要求更正{'、'.join(twice)}", "请等申请人交来")


def materials_answered(a: Attempt) -> Refusal | None:
    """要求更正的材料交来以前不能通过；不通过的意见不受此限，否则申请人不交就办不下去."""
    task = a.facts.get("task")
    if (found := a.case.task(task or "")) and (
        a.facts.get("opinion") in opinion_sets()[found.opinions].blocks
    ):
        return None
    waits = [c for c in a.case.corrections if not c.answered_at and task in (None, c.task)]
    if not waits:
        return None
    keys = "、".join(key for c in waits for key in c.materials if key not in c.came)
    return a.refusal("correction_open", f"要求更正的材料（{keys}）还没有交来", "请等更正材料交来")


def correction_asked(a: Attempt) -> Refusal | None:
    """没有要求更正的，不收更正材料."""
    asked = {k for c in a.case.corrections if not c.answered_at for k in c.materials}
    strange = [row["key"] for row in a.facts["received"] if row["key"] not in asked]
    if not strange:
        return None
    return a.refusal("not_asked", f"没有要求更正{'、'.join(strange)}", "只交要求更正的材料")


def tasks_done(a: Attempt) -> Refusal | None:
    """只能退回已经办完的环节."""
    found = [a.case.task(key) for key in a.facts["tasks"]]
    if all(task is not None and task.state is TaskState.DONE for task in found):
        return None
    return a.refusal("not_done", "所选环节里有还没有办完的", "只选已办的环节")
