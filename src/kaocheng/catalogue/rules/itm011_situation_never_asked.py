"""ITM011 情形问题问不到."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.graphs import loops
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule


@rule("情形问题问不到", family="准确", of=ItemVersion)
def situation_never_asked(version: ItemVersion) -> Iterator[Flaw]:
    """在哪些情形之后问，要写得到本事项的情形，并且不能绕成一圈；一个问题至少有两个答案。"""
    waits = {situation.key: situation.when for situation in version.situations}
    circling = {key for loop in loops(waits) for key in loop}
    for number, situation in enumerate(version.situations):
        for key in situation.when:
            if key not in waits:
                message = f"要在情形“{key}”之后问，但没有这个情形"
                yield Flaw("situations", number, "when", key, message, "请改成已有的情形代号")
        if situation.key in circling:
            message = f"“{situation.question}”要等自己引出的情形，永远问不到"
            yield Flaw("situations", number, "when", situation.key, message, "请改前面的情形")
    yield from _single(version)


def _single(version: ItemVersion) -> Iterator[Flaw]:
    asked = [situation.question for situation in version.situations]
    for number, question in enumerate(asked):
        if asked.count(question) == 1:
            message = f"“{question}”只有一个答案，问了等于没问"
            yield Flaw(
                "situations",
                number,
                "answer",
                question,
                message,
                "请补上别的答案",
                severity=Severity.NOTE,
            )
