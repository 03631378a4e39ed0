# ruff: noqa: ARG001  # every step is asked the same way
"""What people would really do next with a case (合乎情理的下一步), for the machine of test_machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from kaocheng.cases.materials import missing
from kaocheng.cases.records import Task
from kaocheng.cases.states import TaskState
from tests.cases.examples import EXTENDED, OFFER, REFUSAL, RETURNED, UNMET
from tests.cases.walking import (
    APPLICANT,
    APPROVAL,
    CHIEF,
    CLERK,
    FIRE_HEAD,
    FIREMAN,
    HEAD,
    HOUSE,
    HOUSING_CHIEF,
    HOUSING_HEAD,
    ISSUER,
    SUPERVISOR,
    THE_LAW,
    Walk,
    Who,
    original_of,
)
from tests.catalogue.versions import BUREAU, FIRE, HOUSING

Pick = Callable[[list[Any]], Any]
Step = tuple[Who, dict[str, Any]] | None
_CHIEFS = {FIRE: FIRE_HEAD, HOUSING: HOUSING_CHIEF, BUREAU: CHIEF}
_PEOPLE = {HOUSING: HOUSE, FIRE: FIREMAN, BUREAU: CHIEF}


def _open(walk: Walk) -> list[Task]:
    return [task for task in walk.case.tasks if task.state is TaskState.OPEN]


def _lacking(walk: Walk) -> list[str]:
    return [material.key for material in missing(walk.case, walk.version)]


def _decider(walk: Walk) -> Who:
    role, unit = walk.case.decider
    return CLERK if role == "window_clerk" else _CHIEFS.get(unit, CHIEF)


def receive(walk: Walk, pick: Pick) -> Step:
    """What is missing is brought."""
    keys = _lacking(walk)
    return (CLERK, {"received": keys}) if keys else None


def notify_supplement(walk: Walk, pick: Pick) -> Step:
    """Something is wrong with one paper."""
    key = pick([material.key for material in walk.version.materials])
    named = dict.fromkeys([key, *_lacking(walk)])
    return CLERK, {"missing": [(key, "不清") for key in named], "within": 10}


def supply(walk: Walk, pick: Pick) -> Step:
    """The applicant brings what the notice names."""
    told = walk.case.supplement
    return (APPLICANT, {"received": [key for key, _ in told.missing]}) if told else None


def refuse_incomplete(walk: Walk, pick: Pick) -> Step:
    """One of the papers named in the notice is still wrong."""
    told = walk.case.supplement
    if told is None:
        return None
    return CLERK, {**UNMET, "unmet": [pick([key for key, _ in told.missing])]}


def confirm_service(walk: Walk, pick: Pick) -> Step:
    """The receipt of the post has come back today."""
    return ISSUER, {"served_on": walk.at.date().isoformat()}


def accept(walk: Walk, pick: Pick) -> Step:
    """Accepted, with what may follow deferred and the rest promised where that is allowed."""
    lacking = {m.key: m for m in missing(walk.case, walk.version)}
    deferred = [key for key, material in lacking.items() if material.deferrable]
    promised = [key for key in lacking if key not in deferred]
    given: dict[str, Any] = {"deferred": deferred}
    if promised and walk.version.promise_allowed:
        given |= {"promised": promised, "promise": "所填属实"}
    return CLERK, given | original_of(walk.case)


def check_permit(walk: Walk, pick: Pick) -> Step:
    """The old permit is compared with what its office has on record."""
    return (CHIEF, original_of(walk.case)) if original_of(walk.case) else None


def finish_task(walk: Walk, pick: Pick) -> Step:
    """A department gives its opinion."""
    if not _open(walk):
        return None
    task = pick(_open(walk))
    opinion = pick(["通过", "通过", "不通过"])
    return _PEOPLE[task.unit], {"task": task.key, "opinion": opinion, "remark": "已经现场看过"}


def claim_task(walk: Walk, pick: Pick) -> Step:
    """Somebody takes the step on."""
    task = pick(_open(walk)) if _open(walk) else None
    return (_PEOPLE[task.unit], {"task": task.key}) if task else None


def request_correction(walk: Walk, pick: Pick) -> Step:
    """A paper has to be better."""
    if not walk.case.materials:
        return None
    return CHIEF, {"materials": [pick([m.key for m in walk.case.materials])], "reason": "不清"}


def answer_correction(walk: Walk, pick: Pick) -> Step:
    """The better paper comes."""
    asked = [c for c in walk.case.corrections if not c.answered_at]
    return (APPLICANT, {"received": list(asked[0].materials)}) if asked else None


def send_back(walk: Walk, pick: Pick) -> Step:
    """Whoever decides wants a step done again."""
    done = [task.key for task in walk.case.tasks if task.state is TaskState.DONE]
    return (CHIEF, {"tasks": [pick(done)], "reason": "漏看"}) if done else None


def begin_special(walk: Walk, pick: Pick) -> Step:
    """A hearing for all, or a visit by one department."""
    given: dict[str, Any] = {
        "special": pick(["听证", "现场勘验", "专家评审"]), "within": 5, "officers": ["a", "b"],
        "reason": "需要",
    }  # fmt: skip
    if _open(walk) and pick([True, False]):
        task = pick(_open(walk))
        return _PEOPLE[task.unit], {**given, "task": task.key}
    return CHIEF, given


def end_special(walk: Walk, pick: Pick) -> Step:
    """One procedure is over, as the department says that began it."""
    if not walk.case.running:
        return None
    over = pick(list(walk.case.running))
    task = walk.case.task(over.task)
    who = _PEOPLE[task.unit] if task else CHIEF
    return who, {"number": over.number, "result": "无异议"}


def take_decision(walk: Walk, pick: Pick) -> Step:
    """Whom the decision is offered to answers."""
    asked = walk.case.pending
    who = {FIRE: FIRE_HEAD, HOUSING: HOUSING_HEAD}.get(asked.unit) if asked else None
    return (who, {}) if who else None


def offer_decision(walk: Walk, pick: Pick) -> Step:
    """The bureau finds that another ought to decide."""
    return CHIEF, {**OFFER, "unit": pick([FIRE, HOUSING])}


def extend(walk: Walk, pick: Pick) -> Step:
    """The head who was asked for more time grants it."""
    return (HEAD, APPROVAL) if walk.case.pending and walk.case.pending.official else None


def issue_opinion(walk: Walk, pick: Pick) -> Step:
    """An opinion goes out while something is owed."""
    return (CHIEF, {"remark": "基本符合"}) if walk.case.owing else None


def pay_owed(walk: Walk, pick: Pick) -> Step:
    """What was owed comes."""
    owing = [owed.material for owed in walk.case.owing]
    return (APPLICANT, {"received": owing}) if owing else None


def grant(walk: Walk, pick: Pick) -> Step:
    """Granted by whoever decides."""
    return _decider(walk), {"certificate": "证0001"}


def deny(walk: Walk, pick: Pick) -> Step:
    """Refused with reasons and remedies."""
    return _decider(walk), dict(REFUSAL)


def deliver(walk: Walk, pick: Pick) -> Step:
    """Handed out or posted."""
    return ISSUER, pick([{"mode": "现场"}, {"mode": "邮寄", "waybill": "S1"}])


def check_promise(walk: Walk, pick: Pick) -> Step:
    """The promise is looked into."""
    return CHIEF, pick([
        {"kept": True, "reason": "属实"}, {"kept": False, "credit": "失信1", "reason": "不实"},
    ])  # fmt: skip


def rectify(walk: Walk, pick: Pick) -> Step:
    """A slip in the number is put right."""
    made = walk.case.outcome
    if made is None:
        return None
    given = {"before": made.certificate, "after": f"{made.certificate}更", "reason": "录错"}
    return CHIEF, {"subject": "证照或批文编号", **given}


_SAME: Mapping[str, Step] = {
    "return_case": (CLERK, RETURNED),
    "ask_return": (CLERK, {"reason": "登记成了别的事项"}),
    "confirm_return": (SUPERVISOR, {"remark": "核对属实"}),
    "keep_case": (SUPERVISOR, {"reason": "登记没有错"}),
    "decline_decision": (CHIEF, {"reason": "收回移交"}),
    "ask_extension": (CHIEF, EXTENDED),
    "refuse_extension": (HEAD, {"reason": "能按期办结"}),
    "transfer": (CHIEF, {"unit": HOUSING, "reason": "调整"}),
    "lapse_supplement": (CLERK, {}),
    "lapse_owed": (CHIEF, {"reason": "逾期"}),
    "close": (ISSUER, {}),
    "archive": (ISSUER, {"archive": "1"}),
    "urge": (SUPERVISOR, {"reason": "快"}),
    "revoke": (CHIEF, REFUSAL),
    "withdraw": (APPLICANT, {"reason": "不办"}),
    "deem_accepted": (THE_LAW, {}),
    "deem_renewed": (THE_LAW, {}),
}
SENSIBLE: Mapping[str, Callable[[Walk, Pick], Step]] = {
    function.__name__: function
    for function in (
        receive, notify_supplement, refuse_incomplete, confirm_service, supply, accept, finish_task,
        claim_task, request_correction, answer_correction, send_back, begin_special, end_special,
        extend, issue_opinion, pay_owed, check_permit,
        offer_decision, take_decision, grant, deny, deliver, check_promise, rectify,
    )
} | {key: (lambda _walk, _pick, step=step: step) for key, step in _SAME.items()}  # fmt: skip
"""By move: who makes it and what is filled in, None when there is nothing to do."""
OFTEN = {
    "accept": 6,
    "receive": 4,
    "finish_task": 9,
    "grant": 9,
    "close": 9,
    "deliver": 9,
    "supply": 5,
    "confirm_return": 6,
    "lapse_supplement": 9,
    "lapse_owed": 9,
    "pay_owed": 6,
}
SELDOM = (
    "return_case", "ask_return", "offer_decision", "ask_extension",
    "check_permit", "withdraw", "revoke", "rectify", "deny", "urge", "transfer", "archive",
)  # fmt: skip


def in_turn(keys: list[str], chance: Random) -> list[str]:
    """The moves in the order in which they are tried: those that carry a case on mostly first.

    Those that end it, or do nothing to it, are left out three times of four.
    """
    tried = [key for key in keys if key not in SELDOM or chance.random() < 0.25]
    weighed = [key for key in tried for _ in range(OFTEN.get(key, 1 if key in SELDOM else 3))]
    return list(dict.fromkeys(chance.sample(weighed, len(weighed))))
