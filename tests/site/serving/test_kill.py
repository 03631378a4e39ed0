"""`kill -9` of a worker while clerks work: nothing acknowledged is lost, nothing half done, nothing doubled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.serving.replays import Plan, replay
from tests.site.serving.running import database_of


@pytest.mark.django_db  # for --store=postgresql to choose it; the site that is killed has a store of its own
def test_killed_at_work(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    """Six lines, four of them on the same cases, two kills; the rest of the proof is bench.clerks."""
    kind = pytestconfig.getoption("--store")
    plan = Plan(lines=6, shared=4, seconds=8, kills=2, seed=3, workers=1 + (kind != "sqlite"))
    with database_of(kind) as database:
        found = replay(plan, tmp_path / "store", database)
    assert [] == found.store["faults"] + found.journal.broken
    assert (0, True) == (found.audit[0], "全部相符" in found.audit[1]), found.audit[1]
    assert 2 == found.kills
    assert "done" in {step.said for step in found.journal.steps}
    assert not {status for status in found.journal.statuses if status >= 500}, found.log
