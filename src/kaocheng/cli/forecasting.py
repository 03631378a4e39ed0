"""`kaocheng forecast YEAR` (绩效预测): what the year's score will be, and which indicators are in danger."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from kaocheng.cli.taking import both
from kaocheng.disclosure.funding import funding
from kaocheng.money.asof import until
from kaocheng.performance.forecast import Forecast, forecasts
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.wording import plainly

MONITORED = (6, 9, 11)
"""The months in which monitoring is asked for (运行监控)."""


def run(options: Namespace) -> int:
    """Tell the forecast of each month asked for: 0 nothing is in danger, 1 something is.

    Raises Refused where the year cannot be taken.
    """
    accounts, judged = both(options.year)
    months = options.month or _told_of(judged)
    made = [
        one for month in months for one in forecasts(judged, funding(until(accounts, month)), month)
    ]
    lines = map(_json, made) if options.format == "json" else said(made)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return int(any(one.endangered for one in made))


def _told_of(judged: PerformanceYear) -> Sequence[int]:
    """The months of monitoring that have been reported, the first one where none has."""
    last = max((reading.on.month for reading in judged.monitoring), default=0)
    return [month for month in MONITORED if month <= last] or MONITORED[:1]


def said(made: Sequence[Forecast]) -> Iterator[str]:
    """The forecasts for people: a sentence for each goal, then what is in danger, the worst first."""
    if not made:
        yield "没有带指标的绩效目标，无从预测。"
    for forecast in made:
        yield f"{forecast.words}。"
        for outlook in forecast.endangered:
            low, high = (
                plainly(round(end, 2)) for end in (outlook.points.low, outlook.points.high)
            )
            points = low if low == high else f"{low}至{high}"
            maximum = plainly(outlook.maximum)
            yield f"  {outlook.danger}  {outlook.name}（{maximum}分，预计{points}分）：{outlook.why}"


def _json(forecast: Forecast) -> str:
    record: dict[str, Any] = {
        "month": forecast.month,
        "subject": forecast.goal.subject,
        "name": forecast.goal.name,
        "scorecard": forecast.title or None,
        "low": str(round(forecast.points.low, 2)),
        "high": str(round(forecast.points.high, 2)),
        "indicators": [
            {
                "number": outlook.planned.number if outlook.planned else None,
                "name": outlook.name,
                "maximum": str(outlook.maximum),
                "low": str(round(outlook.points.low, 2)),
                "high": str(round(outlook.points.high, 2)),
                "danger": outlook.danger,
                "why": outlook.why,
            }
            for outlook in forecast.outlooks
        ],
    }
    return json.dumps(record, ensure_ascii=False)
