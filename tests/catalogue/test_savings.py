"""Savings are sums with a formula; what cannot be reckoned is left out and named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kaocheng.catalogue.records import Limits, Material, Necessity
from kaocheng.catalogue.savings import (
    Pair,
    material_saving,
    promise_saving,
    statutory_compression,
    step_saving,
    visit_saving,
)
from kaocheng.kernel.clocks import Budget, Span
from tests.catalogue.versions import immediate, ordinary


def test_materials_from_twenty_one_to_twelve() -> None:
    """The figures a bureau printed: nine less, 42.86 %; shared ones are not asked for."""
    many = tuple(Material(str(n), f"材料{n}") for n in range(21))
    shared = replace(many[12], necessity=Necessity.SUPPLIED)
    pair = Pair(ordinary(materials=many), ordinary(materials=(*many[:12], shared)))
    saving = material_saving([pair])
    assert (21, 12, 9, Decimal("42.86")) == (saving.before, saving.after, saving.saved, saving.rate)
    assert "部门共享" in saving.formula


def test_steps_and_visits() -> None:
    """Summed over items; what grew counts against."""
    shorter = replace(ordinary(), steps=ordinary().steps[1:], max_visits=0)
    longer = replace(immediate(), max_visits=2)
    pairs = [Pair(ordinary(), shorter), Pair(immediate(), longer)]
    assert (6, 5) == (step_saving(pairs).before, step_saving(pairs).after)
    assert (2, 2, 0) == (
        visit_saving(pairs).before,
        visit_saving(pairs).after,
        visit_saving(pairs).saved,
    )


def test_a_changed_unit_is_left_out_and_named() -> None:
    """Days and minutes are not subtracted from each other."""
    quick = replace(ordinary(), limits=Limits(Budget(20), Budget(30, Span.MINUTE)))
    five = replace(ordinary(), limits=Limits(Budget(20), Budget(5)))
    saving = promise_saving([Pair(ordinary(), quick), Pair(ordinary(), five)])
    assert (10, 5, Decimal("50.00"), 1) == (saving.before, saving.after, saving.rate, saving.items)
    assert (("P001", "单位由工作日改为分钟"),) == saving.left_out


def test_compression_against_the_law_is_a_mean() -> None:
    """(1 − 10/20 + 1 − 5/20) ÷ 2 = 62.5 %; an item without a statutory limit is left out."""
    five = replace(ordinary(), limits=Limits(Budget(20), Budget(5)))
    found = statutory_compression([ordinary(), five, immediate()])
    assert (Decimal("62.50"), 2) == (found.rate, found.items)
    assert (("P002", "没有法定时限"),) == found.left_out


def test_nothing_to_save_from_is_no_rate() -> None:
    """Not zero, and not a hundred."""
    assert material_saving([]).rate is None
    assert statutory_compression([immediate()]).rate is None
