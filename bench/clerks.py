"""Thirty clerks at once (三十个窗口同时办件): `python -m bench.clerks [sqlite|postgresql] [--kills N] …`.

A site is started on a fresh store and loaded through its pages: every line opens cases and moves them to the
hand-over with the serial its page showed; some lines work on the same cases. With `--kills` the worker is
killed (`kill -9`) at random moments. At the end the store is compared with what the clerks were told.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.site.serving.replays import Found, Plan, replay
from tests.site.serving.running import database_of
from tests.site.serving.windowlines import Told


def main() -> int:
    """Run as often as was asked for; 1 if anything was lost, doubled or left half done."""
    options = _options()
    wrong = 0
    for turn in range(options.rounds):
        plan = Plan(
            options.lines, options.shared, options.seconds, options.kills, options.seed + turn,
            options.workers or (2 if options.kind == "postgresql" else 1),
        )  # fmt: skip
        with (
            tempfile.TemporaryDirectory(prefix="kaocheng-clerks-") as folder,
            database_of(options.kind) as database,
        ):
            found = replay(plan, Path(folder) / "store", database)
        wrong += _tell(options.kind, plan, found)
    return int(bool(wrong))


def _tell(kind: str, plan: Plan, found: Found) -> int:
    """Print the figures; how many faults there were."""
    waits, said = sorted(found.journal.waits), Counter(s.said for s in found.journal.steps)
    faults = [*found.store["faults"], *found.journal.broken]
    if found.audit[0]:
        faults.append(found.audit[1])
    print(
        f"{kind}: {plan.lines} lines ({plan.shared} on shared cases), {plan.workers} worker(s), seed {plan.seed}, "
        f"{found.lasted:.0f} s, {found.kills} kills"
    )
    print(
        f"  {len(waits)} requests, {len(waits) / found.lasted:.1f}/s, p50 {_percentile(waits, 50):.0f} ms, "
        f"p95 {_percentile(waits, 95):.0f} ms, answers {dict(sorted(Counter(found.journal.statuses).items()))}"
    )
    print(
        f"  steps acknowledged {said['done']}, refused {said['refused']}, unheard of {said['unknown']}; "
        f"kept: {found.store['cases']} cases, {found.store['events']} events"
    )
    print(f"  refusals: {_refusals(found.journal.steps)}")
    print(f"  audit: {found.audit[1].strip().splitlines()[-1]}   faults: {len(faults)}")
    for fault in faults[:30]:
        print(f"    {fault}")
    return len(faults)


def _refusals(steps: list[Told]) -> dict[str, int]:
    return dict(Counter(s.sentence or "?" for s in steps if s.said == "refused").most_common())


def _percentile(ordered: list[float], share: int) -> float:
    """A percentile in milliseconds."""
    if not ordered:
        return 0.0
    return 1000 * ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--lines", type=int, default=30)
    parser.add_argument("--shared", type=int, default=12, help="lines that work on the same cases")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, default=0, help="kill -9 of the worker in each round")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0, help="one on SQLite, two on PostgreSQL")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
