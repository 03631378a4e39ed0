"""What may still be spent (可用额度): budget and adjustments so far, less what has been paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from kaocheng.money.controls.breaches import Breach, Desk, yuan
from kaocheng.money.records import Adjustment, BudgetLine, Payment

Key = tuple[str, str, str, str, str, str]
"""Office, 功能, 经济, nature, source, project: what one budget line is for."""
_CLASS = 3
_FIELDS = ("office", "function", "economic", "nature", "source", "project")
_KEY = attrgetter(*_FIELDS)


@dataclass(slots=True)
class Line:
    """All budget lines for the same thing (同类预算): in 分, with the numbers they bear."""

    numbers: set[str] = field(default_factory=set)
    given: int = 0
    paid: int = 0

    @property
    def available(self) -> int:
        """What may still be paid."""
        return self.given - self.paid


def over_the_line(desk: Desk) -> Iterator[Breach]:
    """Payments without a budget line or above it, by date; reductions below what is paid."""
    lines = _lines(desk)
    named = {number: line for line in lines.values() for number in line.numbers}
    moves: Iterator[tuple[int, Adjustment | Payment]] = chain(
        desk.accepted("adjustments"), desk.accepted("payments")
    )
    # the order of a day stays: money is given before it is spent
    for index, move in sorted(moves, key=lambda move: move[1].on):
        if isinstance(move, Adjustment):
            yield from _adjusted(index, move, named.get(move.line))
        else:
            line = _line_of(lines, move)
            if line is not None and 0 <= move.amount <= line.given - line.paid:  # as nearly all
                line.paid += move.amount
            else:
                yield from _paid(desk, index, move, line)
    yield from _set_aside(desk, lines)


def _set_aside(desk: Desk, lines: dict[Key, Line]) -> Iterator[Breach]:
    """Payments kept out for something else that no line, or none with so much left, could bear."""
    for index, payment in desk.aside("payments", "number", *_FIELDS, "amount"):
        line = _line_of(lines, payment)
        if _doubtful(desk, payment):
            continue
        if line is None:
            yield _without_line(index, payment)
        elif payment.amount > max(line.available, 0) and not _moving(desk, line):
            yield _over(index, payment, line, "全年还可用")


def _lines(desk: Desk) -> dict[Key, Line]:
    lines: dict[Key, Line] = {}
    for _, budget in desk.accepted("budget"):
        line = lines.setdefault(key_of(budget, budget.economic), Line())
        line.numbers.add(budget.number)
        line.given += budget.amount
    return lines


def key_of(record: BudgetLine | Payment, economic: str) -> Key:
    """What a budget line or a payment is for, on that 经济科目."""
    return (
        record.office, record.function, economic, record.nature, record.source, record.project
    )  # fmt: skip


def _line_of(lines: dict[Key, Line], payment: Payment) -> Line | None:
    """The line of exactly its 经济科目, or the line of the 类 above it."""
    exact = lines.get(_KEY(payment))
    return exact or lines.get(key_of(payment, payment.economic[:_CLASS]))


def _adjusted(index: int, move: Adjustment, line: Line | None) -> Iterator[Breach]:
    if line is None:
        return
    if line.available + move.amount < 0:
        message = f"调减后不够：当时可用 {yuan(line.available)}，调减 {yuan(-move.amount)}"
        remedy = "请核对调减数和日期，或先更正已经支付的"
        yield Breach("adjustments", index, "amount", message, remedy)
        return
    line.given += move.amount


def _paid(desk: Desk, index: int, payment: Payment, line: Line | None) -> Iterator[Breach]:
    if line is None:
        if not _doubtful(desk, payment):
            yield _without_line(index, payment)
    elif payment.amount > max(line.given - line.paid, 0):
        if not _doubtful(desk, payment) and not _moving(desk, line):
            yield _over(index, payment, line)
    elif line.paid + payment.amount < 0:
        if not _doubtful_refund(desk, payment):
            message = f"退款比已经支付的多：已付 {yuan(line.paid)}，退款 {yuan(-payment.amount)}"
            remedy = "请核对科目和金额；退以前年度的款不写在这里"
            yield Breach("payments", index, "amount", message, remedy)
    else:
        line.paid += payment.amount


def _doubtful(desk: Desk, payment: Payment) -> bool:
    """Whether a budget line that was kept out may be the payment's."""
    office, function, economic, nature, source, project = key_of(payment, payment.economic)
    return any(
        desk.doubts.about(
            "budget",
            office=office,
            function=function,
            economic=wanted,
            nature=nature,
            source=source,
            project=project,
        )
        for wanted in (economic, economic[:_CLASS])
    )


def _doubtful_refund(desk: Desk, payment: Payment) -> bool:
    return desk.doubts.about("payments", office=payment.office, function=payment.function)


def _moving(desk: Desk, line: Line) -> bool:
    """Whether an adjustment that was kept out may change the line."""
    return any(desk.doubts.about("adjustments", line=number) for number in line.numbers)


def _without_line(index: int, payment: Payment) -> Breach:
    parts = [payment.function, payment.economic, payment.nature, payment.source, payment.project]
    said = "、".join(part for part in parts if part)
    message = f"没有这一项预算（{said}）"
    remedy = "请核对单位、科目、性质、来源和项目；年中新增的，先在“年初预算”写 0，再写“预算调整”"
    return Breach("payments", index, "amount", message, remedy)


def _over(index: int, payment: Payment, line: Line, left: str = "当时可用") -> Breach:
    short = payment.amount - line.available
    message = (
        f"超出可用额度：{left} {yuan(line.available)}，这笔 {yuan(payment.amount)}，"
        f"超出 {yuan(short)}"
    )
    remedy = "请核对科目、金额和日期；确需支付的先办追加，写进“预算调整”"
    return Breach("payments", index, "amount", message, remedy)
