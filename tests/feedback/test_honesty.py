"""Honesty statistics: what they find, what they leave alone, and the ratings they count."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.honesty import delays, signs, statistics
from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import in_force, local_rules
from kaocheng.feedback.records import Origin, Rating, Standing
from kaocheng.feedback.words import same_text_key
from tests.feedback.making import MONDAY, rating

RULES = in_force(MONDAY.date())


def every_seconds(first: int, times: int, seconds: int, **given: object) -> list[Rating]:
    """Ratings one after another."""
    return [
        rating(first + i, rated_at=MONDAY + timedelta(seconds=seconds * i), **given)
        for i in range(times)
    ]


def test_a_burst_on_one_device_is_found_whole() -> None:
    """Six within one and a half minutes are one sign of six, not three of four."""
    found = signs("burst", every_seconds(1, 6, 18), RULES)
    assert [("E1", 6, ("P1", "P2", "P3", "P4", "P5", "P6"))] == [
        (sign.subject, sign.part, sign.numbers) for sign in found
    ]
    assert "03-02 10:00:00至03-02 10:01:30" in found[0].note


def test_ordinary_work_is_no_burst() -> None:
    """One every five minutes, or the same pace on four devices."""
    slow = every_seconds(1, 20, 300)
    spread = [rating(i, device=f"E{i}") for i in range(8)]
    assert () == signs("burst", slow, RULES)
    assert () == signs("burst", spread, RULES)


def test_two_bursts_are_two_signs() -> None:
    """An hour between them."""
    later = [rating(50 + i, rated_at=MONDAY + timedelta(hours=1, seconds=10 * i)) for i in range(4)]
    found = signs("burst", [*every_seconds(1, 4, 10), *later], RULES)
    assert [4, 4] == [sign.part for sign in found]


@given(st.lists(st.integers(0, 3600), max_size=40))
def test_bursts_never_count_a_rating_twice(seconds: list[int]) -> None:
    """And every one of them lies close to its neighbours; checked against a slow search."""
    made = [
        rating(i, rated_at=MONDAY + timedelta(seconds=second))
        for i, second in enumerate(sorted(seconds))
    ]
    counted = [number for sign in signs("burst", made, RULES) for number in sign.numbers]
    least, within = RULES.count("burst_count"), RULES.count("burst_minutes") * 60
    times = [(one.rated_at - MONDAY).total_seconds() for one in made]
    slow = {
        made[j].number
        for i in range(len(made) - least + 1)
        if times[i + least - 1] - times[i] <= within
        for j in range(i, i + least)
    }
    assert len(counted) == len(set(counted))
    assert slow == set(counted)


def test_one_phone_with_many_ratings_in_a_day() -> None:
    """Five on one day stand out, five over two days do not; window devices are not meant."""
    phone = {"channel": RatingChannel.QR_CODE, "device": "phone"}
    day = every_seconds(1, 5, 600, **phone)
    over_night = every_seconds(1, 5, 4 * 3600, **phone)
    assert [5] == [sign.part for sign in signs("phone", day, RULES)]
    assert () == signs("phone", over_night, RULES)
    assert () == signs("phone", every_seconds(1, 9, 60), RULES)


def test_ratings_right_after_closing_are_counted_by_window() -> None:
    """Four of ten within ten seconds stand out; one of ten is listed to compare."""
    quick = [rating(i, seconds=3 if i < 4 else 40) for i in range(10)]
    calm = [rating(20 + i, window="W2", seconds=3 if i < 1 else 40) for i in range(10)]
    found = {sign.subject: sign for sign in signs("closing", [*quick, *calm], RULES)}
    assert (4, 10, True) == (found["W1"].part, found["W1"].whole, found["W1"].stands_out)
    assert (1, 10, False) == (found["W2"].part, found["W2"].whole, found["W2"].stands_out)
    assert "40.00%" == found["W1"].shown


def test_the_same_text_at_one_window() -> None:
    """Three times the same sentence, however punctuated; different windows are different."""
    key = same_text_key("服务热情周到")
    same = [rating(i, text_key=key, text_length=6) for i in range(3)]
    spread = [rating(i, text_key=key, text_length=6, window=f"W{i}") for i in range(3)]
    assert [("W1", 3)] == [(s.subject, s.part) for s in signs("same_text", same, RULES)]
    assert () == signs("same_text", spread, RULES)


def test_short_texts_may_be_the_same() -> None:
    """“很好” three times is no wonder."""
    short = [rating(i, text_key=same_text_key("很好"), text_length=2) for i in range(5)]
    assert () == signs("same_text", short, RULES)


def test_delays_are_counted_on_the_spot_only() -> None:
    """Each active rating at a window once; a clock that ran behind counts as at once."""
    made = [rating(i, seconds=s) for i, s in enumerate((-5, 0, 5, 6, 30, 31, 4000))]
    online = [rating(9, channel=RatingChannel.ONLINE, seconds=1)]
    default = [rating(8, origin=Origin.DEFAULT, seconds=1)]
    assert [
        ("0–5秒", 3), ("5–10秒", 1), ("10–30秒", 1), ("30–60秒", 1), ("60–300秒", 0),
        ("300–3600秒", 0), ("3600秒以上", 1),
    ] == list(delays([*made, *online, *default]))  # fmt: skip


def test_a_channel_of_default_ratings_stands_out() -> None:
    """One active of four: nobody was really asked there."""
    made = [rating(1), *(rating(i, origin=Origin.DEFAULT) for i in (2, 3, 4))]
    online = [rating(9, channel=RatingChannel.ONLINE)]
    found = signs("channel", [*made, *online], RULES)
    assert [("窗口评价器", "25.00%", True), ("网上", "100.00%", False)] == [
        (sign.subject, sign.shown, sign.stands_out) for sign in found
    ]


def test_a_window_with_nothing_but_praise() -> None:
    """Twenty active ratings, all 非常满意, and its default share beside it."""
    made = [rating(i) for i in range(20)]
    default = [rating(50 + i, origin=Origin.DEFAULT, level=Level.SATISFIED) for i in range(20)]
    found = signs("all_best", [*made, *default], RULES)
    assert [("W1", 20, "默认评价占50.00%")] == [(s.subject, s.part, s.note) for s in found]
    assert () == signs("all_best", [*made, rating(99, level=Level.SATISFIED)], RULES)


def test_struck_ratings_are_no_evidence() -> None:
    """What does not count is not counted here either."""
    struck = every_seconds(1, 6, 10, standing=Standing.STRUCK)
    assert [] == [sign for key in statistics() for sign in signs(key, struck, RULES)]


def test_every_statistic_explains_itself() -> None:
    """With a title, a sentence, and thresholds that are local rules."""
    for statistic in statistics().values():
        assert statistic.title
        assert statistic.about
        assert set(statistic.rules) <= set(local_rules())
        assert () == signs(statistic.key, [], RULES)
