"""PER044: a number promised in the goal that the document itself shows was missed."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.promises import base, promises, same_subject, subject
from kaocheng.performance.quantities import Quantity, quantities
from kaocheng.performance.records import Entry, Performance, SelfEvaluation
from kaocheng.performance.wording import passages, plainly, skipped

_CODE = "PER044"


@rule("年度目标承诺的数量没有完成", family="指标", of=Performance)
def goal_missed(performance: Performance) -> Iterator[Said]:
    """目标写“某事多少件以上”，文件别处写同一件事的完成数（同一名称、同一单位）达不到的，是没有完成。"""
    goals = [f for f in performance.forms if f.goal and any(promises(f.goal.cell.content))]
    if not goals:
        yield skipped(_CODE, "年度目标中没有带数量的承诺")
        return
    told = [q for passage in passages(performance) for q in quantities(passage)]
    seen: set[str] = set()
    for form in goals:
        for promise in promises(form.goal.cell.content) if form.goal else ():
            missed = _missed(promise, told, form)
            if missed and missed.text + subject(promise) not in seen:
                seen.add(missed.text + subject(promise))
                yield _finding(promise, missed)


def _missed(promise: Quantity, told: list[Quantity], form: SelfEvaluation) -> Quantity | None:
    said = [q for q in told if same_subject(promise, q) and not _is_goal(q, form.goal)]
    best = max(said, key=lambda q: base(q)[0], default=None)
    return best if best and base(best)[0] < base(promise)[0] else None


def _is_goal(quantity: Quantity, goal: Entry | None) -> bool:
    """Whether the number stands in the goal itself or in a copy of it elsewhere."""
    around = quantity.passage.text[max(0, quantity.start - 12) : quantity.end + 4]
    return goal is not None and around in goal.text


def _finding(promise: Quantity, missed: Quantity) -> Finding:
    short = base(promise)[0] - base(missed)[0]
    return Finding(
        _CODE,
        missed.passage.at(missed.start, missed.end),
        missed.text,
        missed.text,
        f"{promise.text}以上",
        f"年度目标“{subject(promise)}”承诺{promise.text}以上，文中完成数是{missed.text}。",
        plainly(short),
        "如实反映没有完成，写明原因，并相应扣分。",
        related=(promise.passage.at(promise.start, promise.end),),
    )
