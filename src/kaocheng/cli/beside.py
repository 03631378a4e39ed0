"""Work done beside other work (并行): a second processor runs a generator, its yields come back.

Where there is no second processor, or processes cannot be split off as they stand, the same
generator runs here, as its results are asked for: the outcome is the same, only later. Nor is a
process split off that has other threads: a lock one of them holds would stay held for ever there.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from kaocheng.cli.refusals import Refused

T = TypeVar("T")
_LOST = "帮着写文件的进程意外结束，可能内存不足，请再试一次。什么也没有写出。"


@contextmanager
def beside(work: Iterator[T]) -> Iterator[Iterator[T]]:
    """What `work` yields, worked out on another processor while the caller goes on.

    What is yielded must be picklable. An exception of `work` is raised where its next result is
    asked for; Refused when the process is lost. Leaving the block ends the process.
    """
    if not _splits():
        yield work
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield _received(ours)
    finally:
        ours.close()
        process.kill()
        process.join()


def _splits() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and _single_threaded()


def _single_threaded() -> bool:
    """Threads of libraries count too, which `threading` does not know."""
    return len(list(Path("/proc/self/task").iterdir())) == 1


def _serve(work: Iterator[object], pipe: Connection) -> None:
    gc.freeze()  # what came from the parent is not looked through for cycles, nor copied by it
    with suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            for result in work:
                pipe.send((result, None))
        except Exception as fault:  # noqa: BLE001  # it is raised where the caller waits
            pipe.send((None, fault))


def _received(pipe: Connection) -> Iterator[T]:
    while True:
        try:
            result, fault = pipe.recv()
        except EOFError as lost:
            raise Refused(_LOST) from lost
        if fault is not None:
            raise fault
        yield result
