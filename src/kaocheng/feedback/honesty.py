"""Honesty of ratings (评价真实性): signs of pressing, rating for others and rating in bulk.

Each statistic lists subjects (a device, a window, a channel) with the ratings it counts. They are
signs to look at, no judgement; their thresholds are local rules.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import LocalRules
from kaocheng.feedback.records import Origin, Rating, Standing
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.shares import percent


@dataclass(frozen=True, slots=True)
class Sign:
    """One subject of a statistic (迹象): who or what, `part` of `whole` ratings.

    `numbers` are the ratings counted; `note` says when, where or what beside it; what stands out is past
    its threshold, the rest is there to compare.
    """

    subject: str
    part: int
    whole: int
    numbers: tuple[str, ...]
    note: str = ""
    stands_out: bool = True

    @property
    def shown(self) -> str:
        """The share as printed."""
        return percent(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic (统计项): what it looks for, and which local rules set its thresholds."""

    key: str
    title: str
    about: str
    rules: tuple[str, ...]


def signs(key: str, ratings: Iterable[Rating], rules: LocalRules) -> tuple[Sign, ...]:
    """What one statistic finds, what stands out first; ratings withdrawn or struck are left out."""
    valid = [one for one in ratings if one.standing is Standing.VALID]
    found = _FINDERS[key](valid, rules)
    return tuple(sorted(found, key=lambda s: (not s.stands_out, -s.part, s.subject, s.numbers)))


def delays(ratings: Iterable[Rating]) -> tuple[tuple[str, int], ...]:
    """How long after the end of the service people rated on the spot (评价间隔分布)."""
    ends = tuple(_data()["delays"])
    names = [f"{low}–{high}秒" for low, high in pairwise((0, *ends))] + [f"{ends[-1]}秒以上"]
    counts = [0] * len(names)
    for one in _active(ratings):
        if one.channel.on_the_spot and one.standing is Standing.VALID:
            counts[bisect_left(ends, max(one.seconds, 0))] += 1
    return tuple(zip(names, counts, strict=True))


@lru_cache(maxsize=None)
def statistics() -> dict[str, Statistic]:
    """All statistics by their keys (统计项目表)."""
    return {
        raw["key"]: Statistic(raw["key"], raw["title"], raw["about"], tuple(raw["rules"]))
        for raw in _data()["statistic"]
    }


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _active(ratings: Iterable[Rating]) -> list[Rating]:
    return [one for one in ratings if one.origin is Origin.ACTIVE]


def _by(ratings: Iterable[Rating], field: str) -> dict[str, list[Rating]]:
    """The ratings by a field that is not empty, each group in order of time."""
    groups: dict[str, list[Rating]] = defaultdict(list)
    for one in sorted(ratings, key=lambda r: (r.rated_at, r.number)):
        if value := str(getattr(one, field)):
            groups[value].append(one)
    return groups


def _numbers(ratings: Iterable[Rating]) -> tuple[str, ...]:
    return tuple(one.number for one in ratings)


def _burst(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    least, within = rules.count("burst_count"), timedelta(minutes=rules.count("burst_minutes"))
    spot = [one for one in _active(ratings) if one.channel is RatingChannel.WINDOW_DEVICE]
    for device, group in _by(spot, "device").items():
        for run in _runs(group, least, within):
            note = f"{_clock(run[0])}至{_clock(run[-1])}，窗口{run[0].window or '未记'}"
            yield Sign(device, len(run), len(group), _numbers(run), note)


def _runs(group: Sequence[Rating], least: int, within: timedelta) -> Iterator[list[Rating]]:
    """Longest stretches in which any `least` neighbours lie within the time; each rating once."""
    dense = [
        i
        for i in range(len(group) - least + 1)
        if group[i + least - 1].rated_at - group[i].rated_at <= within
    ]
    run: list[Rating] = []
    last = -1
    for i in dense:
        if run and i >= last:
            yield run
            run = []
        start = max(i, last) if run else i
        run += group[start : i + least]
        last = i + least
    if run:
        yield run


def _phone(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    least = rules.count("phone_count")
    others = [one for one in _active(ratings) if one.channel is not RatingChannel.WINDOW_DEVICE]
    for device, group in _by(others, "device").items():
        days: dict[str, list[Rating]] = defaultdict(list)
        for one in group:
            days[f"{one.rated_at.astimezone(SHANGHAI):%Y-%m-%d}"].append(one)
        for day, several in days.items():
            if len(several) >= least:
                yield Sign(device, len(several), len(group), _numbers(several), day)


def _closing(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    seconds, share = rules.count("closing_seconds"), rules.share("closing_share")
    spot = [one for one in _active(ratings) if one.channel.on_the_spot]
    for window, group in _by(spot, "window").items():
        quick = [one for one in group if 0 <= one.seconds <= seconds]
        if quick:
            high = len(quick) > share * len(group)
            yield Sign(window, len(quick), len(group), _numbers(quick), stands_out=high)


def _same_text(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    least, length = rules.count("same_text_count"), rules.count("same_text_length")
    long = [one for one in _active(ratings) if one.text_length >= length]
    for window, group in _by(long, "window").items():
        for same in _by(group, "text_key").values():
            if len(same) >= least:
                yield Sign(window, len(same), len(group), _numbers(same))


def _channel(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    least = rules.share("active_share")
    for channel, group in _by(ratings, "channel").items():
        active = _active(group)
        low = len(active) < least * len(group)
        yield Sign(
            RatingChannel(channel).title, len(active), len(group), _numbers(active), stands_out=low
        )


def _all_best(ratings: Sequence[Rating], rules: LocalRules) -> Iterator[Sign]:
    least = rules.count("all_best_least")
    for window, group in _by(ratings, "window").items():
        active = _active(group)
        best = all(one.level is Level.VERY_SATISFIED for one in active)
        if len(active) >= least and best:
            default = percent(len(group) - len(active), len(group))
            yield Sign(window, len(active), len(active), _numbers(active), f"默认评价占{default}")


def _clock(one: Rating) -> str:
    return f"{one.rated_at.astimezone(SHANGHAI):%m-%d %H:%M:%S}"


_FINDERS: Mapping[str, Callable[[Sequence[Rating], LocalRules], Iterable[Sign]]] = MappingProxyType(
    {
        "burst": _burst,
        "phone": _phone,
        "closing": _closing,
        "same_text": _same_text,
        "channel": _channel,
        "all_best": _all_best,
    }
)
