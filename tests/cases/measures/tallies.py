"""Any cases as the measures see them (hypothesis), for tests of measures."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kaocheng.cases.measures import Counted
from kaocheng.cases.states import Channel
from kaocheng.cases.traits import Trait

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 31))
STANDINGS = st.sampled_from(["提前", "按期", "超期", ""])
SOME_DAYS = st.none() | st.integers(0, 40)


def cases(most: int = 12) -> st.SearchStrategy[list[Counted]]:
    """A list of cases with numbers of their own."""
    one = st.builds(
        Counted, unit=st.sampled_from(["D001", "D002", "D003"]), received_on=DAYS,
        accepted_on=st.none() | DAYS, closed_on=st.none() | DAYS,
        intake=st.sampled_from(["受理", "不予受理", ""]),
        channel=st.sampled_from([c.value for c in Channel]),
        window_kind=st.sampled_from(["universal", "joint", ""]), at_window=st.booleans(),
        immediate=st.booleans(), on_spot=st.booleans(), online=st.booleans(), visits=st.integers(0, 3),
        told=st.booleans(), deemed=st.booleans(), extended=st.booleans(), themed=st.booleans(),
        closed=st.booleans(), halted=st.booleans(), overdue=st.booleans(),
        verdict=st.sampled_from(["准予", "不予", ""]), promised=STANDINGS, statutory=STANDINGS,
        traits=st.lists(st.sampled_from(list(Trait)), unique=True).map(tuple), used=SOME_DAYS,
        promised_days=SOME_DAYS, statutory_days=SOME_DAYS,
    )  # fmt: skip
    return st.lists(one, max_size=most).map(_numbered)


def _numbered(found: list[Counted]) -> list[Counted]:
    values = [{name: getattr(case, name) for name in Counted.__slots__} for case in found]
    return [Counted(**{**one, "number": f"{at:04}"}) for at, one in enumerate(values)]
