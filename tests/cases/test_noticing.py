"""The one notice names everything, and silence binds only where the law says so."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.limits import SUPPLEMENT
from kaocheng.cases.states import State
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import legal
from tests.cases.examples import UNMET, some_missing, supplied
from tests.cases.walking import APPLICANT, CLERK, THE_LAW, Walk
from tests.catalogue.versions import ELEMENTS, immediate, ordinary

TWO = ("form", "deed")
LEAST = legal(SUPPLEMENT, date(2026, 3, 2)).value


def test_a_notice_that_leaves_something_out_is_refused_with_the_list() -> None:
    """一次告知: plan and identity are missing, so both have to be named."""
    walk = Walk(received=TWO)
    said = walk.attempt("notify_supplement", CLERK, missing=[("plan", "没有交")], within=10)
    assert isinstance(said, Refusal)
    assert "case.notice_partial" == said.code
    assert "经办人身份证明" in said.message
    assert "场所平面图" not in said.message
    both = [("plan", "没有交"), ("identity", "没有交")]
    assert (
        State.SUPPLEMENTING
        == walk.to("notify_supplement", CLERK, missing=both, within=10).case.state
    )


def test_only_what_was_named_is_a_ground_for_refusing() -> None:
    """不予受理 after the notice: a paper the notice did not name is none."""
    assert "case.not_named" == supplied().refused(
        "refuse_incomplete", CLERK, **{**UNMET, "unmet": ["plan", "form"]}
    )
    assert State.NOT_ACCEPTED == supplied().to("refuse_incomplete", CLERK, **UNMET).case.state


def test_what_was_not_named_is_not_asked_for_any_more() -> None:
    """A case told by halves under an older rule is accepted when the named half has come."""
    walk = some_missing().to("notify_supplement", CLERK, missing=[("plan", "缺")], within=10)
    walk.to("supply", APPLICANT, received=["plan"])
    walk.version = ordinary(situations=())
    walk.case = type(walk.case)(
        **{name: getattr(walk.case, name) for name in walk.case.__dataclass_fields__}
        | {"materials": tuple(m for m in walk.case.materials if m.key != "identity")}
    )
    assert State.EXAMINING == walk.to("accept", CLERK).case.state


@pytest.mark.parametrize(
    ("own", "within", "enough"),
    [
        ("", LEAST - 1, False),
        ("", LEAST, True),
        ("", [LEAST, "自然日"], False),
        ("", [1, "月"], True),
        ("15", 14, False),
        ("2", 2, True),
    ],
)
def test_the_period_is_not_shorter_than_the_rule(own: str, within: object, *, enough: bool) -> None:
    """The list's least, or the item's own; other units are compared by their last day."""
    elements = (*ELEMENTS, ("supplement_days", own))
    walk = Walk(ordinary(elements=elements), received=("form", "identity", "deed"))
    given = {"missing": [("plan", "缺")], "within": within}
    if enough:
        walk.to("notify_supplement", CLERK, **given)
    else:
        assert "case.period_short" == walk.refused("notify_supplement", CLERK, **given)


LATE = {
    "accept": {},
    "refuse_authority": {"reason": "属市级权限", "right_body": "市局"},
    "tell_not_needed": {"reason": "已取消这项许可"},
    "return_case": {"ground": "重复申请", "reason": "另一件为 N0"},
    "notify_supplement": {"missing": [("plan", "缺")], "within": 10},
}


@pytest.mark.parametrize("move", LATE)
def test_after_five_days_of_silence_only_the_law_accepts(move: str) -> None:
    """行政许可法第三十二条: from then on the receipt was the acceptance, whatever the window would do."""
    walk = some_missing() if move == "notify_supplement" else Walk()
    walk.later(days=8)
    assert "case.notice_late" == walk.refused(move, CLERK, **LATE[move])
    assert State.EXAMINING == walk.to("deem_accepted", THE_LAW).case.state


@pytest.mark.parametrize("move", [key for key in LATE if key != "notify_supplement"])
def test_silence_binds_permits_only(move: str) -> None:
    """A public service is accepted by nobody's silence, and a late answer is better than none."""
    walk = Walk(immediate()).later(days=8)
    assert "case.guard_running" == walk.refused("deem_accepted", THE_LAW)
    walk.to(move, CLERK, **LATE[move])


def test_too_short_a_period_names_whose_rule_it_is() -> None:
    """The local figure is called local; the item's own stands in its list."""
    for own, basis in (("", "本地缺省值"), ("15", "实施清单规定的补正期限")):
        elements = (*ELEMENTS, ("supplement_days", own))
        walk = Walk(ordinary(elements=elements), received=("form", "identity", "deed"))
        said = walk.attempt("notify_supplement", CLERK, missing=[("plan", "缺")], within=1)
        assert isinstance(said, Refusal)
        assert basis in said.message
