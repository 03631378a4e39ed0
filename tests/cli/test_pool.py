"""Work shared out: order, death, delay, and workers that are renewed."""

from __future__ import annotations

import multiprocessing
import os
import time
from itertools import islice

import pytest

from kaocheng.cli.pool import Lost, ordered


def _work(item: str) -> str:
    kind, _, rest = item.partition(":")
    if kind == "die":
        os._exit(9)
    if kind == "raise":
        raise SystemExit(3)
    if kind == "sleep":
        time.sleep(float(rest))
    return item.upper()


def _own_number(_: int) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    """A slow piece holds back those behind it, none overtakes it."""
    items = ["sleep:0.3", "a", "b", "sleep:0.1", "c"]
    assert list(ordered(_work, items, jobs=2, limit=10)) == [item.upper() for item in items]


@pytest.mark.parametrize("bad", ["die", "raise"])
def test_a_dead_worker_loses_only_its_own_piece(bad: str) -> None:
    """The piece that killed its worker is Lost with a sentence, all others are done."""
    items = ["a", bad, "b", "c", bad, "d"]
    results = list(ordered(_work, items, jobs=2, limit=10))
    assert [r if isinstance(r, str) else "lost" for r in results] == [
        "A", "lost", "B", "C", "lost", "D",
    ]  # fmt: skip
    assert "意外结束" in next(r.why for r in results if isinstance(r, Lost))


def test_a_late_piece_is_ended_and_the_rest_goes_on() -> None:
    """A piece over the limit is Lost and does not hold up the others."""
    results = list(ordered(_work, ["a", "sleep:60", "b", "c"], jobs=2, limit=0.5))
    assert results == ["A", Lost("超过单份文件的时间上限 0.5 秒，可用 --time-limit 放宽"), "B", "C"]


def test_workers_are_renewed() -> None:
    """Over a long run there are more workers than jobs, so nothing can pile up in one."""
    workers = set(ordered(_own_number, range(100), jobs=1, limit=10))
    assert len(workers) == 3
    assert os.getpid() not in workers


def test_a_consumer_may_stop_early() -> None:
    """Most of a long list is left untouched, and no worker stays behind."""
    results = ordered(_own_number, range(1_000_000), jobs=2, limit=10)
    seen = set(islice(results, 3))
    results.close()
    assert len(seen) <= 2
    assert multiprocessing.active_children() == []


def test_nothing_to_do() -> None:
    """An empty list gives an empty result and starts no worker."""
    assert list(ordered(_work, [], jobs=2, limit=1)) == []
