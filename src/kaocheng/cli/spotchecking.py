"""`kaocheng spot-check YEAR` (绩效抽查): each spot check against the self-score, and what it costs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from kaocheng.cli.taking import both
from kaocheng.disclosure.funding import funding
from kaocheng.kernel.figures import Figure
from kaocheng.performance.results import Checked, Evaluations
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.spotcheck import accuracy_score


def run(options: Namespace) -> int:
    """Tell each spot check: 0 none costs anything, 1 one does.

    Raises Refused where the year cannot be taken.
    """
    accounts, judged = both(options.year)
    made = evaluations(judged, funding(accounts))
    lines = _json(made) if options.format == "json" else said(made)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return int(any(one.deduction and one.deduction.value > 0 for one in made.checks))


def said(made: Evaluations) -> Iterator[str]:
    """The spot checks for people."""
    if not made.checks:
        yield "没有抽查记录；抽查得分写在登记表“绩效抽查”里。"
    for one in made.checks:
        check = one.check
        yield f"{check.subject} {check.on.isoformat()} {check.body}"
        yield f"  自评得分 {one.own.text}，抽查得分 {one.theirs.text}，差异 {one.difference.text}"
        if one.deduction is not None:
            left = _accuracy(made, one)
            earned = f"，自评准确得 {left.text} 分" if left else ""
            yield f"  自评准确扣 {one.deduction.text} 分{earned}"
        if check.findings:
            yield f"  发现问题：{check.findings}"
        yield f"  {_followed(one)}"


def _accuracy(made: Evaluations, one: Checked) -> Figure | None:
    """The score of 自评准确 on the scorecard of the same subject."""
    cards = (c for c in made.cards if c.subject == one.check.subject and c.later)
    card = next(cards, None)
    return accuracy_score(card, one) if card else None


def _followed(one: Checked) -> str:
    mended, reported = one.check.mended, one.check.reported
    return "，".join((
        f"{mended.isoformat()} 整改完成" if mended else "还没有写整改完成日期",
        f"{reported.isoformat()} 反馈" if reported else "还没有写反馈日期",
    ))  # fmt: skip


def _json(made: Evaluations) -> Iterator[str]:
    for one in made.checks:
        left = _accuracy(made, one)
        record = {
            "subject": one.check.subject,
            "on": one.check.on.isoformat(),
            "body": one.check.body,
            "own": one.own.text,
            "theirs": one.theirs.text,
            "difference": one.difference.text,
            "deduction": one.deduction.text if one.deduction else None,
            "accuracy": left.text if left else None,
            "mended": one.check.mended and one.check.mended.isoformat(),
            "reported": one.check.reported and one.check.reported.isoformat(),
        }
        yield json.dumps(record, ensure_ascii=False)
