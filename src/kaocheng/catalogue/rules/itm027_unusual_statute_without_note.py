"""ITM027 许可的法定时限不同于一般期限却没有写出处."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule
from kaocheng.law.figures import legal


@rule("许可的法定时限不同于一般期限却没有写出处", family="完整", of=ItemVersion, severity="note")
def unusual_statute_without_note(version: ItemVersion) -> Iterator[Flaw]:
    """行政许可的法定时限与一般期限不同的，要写明出自哪部法律法规。"""
    statutory = version.limits.statutory
    if version.kind != _LICENCE or statutory is None or version.limits.statutory_note.strip():
        return
    usual = legal("licensing.decide", on=version.valid_from)
    if statutory != usual.budget:
        message = f"法定时限{statutory}，一般的是{usual.budget}（{usual.basis}），没有写出处"
        remedy = "请在法定时限说明里写明出自哪部法律法规的哪一条，或核对时限"
        yield of_element("limits.statutory_note", "", message, remedy)


_LICENCE = "01"
