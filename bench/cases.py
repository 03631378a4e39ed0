"""A case of four steps through the services, beside the same statements as plain SQL (办件快慢).

python -m bench.cases [sqlite|postgresql|both] [cases a process]

Two processes work at once on one store. First each takes cases from the window to the hand-over, every step
with its row, tasks, clocks and event. Then the statements those steps sent, taken down once, are sent again for
as many cases on a fresh store by the database driver alone. What is printed is cases a second, and the ratio.
With BENCH_AHEAD=1 in the environment a busy machine measures SQLite as a quiet one does (`casework.AHEAD`).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from bench.casework import prepare, record, worker

PROCESSES = 2
COUNT = 150
SERVER = "postgresql://postgres@127.0.0.1:5432/"
WANTED = 0.25


@contextmanager
def store(kind: str) -> Iterator[str]:
    """A fresh store of that kind, named by its address; gone afterwards."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="kaocheng-bench-") as folder:
            yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return
    name = f"kaocheng_bench_{os.getpid()}"
    with _server() as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield SERVER + name
    finally:
        with _server() as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _server() -> Iterator[object]:
    import psycopg  # noqa: PLC0415  # the bench on SQLite runs without the driver

    with psycopg.connect(SERVER + "postgres", autocommit=True) as connection:
        yield connection


def both(address: str, work: str, count: int, steps: object) -> float:
    """Cases a second when two processes do this work at once on one store, each made ready before."""
    context = get_context("spawn")
    pipes, processes = [], []
    for number in range(PROCESSES):
        here, there = context.Pipe()
        arguments = (there, work, address, number, count, steps)
        processes.append(context.Process(target=worker, args=arguments))
        pipes.append(here)
        processes[-1].start()
    for told in ("ready", "go"):
        for pipe in pipes:
            pipe.recv() if told == "ready" else pipe.send(told)
    times = [pipe.recv() for pipe in pipes]
    for process in processes:
        process.join()
    return PROCESSES * count / (max(end for _, end in times) - min(begun for begun, _ in times))


def alone(address: str, work: object, *arguments: object) -> object:
    """What one process by itself finds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, address, *arguments).result()


def compare(kind: str, count: int) -> float:
    """Print both speeds on a store of this kind, and give the ratio."""
    with store(kind) as address:
        alone(address, prepare, True)
        taken = alone(address, record)
        ours = both(address, "services", count, taken)
    with store(kind) as address:
        alone(address, prepare, True)
        bare = both(address, "plain", count, taken)
    statements = sum(len(step) for step in taken)
    print(
        f"{kind:<12}services {ours:7.1f} cases/s   plain SQL {bare:7.1f} cases/s   "
        f"ratio {ours / bare:.2f}   {len(taken)} transactions, {statements} statements a case"
    )
    return ours / bare


def main(kind: str, count: int) -> int:
    """Compare on one store or both; 1 when a ratio is below what was asked for."""
    kinds = ("sqlite", "postgresql") if kind == "both" else (kind,)
    return int(min(compare(kind, count) for kind in kinds) < WANTED)


if __name__ == "__main__":
    sys.exit(
        main(
            sys.argv[1] if len(sys.argv) > 1 else "both",
            int(sys.argv[2]) if len(sys.argv) > 2 else COUNT,
        )
    )
