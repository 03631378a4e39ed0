"""Each control refuses what breaks it, once and at the entry that broke it, and lets the rest pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.editions.limits import large_sum
from kaocheng.money.controls import Breach, Doubts, check
from kaocheng.money.controls.breaches import Desk
from kaocheng.money.controls.chain import balances
from kaocheng.money.controls.receptions import RECEPTIONS
from kaocheng.money.records import (
    AccountsYear,
    Adjustment,
    BudgetLine,
    Establishment,
    Instalment,
    Reason,
    Reception,
)
from tests.money.ledgers import (
    BASIC,
    GENERAL,
    OTHER,
    PROJECT,
    RUN,
    SPECIAL,
    legal_years,
    payment,
    small_year,
)

Where = tuple[str, int, str]


def _errors(year: AccountsYear, doubts: Doubts | None = None) -> list[Where]:
    return [_where(breach) for breach in check(year, doubts) if breach.severity.value == "error"]


def test_fields_are_looked_through_in_accepted_entries_only() -> None:
    """At one go, whether or not an entry has been kept out; several fields as one."""
    year = replace(small_year(), payments=(payment("Z1"), payment("Z2", amount=7)))
    desk = Desk(year, Doubts())
    assert {"Z1", "Z2"} == desk.distinct("payments", "number")
    desk.refuse([Breach("payments", 0, "amount", "", "")])
    assert {("Z2", 7)} == desk.distinct("payments", "number", "amount")


def _notes(year: AccountsYear) -> list[Where]:
    return [_where(breach) for breach in check(year) if breach.severity.value == "note"]


def _where(breach: Breach) -> Where:
    return breach.kind, breach.index, breach.field


def _with_payment(**changes: object) -> AccountsYear:
    year = small_year()
    return replace(year, payments=(*year.payments, payment("Z3", **changes)))


def _with_contract(**changes: object) -> AccountsYear:
    year = small_year()
    return replace(year, contracts=(replace(year.contracts[0], **changes),))


BREACHES: dict[str, tuple[Callable[[], AccountsYear], Where]] = {
    "above the line": (
        lambda: _with_payment(on=date(2023, 7, 1), amount=1_400_01),
        ("payments", 2, "amount"),
    ),
    "above the line before the budget was raised": (
        lambda: _with_payment(on=date(2023, 6, 29), amount=901_00),
        ("payments", 2, "amount"),
    ),
    "no such line": (lambda: _with_payment(economic="30205"), ("payments", 2, "amount")),
    "no line of that source": (lambda: _with_payment(source=OTHER), ("payments", 2, "amount")),
    "a large sum without minutes": (
        lambda: replace(
            _with_payment(
                function=SPECIAL, economic="30209", nature=PROJECT, project="X1", amount=10_000_00
            ),
            large_sum=10_000_00,
        ),
        ("payments", 2, "approval"),
    ),
    "a functional 科目 outside the project": (
        lambda: _with_payment(nature=PROJECT, project="X1", economic="30209"),
        ("payments", 2, "function"),
    ),
    "an economic 科目 outside the project": (
        lambda: _with_payment(nature=PROJECT, project="X1", function=SPECIAL, economic="30216"),
        ("payments", 2, "economic"),
    ),
    "项目支出 without a project": (lambda: _with_payment(nature=PROJECT), ("payments", 2, "project")),
    "基本支出 with a project": (lambda: _with_payment(project="X1"), ("payments", 2, "project")),
    "a negative amount without a reason": (
        lambda: _with_payment(amount=-1_00),
        ("payments", 2, "purpose"),
    ),
    "more paid back than paid": (
        lambda: _with_payment(amount=-100_01, purpose="退回多付电费"),
        ("payments", 2, "amount"),
    ),
    "another year": (lambda: _with_payment(on=date(2024, 1, 2)), ("payments", 2, "on")),
    "above the contract": (
        lambda: _with_payment(
            on=date(2023, 8, 1), payee="物业公司", function=SPECIAL, economic="30209",
            nature=PROJECT, project="X1", contract="H1", amount=12_000_01,
        ),
        ("payments", 2, "amount"),
    ),
    "before the contract": (
        lambda: replace(_with_contract(on=date(2023, 7, 4)), instalments=()),
        ("payments", 1, "on"),
    ),
    "for another project than the contract": (
        lambda: _with_payment(contract="H1"),
        ("payments", 2, "contract"),
    ),
    "instalments above the contract": (
        lambda: small_year(
            instalments=(
                *small_year().instalments,
                Instalment("H1", date(2023, 12, 1), 12_000_01),
            )
        ),
        ("instalments", 1, "amount"),
    ),
    "due before the contract": (
        lambda: small_year(instalments=(Instalment("H1", date(2023, 1, 31), 1_00),)),
        ("instalments", 0, "due"),
    ),
    "paid before above the contract": (
        lambda: replace(_with_contract(paid_before=72_000_01), payments=(payment(),)),
        ("contracts", 0, "paid_before"),
    ),
    "signed after the year": (
        lambda: replace(_with_contract(on=date(2024, 1, 3)), instalments=(), payments=(payment(),)),
        ("contracts", 0, "on"),
    ),
    "reduced below what is paid": (
        lambda: small_year(
            adjustments=(Adjustment("T1", date(2023, 6, 30), "Y1", -900_01, "压减"),)
        ),
        ("adjustments", 0, "amount"),
    ),
    "a budget line outside its project": (
        lambda: replace(
            small_year(),
            budget=(
                *small_year().budget,
                BudgetLine("Y3", "301", SPECIAL, "30216", PROJECT, GENERAL, 1_00, "X1"),
            ),
        ),
        ("budget", 2, "economic"),
    ),
    "an income paid back without a reason": (
        lambda: small_year(
            income=(*small_year().income, replace(small_year().income[0], number="S3", amount=-1))
        ),
        ("income", 2, "note"),
    ),
    "a chain below zero": (
        lambda: small_year(carried=(), income=small_year().income[:1]),
        ("payments", 1, "amount"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_is_told_once_at_its_entry(name: str) -> None:
    """One thing wrong gives one error, at the entry a clerk would mend."""
    make, where = BREACHES[name]
    assert [where] == _errors(make())


def test_the_small_year_keeps_every_control() -> None:
    """What the breaches break is whole before."""
    assert () == check(small_year())


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(legal_years())
def test_a_legal_year_breaks_nothing(year: AccountsYear) -> None:
    """No error for any legal year, whatever its amounts and days."""
    assert [] == _errors(year)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(legal_years(), st.data())
def test_one_cent_over_the_line_is_refused(year: AccountsYear, data: st.DataObject) -> None:
    """A payment of one 分 more than what is left of its line is refused, and only it."""
    line = data.draw(st.sampled_from(year.budget))
    same = [p for p in year.payments if _line(p) == _line(line)]
    lines = [b for b in year.budget if _line(b) == _line(line)]
    numbers = {b.number for b in lines}
    given_ = sum(b.amount for b in lines)
    given_ += sum(a.amount for a in year.adjustments if a.line in numbers)
    left = given_ - sum(p.amount for p in same)
    over = payment(
        "OVER", on=date(2023, 12, 31), office=line.office, function=line.function,
        economic=line.economic, nature=line.nature, source=line.source, project=line.project,
        amount=left + 1, approval="纪要",
    )  # fmt: skip
    more = replace(year, payments=(*year.payments, over))
    assert [("payments", len(year.payments), "amount")] == _errors(more)


def _line(record: object) -> tuple[object, ...]:
    names = ("office", "function", "economic", "nature", "source", "project")
    return tuple(getattr(record, name) for name in names)


def test_a_refused_payment_leaves_the_line_to_the_next() -> None:
    """What was refused has not been spent."""
    year = small_year()
    large = payment("Z3", on=date(2023, 4, 1), amount=2_000_00)
    small = payment("Z4", on=date(2023, 5, 1), amount=900_00, purpose="三月电费")
    wanted = [("payments", 2, "amount")]
    assert wanted == _errors(replace(year, payments=(*year.payments, large, small)))


def test_the_order_of_rows_does_not_matter() -> None:
    """Payments are judged by their dates, in whatever order they were written."""
    late = payment("Z3", on=date(2023, 8, 1), amount=1_400_00, purpose="七月电费")
    year = small_year()
    assert [] == _errors(replace(year, payments=(late, *year.payments)))


def test_a_line_of_a_class_covers_its_subjects() -> None:
    """A budget approved by 类 pays for every 款 under it."""
    year = small_year()
    lines = (replace(year.budget[0], economic="302"), year.budget[1])
    assert [] == _errors(replace(year, budget=lines))


def test_several_lines_for_the_same_thing_are_one() -> None:
    """Two approvals of the same line may be spent together."""
    year = small_year(adjustments=())
    more = replace(year.budget[0], number="Y3", amount=500_00)
    late = payment("Z3", on=date(2023, 8, 1), amount=1_400_00, purpose="七月电费")
    year = replace(year, budget=(*year.budget, more), payments=(*year.payments, late))
    assert [] == _errors(year)


def test_money_paid_back_may_be_spent_again() -> None:
    """A refund with its reason frees the line."""
    back = payment("Z3", on=date(2023, 7, 1), amount=-100_00, purpose="退回多收电费")
    again = payment("Z4", on=date(2023, 7, 1), amount=1_500_00, purpose="七月电费")
    year = small_year()
    assert [] == _errors(replace(year, payments=(*year.payments, back, again)))


def test_the_threshold_of_the_office_stands_before_the_common_one() -> None:
    """Without one of its own the common threshold holds; wages need no minutes."""
    common = large_sum(2023).amount * 100
    bare = small_year(large_sum=None)
    assert [] == _errors(bare)
    unapproved = (bare.payments[0], replace(bare.payments[1], approval=""))
    assert common <= unapproved[1].amount
    assert [("payments", 1, "approval")] == _errors(replace(bare, payments=unapproved))
    assert [] == _errors(replace(bare, payments=unapproved, large_sum=60_000_01))
    assert large_sum(2023).exempt == ("301", "303")


def test_subjects_may_be_added_with_their_source() -> None:
    """A 科目 the dictionary does not know passes once it is listed in 补充科目."""
    year = small_year()
    unknown = replace(year.budget[0], number="Y3", function="2019801")
    year = replace(year, budget=(*year.budget, unknown))
    assert [("budget", 2, "function")] == _errors(year)
    listed = Doubts([("subjects", {"code": "2019801"})])
    assert [] == _errors(year, listed)


def test_balances_of_appropriations_are_kept_by_subject() -> None:
    """财政拨款 of one 科目 does not pay for another; other money may."""
    year = small_year()
    assert {("301", GENERAL, BASIC, RUN), ("301", GENERAL, PROJECT, SPECIAL)} == set(balances(year))
    assert 20_000_00 == balances(year)["301", GENERAL, PROJECT, SPECIAL].closing
    moved = tuple(replace(income, source=OTHER) for income in year.income)
    assert ("301", OTHER, BASIC, "") in balances(replace(year, income=moved))


def test_notes_do_not_keep_a_year_out() -> None:
    """More people than posts, a payment twice, another payee."""
    year = small_year()
    same = payment("Z3")
    other = replace(year.payments[1], payee="保洁公司")
    noted = replace(
        year,
        establishments=(Establishment("301", "行政", 7, 8),),
        payments=(year.payments[0], other, same),
    )
    assert [] == _errors(noted)
    assert [
        ("establishments", 0, "people"),
        ("payments", 1, "payee"),
        ("payments", 2, "number"),
    ] == sorted(_notes(noted))


def test_receptions_that_contradict_what_was_paid_are_refused() -> None:
    """Unless a reason says why, or rows that were kept out may make up for it."""
    visit = Reception("J1", date(2023, 4, 12), "邻县行政审批局", 6, 580_00)
    year = small_year(receptions=(visit,))
    assert [("receptions", -1, "amount")] == _errors(year)
    assert [] == _errors(replace(year, reasons=(Reason(RECEPTIONS, "上年的接待本年结清"),)))
    doubts = Doubts([("payments", {})])
    assert [] == [b for b in check(year, doubts) if b.kind == "receptions"]


def test_doubts_hold_for_what_they_may_mean() -> None:
    """A bad budget line excuses the payments it may be for, and no others."""
    year = replace(small_year(), budget=small_year().budget[1:], adjustments=())
    assert [("payments", 0, "amount")] == _errors(year)
    assert [] == _errors(year, Doubts([("budget", {"function": RUN})]))
    elsewhere = Doubts([("budget", {"function": SPECIAL})])
    assert [("payments", 0, "amount")] == _errors(year, elsewhere)
