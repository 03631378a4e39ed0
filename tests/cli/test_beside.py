"""A generator on another processor gives what it would give here, and its faults arrive too."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from kaocheng.cli import beside as module
from kaocheng.cli.beside import beside
from kaocheng.cli.refusals import Refused


def _numbers(fault: Exception | None = None) -> Iterator[int]:
    yield 1
    if fault:
        raise fault
    yield 2


@pytest.fixture(params=[True, False], ids=["split", "here"], autouse=True)
def _where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param and not hasattr(os, "fork"):
        pytest.skip("没有 fork")
    monkeypatch.setattr(module, "_splits", lambda: request.param)


def test_results_come_in_order() -> None:
    """What is yielded there is received here, one at a time."""
    with beside(_numbers()) as told:
        assert 1 == next(told)
        assert 2 == next(told)


def test_a_fault_is_raised_where_its_result_is_awaited() -> None:
    """Not before: what came earlier is still received."""
    with beside(_numbers(Refused("写不了"))) as told:
        assert 1 == next(told)
        with pytest.raises(Refused, match="写不了"):
            next(told)


def test_leaving_early_ends_the_work() -> None:
    """A result that nobody asked for holds nobody up."""
    with beside(_numbers()) as told:
        assert 1 == next(told)


def test_a_lost_process_is_a_sentence(request: pytest.FixtureRequest) -> None:
    """A process that dies tells nothing more; the user is told to try again."""
    if "here" in request.node.name:
        pytest.skip("没有另外的进程")

    def dying() -> Iterator[int]:
        yield 1
        os._exit(1)

    with beside(dying()) as told:
        assert 1 == next(told)
        with pytest.raises(Refused, match="意外结束"):
            next(told)


def test_nothing_is_split_off_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool of a library would wait for its threads for ever in the process split off."""
    monkeypatch.undo()
    awake = threading.Event()
    sleeper = threading.Thread(target=awake.wait)
    sleeper.start()
    try:
        with beside(os.getpid() for _ in "a") as told:
            assert os.getpid() == next(told)
    finally:
        awake.set()
        sleeper.join()
