"""Every method of the closed set: worked cases, what it refuses, and formulas anyone can redo."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import NONE, PERCENT
from kaocheng.performance.making import figure
from kaocheng.performance.methods import KINDS, Asked, Unscored, earned, method_of
from kaocheng.performance.results import Scored
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.standards import scorecards
from kaocheng.proof.expressions import Source, calculate
from tests.performance.years import evidence, funding, year

_TEN = Decimal(10)


def _figures(*values: str) -> tuple[Figure, ...]:
    return tuple(figure("数", Decimal(value), NONE) for value in values)


_CASES = [
    ({"kind": "graded", "levels": {"差": 0, "好": 1}}, (), "好", "10"),
    ({"kind": "yes_no"}, (), "否", "0"),
    ({"kind": "yes_no"}, (), "是", "10"),
    ({"kind": "graded", "levels": {"差": 0, "一般": "0.6", "好": 1}}, (), "一般", "6"),
    ({"kind": "judged", "levels": {"好": ["0.8", 1], "差": [0, "0.6"]}}, (), "好", "8"),
    ({"kind": "judged", "levels": {"好": ["0.8", 1], "差": [0, "0.6"]}}, ("9",), "好", "9"),
    ({"kind": "deduction", "step": "0.5"}, ("3",), "", "8.5"),
    ({"kind": "ratio"}, ("3", "4"), "", "7.5"),
    ({"kind": "ratio"}, ("5", "4"), "", "10"),
    ({"kind": "tapered", "slope": 10, "limit": "0.1"}, ("5", "100"), "", "5"),
    ({"kind": "tapered", "slope": 10, "limit": "0.1"}, ("11", "100"), "", "0"),
    ({"kind": "bands", "bands": [{"upto": "0.1", "share": 1}, {"share": 0}]}, ("1", "10"), "", "10"),
    ({"kind": "bands", "bands": [{"upto": "0.1", "share": 1}, {"upto": "0.2", "share": "0.5"},
      {"share": "0.1"}]}, ("15", "100"), "", "5"),
    ({"kind": "bands", "bands": [{"upto": "0.1", "share": 1}, {"upto": "0.2", "share": "0.5"},
      {"share": "0.1"}]}, ("21", "100"), "", "1"),
    ({"kind": "bands", "bands": [{"upto": "0.1", "share": 1}]}, ("21", "100"), "", "0"),
    ({"kind": "steps", "side": "over", "limit": 1, "each": "0.01", "off": "0.5"}, ("103", "100"),
     "", "8.5"),
    ({"kind": "steps", "side": "under", "limit": 1, "each": "0.05", "off": 2}, ("89", "100"),
     "", "6"),
    ({"kind": "full"}, ("0",), "", "10"),
    ({"kind": "adjustment", "slope": 10}, ("0", "50", "1000"), "", "5"),
    ({"kind": "adjustment", "slope": 10}, ("30", "10", "1000"), "", "7.5"),
    ({"kind": "adjustment", "slope": 10}, ("30", "0", "1000"), "", "10"),
    ({"kind": "checkpoints", "goals": ["0.4", "0.8"], "points": [4, 6]}, ("0.2", "0.9"), "", "8"),
    ({"kind": "average"}, ("0.5", "1"), "", "7.5"),
    ({"kind": "rank"}, ("2", "10"), "", "9"),
    ({"kind": "last_year", "slope": 2}, ("90", "100"), "", "8"),
    ({"kind": "last_year", "slope": 2, "better": "less"}, ("90", "100"), "", "10"),
    ({"kind": "share_reached"}, ("1", "2"), "", "5"),
    ({"kind": "external"}, ("86",), "", "8.6"),
]  # fmt: skip


@pytest.mark.parametrize(("how", "values", "level", "points"), _CASES)
def test_worked_cases(
    how: dict[str, object], values: tuple[str, ...], level: str, points: str
) -> None:
    """Each method earns what its rule says, and its formula gives the same."""
    figures = _figures(*values)
    made = earned(Asked(_TEN, how, figures, level=level))
    assert Decimal(points) == round(made.points.low, 9) == round(made.points.high, 9)
    sources = [Source(Fraction(f.value), Fraction(f.value)) for f in made.sources]
    assert Fraction(Decimal(points)) == calculate(made.formula, sources, lambda _: Fraction(0))


def test_judgement_needs_reason_and_range() -> None:
    """A judgement without a reason, outside 0 to the maximum, or in per cent is refused."""
    given = _figures("8")
    how = {"kind": "manual"}
    assert Decimal(8) == earned(Asked(_TEN, how, given, note="查阅台账")).points.low
    with pytest.raises(Unscored, match="没有写理由"):
        earned(Asked(_TEN, how, given))
    with pytest.raises(Unscored, match="不在0至10分之间"):
        earned(Asked(_TEN, how, _figures("11"), note="查阅台账"))
    percent = (figure("评定", Decimal(80), PERCENT),)
    with pytest.raises(Unscored, match="以分计"):
        earned(Asked(_TEN, how, percent, note="查阅台账"))


def test_judged_takes_the_least_when_nothing_is_said() -> None:
    """A level alone earns the least of its range; points must lie inside it."""
    how = {"kind": "judged", "levels": {"达成": ["0.8", "1"], "未达成": ["0", "0.6"]}}
    assert Decimal("8.0") == earned(Asked(_TEN, how, level="达成")).points.low
    assert Decimal(9) == earned(Asked(_TEN, how, _figures("9"), level="达成")).points.low
    with pytest.raises(Unscored, match="应在0至6分之间"):
        earned(Asked(_TEN, how, _figures("9"), level="未达成"))


@pytest.mark.parametrize(
    ("how", "values", "why"),
    [
        ({"kind": "ratio"}, ("1", "0"), "为0"),
        ({"kind": "deduction", "step": 1}, ("-1",), "不能小于0"),
        ({"kind": "rank"}, ("11", "10"), "不在10个参评单位之内"),
        ({"kind": "graded", "levels": {"好": 1}}, (), "档次应是好"),
        ({"kind": "yes_no"}, (), "是"),
        ({"kind": "adjustment", "slope": 10}, ("0", "5", "0"), "年度预算总额"),
    ],
)
def test_refusals(how: dict[str, object], values: tuple[str, ...], why: str) -> None:
    """What cannot be scored is said, and never a zero."""
    with pytest.raises(Unscored, match=why):
        earned(Asked(_TEN, how, _figures(*values)))


def test_cases_choose_the_method() -> None:
    """Nothing built earns all by its own case."""
    item = {"cases": [{"zero": [1], "method": {"kind": "full"}}, {"method": {"kind": "ratio"}}]}
    assert "full" == method_of(item, _figures("0", "0"))["kind"]
    assert "ratio" == method_of(item, _figures("1", "2"))["kind"]


def test_editions_name_only_known_methods() -> None:
    """Every method in the data of the editions is one of the closed set."""
    items = [item for card in scorecards().values() for item in card["items"]]
    used = {item["method"]["kind"] for item in items if "method" in item}
    used |= {case["method"]["kind"] for item in items for case in item.get("cases", ())}
    assert set() == used - set(KINDS)


def _scores() -> list[Scored]:
    proofs = (*year().evidence, evidence("程序严密", level="完善"))
    made = evaluations(year(evidence=proofs), funding())
    found = [item for form in made.projects for item in form.every]
    return found + [item for card in made.cards for item in card.items]


def test_every_score_follows_from_its_formula() -> None:
    """Calculated anew from its sources as printed, each score is the score printed."""
    for item in _scores():
        if item.computed is None:
            continue
        score = item.computed
        sources = [Source(Fraction(s.base), Fraction(s.base)) for s in score.sources]
        value = calculate(score.formula, sources, lambda _: Fraction(0))
        assert value is not None
        assert abs(value - Fraction(score.value)) <= Fraction(1, 200), item.name
