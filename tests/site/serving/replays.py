"""A replay (演练): clerks load a site, its worker is killed now and then, and the store is compared after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from tests.site.serving.running import Site, audit, pause, store_work
from tests.site.serving.windowlines import Board, Hours, Journal, Line

GRACE = 6.0
"""A worker that dies younger than this is taken for one that cannot start, and the site stops."""
RETURN = 3.0
"""Of these, seconds in which people go on working, while the site comes back."""
LONGEST = 60.0
"""Seconds a worker may need to stand up again on a slow machine."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many lines, how many of them on shared cases, for how long, how often the worker is killed."""

    lines: int
    shared: int
    seconds: float
    kills: int = 0
    seed: int = 1
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it: what clerks were told, what the store holds, what the audit said."""

    journal: Journal
    store: dict[str, Any]
    audit: tuple[int, str]
    lasted: float
    kills: int
    log: str


def replay(plan: Plan, store: Path, database: str = "") -> Found:
    """Fill, serve, load, kill, stop, compare."""
    sessions = store_work("fill", store, database, {"lines": plan.lines})
    begun = monotonic()
    with Site(store, database, plan.workers) as site:
        begun = monotonic()
        hours = Hours(begun + plan.seconds + plan.kills * LONGEST)
        board = Board(max(1, plan.shared // 4))
        lines = [
            Line(name, site.port, own, hours, board if at < plan.shared else None)
            for at, (name, own) in enumerate(sessions.items())
        ]
        for line in lines:
            line.start()
        kills = _kill(site, plan, lines, hours)
        hours.end = max(begun + plan.seconds, monotonic())
        for line in lines:
            line.join(plan.seconds + 2 * LONGEST)
        lasted = monotonic() - begun
        site.wait()
    journal = _together(lines)
    told = store_work("check", store, database, [asdict(step) for step in journal.steps])
    return Found(journal, told, audit(store, database), lasted, kills, site.log.read_text("utf-8"))


def _kill(site: Site, plan: Plan, lines: Sequence[Line], hours: Hours) -> int:
    """Kill a worker at random moments, never so early that the site takes it for a failed start.

    While the next one would come too early, people who have seen the site come back have a break.
    """
    random, done = Random(plan.seed), 0  # noqa: S311  # a replay, not a secret
    pause(random.uniform(1, 3) if plan.kills else 0)
    while done < plan.kills and any(line.is_alive() for line in lines):
        site.kill_worker(random.randrange(plan.workers))
        done += 1
        ripe = monotonic() + GRACE
        pause(RETURN)
        site.wait()
        hours.working.clear()
        pause(ripe - monotonic())
        hours.working.set()
        pause(random.uniform(0.5, 3))
    return done


def _together(lines: Sequence[Line]) -> Journal:
    found = Journal()
    for line in lines:
        own = line.journal
        found.steps += own.steps
        found.waits += own.waits
        found.statuses += own.statuses
        found.broken += own.broken + ([f"{line.name} did not end"] if line.is_alive() else [])
    return found
