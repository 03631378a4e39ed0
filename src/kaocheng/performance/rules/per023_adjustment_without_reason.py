"""PER023: a budget changed in the year without a word why."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.records import Entry, SelfEvaluation
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER023"


@rule("年中调整预算没有说明原因", family="完整性", of=SelfEvaluation, severity="note")
def adjustment_without_reason(form: SelfEvaluation) -> Iterator[Said]:
    """调整后预算数与年初预算数不同，且表上有“原因”一栏的，应写明追加或调减的理由。"""
    row = form.fund
    before = row.initial.figure if row and row.initial else None
    after = row.adjusted.figure if row and row.adjusted else None
    if row is None or before is None or after is None or row.reason is None:
        yield skipped(_CODE, "表上没有年初预算、调整后预算或“原因”栏")
        return
    if before.value == after.value or _explained(row.reason):
        return
    yield Finding(
        _CODE,
        after.place,
        after.text,
        f"年初{before.text}，调整后{after.text}",
        "写明调整原因",
        f"年初预算{before.text}，调整后{after.text}，“原因”一栏没有说明。",
        plainly(after.value - before.value),
        "在“原因”一栏写明追加或调减的依据和理由。",
        related=(before.place, row.reason.place),
    )


def _explained(reason: Entry) -> bool:
    printed = any(word in reason.text for word in vocabulary()["words"]["instructions"])
    return not reason.blank and not printed
