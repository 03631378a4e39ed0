"""What the facts of a move are completed with (补全事实), so that the events alone rebuild the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.lists import deferring, opinions_of_step, promising
from kaocheng.catalogue.paths import taken
from kaocheng.catalogue.records import ItemVersion, Stage, Step
from kaocheng.catalogue.situations import valid_answers
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.law.procedures import not_counted

Preparation = Callable[[Attempt], dict[str, Any]]


def decider_of(version: ItemVersion) -> tuple[str, str]:
    """The role and department that decide (决定岗位): of the step 决定, else the approver of the body."""
    steps = [step for step in version.steps if step.stage is Stage.DECIDE]
    if not steps:
        return "approver", version.body
    return steps[-1].role, steps[-1].unit or version.body


def raw_budget(budget: Budget) -> list[Any]:
    """A budget as it stands in facts."""
    return [budget.amount, str(budget.span)]


def _accept(a: Attempt) -> dict[str, Any]:
    facts = _begin(a)
    rule = deferring()
    days = {m.key: m.deferrable_days or 0 for m in a.version.materials}
    if owed := [
        [key, [days[key], str(Span.WORKDAY)], rule.consequence]
        for key in a.facts.get("deferred", ())
    ]:
        facts["owed"] = owed
    if a.facts.get("promised"):
        facts["promises"] = [_promise(a)]
    return facts


def _promise(a: Attempt) -> dict[str, Any]:
    rule = promising()
    return {
        "text": a.facts["promise"],
        "materials": a.facts["promised"],
        "check": raw_budget(a.figures(rule.check_within, a.today).budget),
        "consequence": rule.consequence,
    }


def _begin(a: Attempt) -> dict[str, Any]:
    """The tasks of the version's steps of review for these situations, each waiting only for other such steps."""
    given = valid_answers(a.version, a.case.situations)
    steps = [step for step in taken(a.version, given) if step.stage is Stage.REVIEW]
    keys = {step.key for step in steps}
    return {"tasks": [_step(a, step, keys) for step in steps]} if steps else {}


def _deemed(a: Attempt) -> dict[str, Any]:
    """Accepted from the day of receipt: the limits of the first steps run from there, like those of the case."""
    facts = _begin(a)
    return {**facts, "since": "receipt"} if facts else facts


def _step(a: Attempt, step: Step, keys: set[str]) -> dict[str, Any]:
    unit = step.unit or a.case.unit
    raw: dict[str, Any] = {"key": step.key, "name": step.name, "role": step.role, "unit": unit}
    if after := [key for key in step.after if key in keys]:
        raw["after"] = after
    if step.reads:
        raw["reads"] = list(step.reads)
    if step.budget:
        raw["budget"] = raw_budget(step.budget)
    if (opinions := opinions_of_step(step.name)) != "审查":
        raw["opinions"] = opinions
    return raw


def _begin_special(a: Attempt) -> dict[str, Any]:
    excluded = a.version.permit and a.facts["special"] in not_counted(a.today).names
    return {"number": f"T{len(a.case.specials) + 1}", "excluded": excluded}


def _end_special(a: Attempt) -> dict[str, Any]:
    found = next(s for s in a.case.specials if s.number == a.facts["number"])
    return {"special": found.kind, "excluded": found.excluded}


def _transfer(a: Attempt) -> dict[str, Any]:
    """Who decides stays: said in the event, for those of before moved it along."""
    return {} if "task" in a.facts else {"decides": a.case.decider[1]}


def _take_decision(a: Attempt) -> dict[str, Any]:
    asked = a.case.pending
    return (
        {"unit": asked.unit, "reason": asked.reason, "authority": asked.authority} if asked else {}
    )


def _confirm_return(a: Attempt) -> dict[str, Any]:
    asked = a.case.pending
    return {"ground": "登记有误", "reason": asked.reason} if asked else {}


def _extend(a: Attempt) -> dict[str, Any]:
    """What the approver was asked for: he confirms it as it was asked."""
    asked = a.case.pending
    if asked is None or asked.extra is None:
        return {}
    told = {"official": asked.official, "signatory": asked.signatory}
    return {
        "extra": raw_budget(asked.extra), "approver": asked.approver, "reason": asked.reason,
        **{name: value for name, value in told.items() if value},
    }  # fmt: skip


PREPARATIONS: Mapping[str, Preparation] = {
    "accept": _accept,
    "deem_accepted": _deemed,
    "transfer": _transfer,
    "take_decision": _take_decision,
    "confirm_return": _confirm_return,
    "extend": _extend,
    "begin_special": _begin_special,
    "end_special": _end_special,
}
"""The moves whose facts hold more than what was filled in."""
