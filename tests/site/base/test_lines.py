"""Lines: so many at once and of one address; the silent and the dripping are cut, the slow are not."""

from __future__ import annotations

from contextlib import ExitStack
from threading import Event

from kaocheng.site.base.lines import Bounds, Lines, watch


class Clock:
    """A watch the test sets."""

    now = 0.0

    def __call__(self) -> float:
        """Its time."""
        return self.now


def lines(clock: Clock, **bounds: float) -> tuple[Lines, list[tuple[str, float]]]:
    """Lines and what was cut."""
    cut: list[tuple[str, float]] = []
    return Lines(Bounds(**bounds), lambda *told: cut.append(told), clock), cut  # type: ignore[arg-type]


def test_only_so_many_are_waited_for() -> None:
    """Two of an address, three in all; a place is free again once a line is done."""
    made, _ = lines(Clock(), most=3, each=2)
    with ExitStack() as held:
        assert all(held.enter_context(made.waited("a")) for _ in range(2))
        with made.waited("a") as third:
            assert third is None
        with made.waited("b") as other:
            assert other
            with made.waited("c") as fourth:
                assert fourth is None
        with made.waited("b") as again:
            assert again
    with made.waited("a") as free:
        assert free


def test_behind_a_proxy_addresses_are_not_counted() -> None:
    """There all lines are the proxy's; the whole number still holds."""
    made, _ = lines(Clock(), most=2, each=0)
    with made.waited("proxy") as one, made.waited("proxy") as two, made.waited("proxy") as three:
        assert one
        assert two
        assert three is None


def test_the_silent_are_cut_by_how_long_they_were_silent() -> None:
    """Nothing for longer than the patience; heard again, it starts anew."""
    clock = Clock()
    made, cut = lines(clock, quiet=20, grace=1000)
    with made.waited("a") as one, made.waited("b", quiet=5):
        clock.now = 6
        assert 1 == made.look()
        assert one
        one.hear(1, clock())
        clock.now = 26
        assert 1 == made.look()
        clock.now = 27
        assert 2 == made.look()
    assert ("b", 6.0) == cut[0]
    assert ("a", 21.0) in cut
    assert 0 == made.look()


def test_who_only_drips_is_cut_and_who_is_slow_is_not() -> None:
    """After the grace the bytes must come at the least pace on the whole."""
    clock = Clock()
    made, cut = lines(clock, quiet=1000, grace=30, slowest=100)
    with made.waited("drip") as drip, made.waited("slow") as slow:
        assert drip
        assert slow
        clock.now = 40
        drip.hear(999, clock())
        slow.hear(1000, clock())
        made.look()
    assert [("drip", 0.0)] == cut


def test_looking_goes_on_until_it_is_stopped() -> None:
    """In a thread of its own."""
    seen = Event()

    def look() -> int:
        seen.set()
        return 0

    stop = watch(look, every=0.001)
    assert seen.wait(30)
    stop.set()
