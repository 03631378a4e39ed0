"""Work shared out to processes (并行核对): in order, bounded, one bad file never stops the rest.

Each worker has its own pipe, so a worker that dies or overruns is known by name together with the
one piece of work it held; only that piece is lost. `decisions/0007` says why not a ready-made pool.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_LIFE = 40  # a worker is renewed after so many pieces, so what libraries keep cannot pile up
_AHEAD = 8  # finished pieces a worker may be ahead of the one that is awaited
_START = "fork" if sys.platform == "linux" else "spawn"


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work that came to nothing (未能完成); `why` is the sentence for the user."""

    why: str


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    number: int | None = None
    deadline: float = 0.0
    done: int = field(default=0)

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def ordered(
    task: Callable[[T], R], items: Sequence[T], *, jobs: int, limit: float
) -> Iterator[R | Lost]:
    """The results of `task` on each item, in the order of `items`.

    `task` must be picklable and should not raise: a worker that raises is taken for a dead one. A
    piece longer than `limit` seconds is ended and given as Lost.
    """
    crew = _Crew(task, min(jobs, len(items)), limit)
    finished: dict[int, R | Lost] = {}
    given = 0
    try:
        for turn in range(len(items)):
            while turn not in finished:
                while given < min(len(items), turn + jobs * _AHEAD) and crew.give(
                    given, items[given]
                ):
                    given += 1
                finished.update(crew.collect())
            yield finished.pop(turn)
    finally:
        crew.stop()


class _Crew(Generic[T, R]):
    """The workers at hand."""

    def __init__(self, task: Callable[[T], R], size: int, limit: float) -> None:
        self._task, self._size, self._limit = task, size, limit
        self._workers: list[_Worker] = []

    def give(self, number: int, item: T) -> bool:
        """Hand a piece to a free worker; False when all are busy."""
        worker = next((w for w in self._workers if w.number is None), None)
        if worker is None and len(self._workers) < self._size:
            worker = self._hire()
        if worker is None:
            return False
        worker.number, worker.deadline = number, time.monotonic() + self._limit
        with suppress(BrokenPipeError):  # it died idle: collect() will say so
            worker.pipe.send(item)
        return True

    def collect(self) -> dict[int, R | Lost]:
        """Wait for something to end, well or badly, and give it by number."""
        busy = [w for w in self._workers if w.number is not None]
        patience = min(w.deadline for w in busy) - time.monotonic()
        ready = set(wait([w.pipe for w in busy], timeout=max(patience, 0)))
        ended = {w.number: self._take(w) for w in busy if w.pipe in ready}
        late = [w for w in busy if w.pipe not in ready and w.deadline <= time.monotonic()]
        ended |= {w.number: self._give_up(w) for w in late}
        for worker in [w for w in busy if w.number in ended]:
            self._release(worker)
        return {number: result for number, result in ended.items() if number is not None}

    def stop(self) -> None:
        """End every worker at once."""
        while self._workers:
            self._workers.pop().stop()

    def _hire(self) -> _Worker:
        context = multiprocessing.get_context(_START)
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self._task, theirs), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _take(self, worker: _Worker) -> R | Lost:
        try:
            result: R = worker.pipe.recv()
        except (EOFError, OSError):
            worker.done = _LIFE
            return Lost("读取这份文件的进程意外结束，可能文件已损坏或内存不足")
        worker.done += 1
        return result

    def _give_up(self, worker: _Worker) -> Lost:
        worker.done = _LIFE
        return Lost(f"超过单份文件的时间上限 {self._limit:g} 秒，可用 --time-limit 放宽")

    def _release(self, worker: _Worker) -> None:
        worker.number = None
        if worker.done >= _LIFE:
            self._workers.remove(worker)
            worker.stop()


def _serve(task: Callable[[T], R], pipe: Connection) -> None:
    # a document is millions of objects and hardly a cycle: looking for cycles between two pieces of
    # work, not amid one, spares a long list a quarter of its time
    gc.freeze()
    gc.disable()
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            pipe.send(task(pipe.recv()))
            gc.collect()
