"""The limits of a guide explained (时限说明): what the law says of each, with the article it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.law.figures import Dated, legal
from kaocheng.law.procedures import not_counted


@dataclass(frozen=True, slots=True)
class Term:
    """One limit in words (时限): what it is called, how long, what that means, on what basis."""

    title: str
    limit: str
    text: str
    basis: str


def terms(version: ItemVersion, on: date) -> tuple[Term, ...]:
    """The limits a citizen may rely on; those of 行政许可法 only for a 许可."""
    return tuple(_terms(version, on))


def counting(limit: Budget) -> str:
    """How days of a unit are counted."""
    return _COUNTING[limit.span]


def _terms(version: ItemVersion, on: date) -> Iterator[Term]:
    limits, licence = version.limits, version.permit
    if licence:
        missing = legal("licensing.notify_missing", on)
        yield _term(
            missing,
            "材料不齐的，一次告知要补的全部内容",
            "逾期不告知的，自收到材料之日起即为受理。",
        )
    if limits.statutory is not None:
        basis = limits.statutory_note or (_usual(limits.statutory, on) if licence else "")
        yield Term("法定办结时限", str(limits.statutory), "法律法规规定的最长时限。", basis)
    said = limits.promised_note or f"{_begins(limits.promised)}{counting(limits.promised)}"
    yield Term("承诺办结时限", str(limits.promised), said, "本部门对外承诺")
    yield from _special(version, on)
    if licence and not version.immediate:
        extension = legal("licensing.decide_extension", on)
        yield _term(extension, "不能按期决定的，经本机关负责人批准可以延长", "延长的理由会告知您。")
        yield _term(legal("licensing.deliver", on), "准予许可的，送达证件", "自作出决定之日起算。")


def _usual(statutory: Budget, on: date) -> str:
    """The article of a limit every permit has; another limit stands in another law, which is not guessed."""
    figure = legal("licensing.decide", on)
    return figure.basis if figure.budget == statutory else "出处待补"


def _begins(limit: Budget) -> str:
    """From when a limit counts: days from the day after, hours and minutes at once."""
    return "自受理时起算。" if limit.span in (Span.HOUR, Span.MINUTE) else "自受理次日起算。"


def _special(version: ItemVersion, on: date) -> Iterator[Term]:
    """The procedures whose time the law leaves out of its limit, apart from those it counts."""
    law = not_counted(on)
    excluded = tuple(name for name in version.special if version.permit and name in law.names)
    counted = tuple(name for name in version.special if name not in excluded)
    if excluded:
        yield _procedures(excluded, _EXCLUDED, law.basis)
    if counted:
        yield _procedures(
            counted, _COUNTED, f"不在{law.basis}所列" if version.permit else "本部门对外承诺"
        )


def _procedures(names: tuple[str, ...], text: str, basis: str) -> Term:
    return Term(f"特别程序：{'、'.join(names)}", "另行告知", text, basis)


def _term(figure: Dated, title: str, text: str) -> Term:
    return Term(title, str(figure.budget), text, figure.basis)


_EXCLUDED = "所需时间不计算在法定时限和承诺时限内，部门会书面告知要多久。"
_COUNTED = "所需时间不计算在承诺时限内，法定时限照常计算，部门会书面告知要多久。"
_COUNTING = {
    Span.WORKDAY: "按工作日计算，法定节假日不算，调休上班的日子算。",
    Span.DAY: "按自然日计算，节假日也算。",
    Span.MONTH: "按月计算，到对应日为止。",
    Span.HOUR: "按办公时间计算。",
    Span.MINUTE: "按办公时间计算。",
}
