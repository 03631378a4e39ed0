"""Order: nothing begins before what it waits for, circles are refused, the longest way is the limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.records import Material
from kaocheng.catalogue.themes.ordering import joint_days, links, stages, timings
from kaocheng.catalogue.themes.rules import counting_note, workdays
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.refusing import Refusal
from tests.catalogue.themes.samples import QUICK, VERSIONS, version

WAITS = st.integers(1, 7).flatmap(
    lambda count: st.tuples(
        st.lists(st.integers(0, 30), min_size=count, max_size=count),
        st.lists(
            st.sets(st.integers(0, max(count - 1, 0)), max_size=3), min_size=count, max_size=count
        ),
    )
)


def slow_end(item: int, days: list[int], waits: list[set[int]]) -> int:
    """When an item ends, by trying every way that leads to it."""
    return days[item] + max((slow_end(o, days, waits) for o in waits[item]), default=0)


@given(WAITS)
def test_the_joint_limit_is_the_longest_way(told: tuple[list[int], list[set[int]]]) -> None:
    """Against an independent slow reckoning; stages keep the order; the longest way is critical."""
    days, raw = told
    waits = [{other for other in found if other < item} for item, found in enumerate(raw)]
    versions = [
        version(
            f"I{n}", f"事项{n}", days[n],
            *(Material(f"m{o}", f"结果{o}", output_of=f"I{o}") for o in sorted(waits[n])),
        )
        for n in range(len(days))
    ]  # fmt: skip
    found = {timing.item: timing for timing in timings(versions)}
    place = {item: level for level, items in enumerate(stages(versions)) for item in items}
    for n in range(len(days)):
        assert slow_end(n, days, waits) == found[f"I{n}"].ends
        assert all(place[f"I{o}"] < place[f"I{n}"] for o in waits[n])
        assert all(found[f"I{o}"].ends <= found[f"I{n}"].begins for o in waits[n])
    assert joint_days(versions) == max(slow_end(n, days, waits) for n in range(len(days)))
    critical = [timing for timing in found.values() if timing.critical]
    assert max(timing.ends for timing in critical) == joint_days(versions)


def test_the_shop() -> None:
    """Licence and fire check at once, permit and sign after the licence; eleven days, not twenty-five."""
    assert (("L1", "F1"), ("P1", "S1")) == stages(VERSIONS)
    assert [("P1", "L1"), ("S1", "L1")] == [(link.item, link.after) for link in links(VERSIONS)]
    assert "需要“营业执照副本”" == links(VERSIONS)[0].why
    assert 11 == joint_days(VERSIONS)
    assert {"L1", "P1"} == {timing.item for timing in timings(VERSIONS) if timing.critical}


def test_a_precondition_is_named() -> None:
    """Without a material it is the item itself that must come first."""
    second = version("B", "第二件", 2, requires=("A",))
    (link,) = links((version("A", "第一件", 1), second))
    assert ("B", "A", "以“第一件”为前置条件") == (link.item, link.after, link.why)


def test_items_that_wait_for_one_another_are_refused() -> None:
    """With the round they make."""
    one = version("A", "甲", 1, Material("m", "乙的结果", output_of="B"))
    two = version("B", "乙", 1, Material("m", "甲的结果", output_of="A"))
    with pytest.raises(Refusal, match="互为前置") as refused:
        stages((one, two))
    assert "“甲”" in str(refused.value)


def test_limits_of_different_units_are_counted_as_said() -> None:
    """Hours are the same day; the note says so."""
    units = (Span.WORKDAY, Span.DAY, Span.HOUR, Span.MINUTE, Span.MONTH)
    assert [2, 2, 0, 0, 46] == [workdays(Budget(2, unit)) for unit in units]
    assert 0 == joint_days((QUICK,))
    assert "23个工作日" in counting_note()
