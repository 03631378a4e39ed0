"""Scores set by hand (调整得分): taken only with a reason and a post, never full without evidence."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.lineage import VALUES
from kaocheng.performance.lifecycle import Override, PerformanceYear, is_post
from kaocheng.performance.making import points
from kaocheng.performance.results import Scored


def overridden(year: PerformanceYear, subject: str, item: Scored) -> Scored:
    """The item with its override, where there is one that may be taken."""
    made = [o for o in year.overrides if o.subject == subject and o.about == item.about]
    for override in made:
        if _may(override, item) and override.score is not None:
            number = (f"调整/{subject}/{item.about}",)
            score = points(f"{item.name}得分", override.score, VALUES)
            return replace(item, override=override, score=replace(score, records=number))
    return item


def _may(override: Override, item: Scored) -> bool:
    if override.score is None or not override.reason or not is_post(override.post):
        return False
    most = item.maximum.value
    within = 0 <= override.score <= most
    return within and (item.computed is not None or override.score < most)
