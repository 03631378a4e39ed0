"""For every move one example that passes and one that is refused (动作示例)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kaocheng.cases.events import Actor
from kaocheng.hall.posts import Role
from tests.cases.walking import (
    APPLICANT,
    APPROVAL,
    CHIEF,
    CLERK,
    FIRE_HEAD,
    FIREMAN,
    HEAD,
    HOUSE,
    HOUSING_HEAD,
    ISSUER,
    STRANGER,
    SUPERVISOR,
    THE_LAW,
    Walk,
    Who,
)
from tests.catalogue.versions import BUREAU, HOUSING, renewing, tolerant

Make = Callable[[], Walk]
PLAN = [{"key": "plan", "copies": 1}]


@dataclass(frozen=True)
class Example:
    """A case before the move, who makes it, what is given, and the code it is refused with ("" passes)."""

    make: Make
    who: Who
    given: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""


def some_missing() -> Walk:
    """Registered without the plan."""
    return Walk(received=("form", "identity", "deed"))


def told() -> Walk:
    """Told once that the plan is missing."""
    return some_missing().to("notify_supplement", CLERK, missing=[("plan", "没有交")], within=10)


def supplied() -> Walk:
    """Told, and the plan has come."""
    return told().later(days=1).to("supply", APPLICANT, received=PLAN)


def deferred() -> Walk:
    """Accepted while the drawing may follow."""
    walk = Walk(tolerant(), received=("form", "pledge"))
    return walk.to("accept", CLERK, deferred=["drawing"])


def deferred_closed() -> Walk:
    """Granted and closed with the drawing still owed."""
    walk = deferred().to("finish_task", HOUSE, task="review", opinion="通过")
    return walk.to("grant", CHIEF, certificate="证0003").to("close", ISSUER)


def promised() -> Walk:
    """Granted on a promise in place of the pledge's proof."""
    walk = Walk(tolerant(), received=("form", "drawing"))
    walk.to("accept", CLERK, promised=["pledge"], promise="所填内容属实")
    walk.to("finish_task", HOUSE, task="review", opinion="通过")
    return walk.to("grant", CHIEF)


def correcting() -> Walk:
    """The fire brigade has asked for a better plan after the housing bureau had finished."""
    walk = Walk().accepted().to("finish_task", HOUSE, task="house", opinion="通过")
    return walk.to(
        "request_correction", FIREMAN, materials=["plan"], reason="尺寸不清", task="fire"
    )


def at_special() -> Walk:
    """The housing bureau visits the place."""
    return Walk().accepted().to("begin_special", HOUSE, **VISIT)


def posted() -> Walk:
    """The result has been posted."""
    return Walk().closed().to("deliver", ISSUER, mode="邮寄", waybill="SF0001", cost="12.50")


def renewal() -> Walk:
    """A renewal asked for in good time."""
    return Walk(renewing(), renewal_of="证0001", expires_on=date(2026, 5, 31)).accepted()


def unseen(days: int) -> Walk:
    """A renewal accepted by the law after silence: nobody has seen the old permit; so many days later."""
    walk = Walk(renewing(), renewal_of="证0001", expires_on=date(2026, 5, 31), received=("form",))
    return walk.later(days=8).to("deem_accepted", THE_LAW).later(days=days)


def misregistered() -> Walk:
    """A clerk says that it was registered wrongly."""
    return Walk().to("ask_return", CLERK, reason="登记成了别的事项")


def offered() -> Walk:
    """The bureau offers the decision to the housing bureau."""
    return Walk().accepted().to("offer_decision", CHIEF, **OFFER)


OFFER = {"unit": HOUSING, "authority": "示府发〔2026〕1号", "reason": "职责调整"}
RETURNED = {"ground": "重复申请", "reason": "另一件为 N0"}
VISIT = {
    "special": "现场勘验",
    "within": 3,
    "officers": ["a", "b"],
    "task": "house",
    "reason": "核对场所",
}
REFUSAL = {"reasons": "场所不符合第三项条件", "remedies": "可申请行政复议或提起行政诉讼"}
EXTENDED = {
    "extra": 5, "approver": "本行政机关负责人", "official": "head", "signatory": "局长甲",
    "reason": "案情复杂",
}  # fmt: skip
TASK = {"task": "house", "opinion": "通过"}
UNMET = {"unmet": ["plan"], "reason": "平面图仍不符合", "remedies": "可申请行政复议"}

BUREAU_CHIEF = (Actor("chief-2", BUREAU), Role.CHIEF_REPRESENTATIVE)


def extension_asked() -> Walk:
    """The chief representative has asked the head for an extension."""
    return Walk().accepted().to("ask_extension", CHIEF, **EXTENDED)


PASSES: Mapping[str, Example] = {
    "receive": Example(some_missing, CLERK, {"received": PLAN}),
    "fix_on_spot": Example(Walk, CLERK, {"received": ["form"], "reason": "日期写错"}),
    "tell_not_needed": Example(Walk, CLERK, {"reason": "已取消这项许可"}),
    "refuse_authority": Example(
        Walk, CLERK, {"reason": "属市级权限", "right_body": "市行政审批局"}
    ),
    "notify_supplement": Example(some_missing, CLERK, {"missing": [("plan", "缺")], "within": 10}),
    "supply": Example(told, APPLICANT, {"received": PLAN}),
    "lapse_supplement": Example(lambda: told().later(days=20), CLERK),
    "refuse_incomplete": Example(supplied, CLERK, UNMET),
    "return_case": Example(Walk, CLERK, RETURNED),
    "ask_return": Example(Walk, CLERK, {"reason": "登记成了别的事项"}),
    "confirm_return": Example(misregistered, SUPERVISOR, {"remark": "核对属实"}),
    "keep_case": Example(misregistered, SUPERVISOR, {"reason": "登记没有错"}),
    "accept": Example(Walk, CLERK),
    "deem_accepted": Example(lambda: some_missing().later(days=8), THE_LAW),
    "check_permit": Example(
        lambda: unseen(1), CLERK, {"original": "证0001", "original_until": "2026-05-31"}
    ),
    "withdraw": Example(lambda: Walk().accepted(), APPLICANT, {"reason": "不再经营"}),
    "transfer": Example(lambda: Walk().accepted(), CHIEF, {"unit": "D009", "reason": "职责调整"}),
    "offer_decision": Example(lambda: Walk().accepted(), CHIEF, OFFER),
    "take_decision": Example(offered, HOUSING_HEAD),
    "decline_decision": Example(offered, HOUSING_HEAD, {"reason": "不属本局职权"}),
    "urge": Example(lambda: Walk().accepted(), SUPERVISOR, {"reason": "临近期限"}),
    "entrust": Example(Walk, APPLICANT, {"agent": "helper", "letter": "委托书1"}),
    "hand_over": Example(
        Walk, CLERK, {"region": "510903", "direction": "移出", "reference": "异地1"}
    ),
    "claim_task": Example(lambda: Walk().accepted(), HOUSE, {"task": "house"}),
    "finish_task": Example(lambda: Walk().accepted(), HOUSE, TASK),
    "request_correction": Example(
        lambda: Walk().accepted(),
        HOUSE,
        {"materials": ["plan"], "reason": "不清", "task": "house"},
    ),
    "answer_correction": Example(correcting, APPLICANT, {"received": PLAN}),
    "send_back": Example(lambda: Walk().examined(), CHIEF, {"tasks": ["house"], "reason": "漏看"}),
    "begin_special": Example(lambda: Walk().accepted(), HOUSE, VISIT),
    "end_special": Example(at_special, HOUSE, {"number": "T1", "result": "与图相符"}),
    "ask_extension": Example(lambda: Walk().accepted(), CHIEF, EXTENDED),
    "extend": Example(extension_asked, HEAD, APPROVAL),
    "refuse_extension": Example(extension_asked, HEAD, {"reason": "能按期办结"}),
    "issue_opinion": Example(deferred, HOUSE, {"remark": "基本符合", "task": "review"}),
    "pay_owed": Example(deferred, APPLICANT, {"received": [{"key": "drawing"}]}),
    "lapse_owed": Example(lambda: deferred().later(days=30), CHIEF, {"reason": "逾期未补"}),
    "grant": Example(lambda: Walk().examined(), CHIEF, {"certificate": "证0001"}),
    "deny": Example(lambda: Walk().examined(), CHIEF, REFUSAL),
    "deem_renewed": Example(lambda: renewal().later(days=100), THE_LAW),
    "close": Example(lambda: Walk().granted(), CLERK),
    "deliver": Example(lambda: Walk().closed(), ISSUER, {"mode": "现场", "receiver": "本人"}),
    "confirm_service": Example(lambda: posted().later(days=3), ISSUER, {"served_on": "2026-03-04"}),
    "invite_rating": Example(lambda: Walk().closed(), CLERK, {"rating": "R1"}),
    "check_promise": Example(promised, CHIEF, {"kept": True, "reason": "与承诺一致"}),
    "rectify": Example(
        lambda: Walk().granted(),
        CHIEF,
        {"subject": "证照或批文编号", "before": "证0001", "after": "证0002", "reason": "录错"},
    ),
    "revoke": Example(lambda: Walk().closed(), CHIEF, REFUSAL),
    "archive": Example(lambda: Walk().delivered(), ISSUER, {"archive": "2026-0001"}),
}

REFUSED: Mapping[str, Example] = {
    "receive": Example(some_missing, STRANGER, {"received": PLAN}, "case.scope"),
    "fix_on_spot": Example(Walk, CLERK, {"received": ["form"]}, "case.field"),
    "tell_not_needed": Example(lambda: Walk().accepted(), CLERK, {"reason": "x"}, "case.state"),
    "refuse_authority": Example(Walk, CLERK, {"reason": "不归本县"}, "case.field"),
    "notify_supplement": Example(
        supplied, CLERK, {"missing": [("form", "缺章")], "within": 5}, "case.notice_once"
    ),
    "supply": Example(told, APPLICANT, {"received": [{"key": "no-such"}]}, "case.field"),
    "lapse_supplement": Example(told, CLERK, {}, "case.supplement_running"),
    "refuse_incomplete": Example(some_missing, CLERK, UNMET, "case.not_told"),
    "return_case": Example(some_missing, CLERK, RETURNED, "case.incomplete"),
    "ask_return": Example(some_missing, CLERK, {"reason": "登记错了"}, "case.incomplete"),
    "confirm_return": Example(
        misregistered, CLERK, {"remark": "核对属实"}, "case.own_confirmation"
    ),
    "keep_case": Example(Walk, SUPERVISOR, {"reason": "没有错"}, "case.not_asked"),
    "accept": Example(some_missing, CLERK, {}, "case.incomplete"),
    "deem_accepted": Example(some_missing, THE_LAW, {}, "case.guard_running"),
    "check_permit": Example(
        renewal, CLERK, {"original": "证0001", "original_until": "2026-05-31"}, "case.permit"
    ),
    "withdraw": Example(lambda: Walk().granted(), APPLICANT, {"reason": "不办了"}, "case.state"),
    "transfer": Example(
        lambda: Walk().accepted(), CHIEF, {"unit": "D001", "reason": "x"}, "case.same_unit"
    ),
    "offer_decision": Example(
        lambda: Walk().accepted(), CHIEF, {**OFFER, "unit": "D001"}, "case.same_unit"
    ),
    "take_decision": Example(offered, CHIEF, {}, "case.scope"),
    "decline_decision": Example(offered, FIRE_HEAD, {"reason": "不收"}, "case.scope"),
    "urge": Example(lambda: Walk().accepted(), STRANGER, {"reason": "快"}, "case.scope"),
    "entrust": Example(Walk, STRANGER, {"agent": "x", "letter": "y"}, "case.scope"),
    "hand_over": Example(
        Walk, CLERK, {"region": "5109", "direction": "移出", "reference": "1"}, "case.field"
    ),
    "claim_task": Example(lambda: Walk().accepted(), FIREMAN, {"task": "house"}, "case.scope"),
    "finish_task": Example(
        lambda: Walk().accepted().to("finish_task", HOUSE, **TASK), HOUSE, TASK, "case.task_done"
    ),
    "request_correction": Example(
        lambda: Walk().accepted(), HOUSE, {"materials": ["none"], "reason": "x"}, "case.field"
    ),
    "answer_correction": Example(
        correcting, APPLICANT, {"received": [{"key": "form"}]}, "case.not_asked"
    ),
    "send_back": Example(
        lambda: Walk().accepted(), HOUSE, {"tasks": ["house"], "reason": "x"}, "case.not_done"
    ),
    "begin_special": Example(
        lambda: Walk().accepted(), HOUSE, {**VISIT, "officers": ["a"]}, "case.officers"
    ),
    "end_special": Example(at_special, HOUSE, {"number": "T2", "result": "x"}, "case.special_over"),
    "ask_extension": Example(
        lambda: Walk().accepted(), CHIEF, {**EXTENDED, "extra": 11}, "case.too_long"
    ),
    "extend": Example(extension_asked, BUREAU_CHIEF, {}, "case.not_approver"),
    "refuse_extension": Example(
        lambda: Walk().accepted(), HEAD, {"reason": "能按期办结"}, "case.not_asked"
    ),
    "issue_opinion": Example(
        lambda: Walk().accepted(), HOUSE, {"remark": "可", "task": "house"}, "case.nothing_owed"
    ),
    "pay_owed": Example(deferred, APPLICANT, {"received": [{"key": "form"}]}, "case.not_owed"),
    "lapse_owed": Example(deferred, CHIEF, {"reason": "未补"}, "case.owed_running"),
    "grant": Example(lambda: Walk().examined(), HOUSE, {}, "case.scope"),
    "deny": Example(lambda: Walk().examined(), CHIEF, {"reasons": "不符合"}, "case.field"),
    "deem_renewed": Example(renewal, THE_LAW, {}, "case.renewal"),
    "close": Example(lambda: Walk().examined(), CLERK, {}, "case.state"),
    "deliver": Example(deferred_closed, ISSUER, {"mode": "现场", "receiver": "本人"}, "case.owing"),
    "confirm_service": Example(
        lambda: Walk().delivered(), ISSUER, {"served_on": "2026-03-04"}, "case.served"
    ),
    "invite_rating": Example(
        lambda: Walk().closed().to("invite_rating", CLERK, rating="R1"),
        CLERK,
        {"rating": "R2"},
        "case.invited",
    ),
    "check_promise": Example(promised, CHIEF, {"kept": False, "reason": "不实"}, "case.credit"),
    "rectify": Example(
        lambda: Walk().granted(),
        CHIEF,
        {"subject": "证照或批文编号", "before": "证9", "after": "证0002", "reason": "录错"},
        "case.before",
    ),
    "revoke": Example(lambda: Walk().closed(), HOUSE, REFUSAL, "case.role"),
    "archive": Example(posted, ISSUER, {"archive": "2026-0001"}, "case.not_served"),
}
