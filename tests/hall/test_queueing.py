"""The queue: who is next, that nobody waits for ever, and what a waiting person is told."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.hall.queueing import (
    Post,
    estimate,
    in_order,
    mean_minutes,
    next_for,
    place,
    rejoin_rank,
)
from kaocheng.hall.rules import default_rules, head_start, priorities
from kaocheng.hall.tickets import Ticket, TicketState
from tests.hall.examples import at, ticket

ANY = Post("W1", frozenset("AB"))
ONLY_A = Post("W2", frozenset("A"))
RULES = default_rules()


def _labels(tickets: list[Ticket]) -> list[str]:
    return [one.label for one in tickets]


def test_first_come_first_called() -> None:
    """By the time taken, over all groups a window serves; the others' are left to others."""
    line = [ticket("B001", 1), ticket("A001", 2), ticket("A002", 0.5)]
    assert ["A002", "B001", "A001"] == _labels(in_order(line, at(10)))
    assert "A002" == next_for(ANY, line, at(10)).label
    assert "A002" == next_for(ONLY_A, line, at(10)).label
    assert next_for(ONLY_A, [ticket("B001")], at(10)) is None
    assert next_for(ANY, [ticket("A001", state=TicketState.CALLED)], at(10)) is None


def test_a_head_start_overtakes_only_so_far() -> None:
    """An old person goes before those who came in the half hour before, not before who waits longer."""
    start = head_start("elderly")
    old = ticket("A003", 40, rank_at=at(40) - start, priority="elderly")
    line = [ticket("A001", 0), ticket("A002", 15), old]
    assert ["A001", "A003", "A002"] == _labels(in_order(line, at(41)))


def test_a_booked_ticket_goes_first_once_its_slot_has_begun() -> None:
    """Before the slot it stands as it came; in the slot it goes first; two slots in their order."""
    booked = ticket("A002", 20, slot_start=at(30), slot_end=at(60))
    later = ticket("A003", 10, slot_start=at(31), slot_end=at(61))
    line = [ticket("A001", 0), later, booked]
    assert ["A001", "A003", "A002"] == _labels(in_order(line, at(29)))
    assert ["A002", "A001", "A003"] == _labels(in_order(line, at(30)))
    assert ["A002", "A003", "A001"] == _labels(in_order(line, at(32)))


def test_a_ticket_sent_to_a_window_is_called_there_first() -> None:
    """转窗: the window named calls it before all others, other windows never."""
    sent = ticket("B009", 50, reserved="W2")
    line = [ticket("A001", 0), sent]
    assert "B009" == next_for(ONLY_A, line, at(60)).label
    assert "A001" == next_for(ANY, line, at(60)).label
    assert next_for(ANY, [sent], at(60)) is None


def test_who_comes_back_stands_behind_three() -> None:
    """过号顺延三位; with fewer waiting, at the end."""
    back = ticket("A001", 0, state=TicketState.PASSED)
    line = [ticket(f"A00{n}", n) for n in range(2, 7)]
    rank = rejoin_rank(back, line, at(60), RULES)
    again = ticket("A001", 0, rank_at=rank)
    assert ["A002", "A003", "A004", "A001", "A005", "A006"] == _labels(
        in_order([*line, again], at(60))
    )
    short = rejoin_rank(back, line[:2], at(60), RULES)
    assert "A001" == _labels(in_order([*line[:2], ticket("A001", 0, rank_at=short)], at(60)))[-1]


_TICKETS = st.lists(
    st.tuples(
        st.integers(0, 240),
        st.sampled_from(["", *priorities()]),
        st.sampled_from("AB"),
        st.one_of(st.none(), st.integers(0, 240)),
    ),
    max_size=25,
)


def _line(drawn: list[tuple[int, str, str, int | None]]) -> list[Ticket]:
    return [
        ticket(
            f"{group}{n:03d}",
            minutes,
            priority=priority,
            rank_at=at(minutes) - head_start(priority),
            slot_start=None if slot is None else at(slot),
            slot_end=None if slot is None else at(slot + 30),
        )
        for n, (minutes, priority, group, slot) in enumerate(drawn)
    ]


@given(_TICKETS, st.randoms(use_true_random=False), st.integers(0, 300))
def test_the_order_is_one_and_does_not_depend_on_how_rows_come(
    drawn: list[tuple[int, str, str, int | None]], random: object, minute: int
) -> None:
    """The same tickets in any order give the same next one: two windows never see two queues."""
    line = _line(drawn)
    shuffled = sorted(line, key=lambda _one: random.random())  # type: ignore[attr-defined]
    assert in_order(line, at(minute)) == in_order(shuffled, at(minute))
    assert next_for(ANY, line, at(minute)) == next_for(ANY, shuffled, at(minute))


@given(_TICKETS, st.integers(0, 300))
def test_nobody_is_overtaken_by_who_came_much_later(
    drawn: list[tuple[int, str, str, int | None]], minute: int
) -> None:
    """Of two who did not book, the one who came more than the longest head start earlier is first."""
    longest = max(p.head_start for p in priorities().values())
    order = [t for t in in_order(_line(drawn), at(minute)) if place(t, at(minute))[0]]
    for n, first in enumerate(order):
        for second in order[n + 1 :]:
            late = first.taken_at - second.taken_at
            assert late.total_seconds() <= longest * 60


def test_the_estimate_shows_its_sum() -> None:
    """Four before, ten minutes each, two windows: twenty minutes."""
    line = [ticket(f"A00{n}", n) for n in range(5)]
    posts = [ANY, ONLY_A, Post("W3", frozenset("B"))]
    found = estimate(line[4], line, posts, {"A": Fraction(10), "B": Fraction(5)}, at(10))
    assert (4, 2, 20) == (found.ahead, found.windows, found.minutes)
    assert "前面4人 × 平均每人10分钟 ÷ 2个窗口 ≈ 20分钟" == found.formula


def test_people_of_other_groups_count_when_they_share_the_window() -> None:
    """One window for both groups: the earlier B stands before the A; with a window of its own it does not."""
    mine, other = ticket("A001", 5), ticket("B001", 0)
    minutes = {"A": Fraction(10), "B": Fraction(6)}
    shared = estimate(mine, [mine, other], [ANY], minutes, at(10))
    assert (1, 6) == (shared.ahead, shared.minutes)
    apart = estimate(mine, [mine, other], [ONLY_A], minutes, at(10))
    assert (0, 0) == (apart.ahead, apart.minutes)
    assert "前面没有人，叫到号即可办理。" == apart.formula


def test_no_window_gives_no_estimate() -> None:
    """Nobody at work is not a wait of nothing."""
    found = estimate(ticket("A001", 5), [ticket("A000", 0)], [], {"A": Fraction(9)}, at(10))
    assert found.minutes is None
    assert (1, 0) == (found.ahead, found.windows)
    assert "没有窗口" in found.formula


def test_minutes_come_from_what_was_served() -> None:
    """The last twenty count, once there are five; before that as planned."""
    done = [minutes * 60_000_000 for minutes in range(1, 31)]
    assert Fraction(7) == mean_minutes(done[:4], 7, RULES)
    assert Fraction(3) == mean_minutes(done[:5], 7, RULES)
    assert Fraction(41, 2) == mean_minutes(done, 7, RULES)
