"""What is known when a case is registered (接件情况), and why it may not be registered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kaocheng.cases.fields import READERS
from kaocheng.cases.lists import channel_kinds
from kaocheng.cases.materials import needed
from kaocheng.cases.states import Channel
from kaocheng.catalogue.codes import named
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal


@dataclass(frozen=True, slots=True)
class Intake:
    """How a case came in (接件情况): everything known when it is registered.

    `applicant_kind` is the code of 服务对象 (GB/T 39046), "" where nobody said; `renewal_of` and `expires_on`
    are the number and the last day of the permit that is to be renewed; `renewal_issue` is the case that issued it
    here, where number and day were compared, "" for a permit of another office.
    """

    county: str
    number: str
    applicant: str
    channel: Channel
    applicant_kind: str = ""
    unit: str = ""
    hall: str = ""
    window: str = ""
    window_kind: str = ""
    ticket: str = ""
    situations: Sequence[str] = ()
    received: Sequence[Any] = ()
    agent: str = ""
    letter: str = ""
    region: str = ""
    reference: str = ""
    renewal_of: str = ""
    expires_on: date | None = None
    renewal_issue: str = ""
    parent: str = ""
    pinned: str = ""


def check_intake(version: ItemVersion, intake: Intake, today: date) -> None:
    """Raise the first Refusal there is: version, channel, applicant, situations, materials, renewal."""
    for check in _CHECKS:
        for refused in check(version, intake, today):
            raise refused


def no(code: str, why: str, remedy: str) -> Refusal:
    """What is said when it cannot be registered: why, and what to do instead."""
    return Refusal(f"case.{code}", f"不能登记：{why}。", f"{remedy}。")


def _version(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:  # noqa: ARG001
    if today < version.valid_from or (version.valid_to and today > version.valid_to):
        why = f"“{version.name}”第 {version.version} 版今天不在有效期内"
        yield no("version", why, "请用现行的版本登记")


def _channel(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:  # noqa: ARG001
    codes = channel_kinds()[intake.channel].codes
    if codes and version.channels and not set(codes) & set(version.channels):
        yield no("channel", f"“{version.name}”没有开通{intake.channel}办理", "请换一个渠道")
    if intake.channel is Channel.AGENT and not (intake.agent and intake.letter):
        yield no("agent", "帮办代办没有登记代办人员和委托书", "请补登后再接件")
    if intake.channel is Channel.CROSS_REGION and not intake.region:
        yield no("region", "跨域通办没有登记对方行政区划", "请补登后再接件")


def _applicant(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:  # noqa: ARG001
    kind, served = intake.applicant_kind, version.applicants
    if kind and served and kind not in served:
        names = "、".join(named("applicant", code) for code in served)
        why = f"“{version.name}”只面向{names}，申请人是{named('applicant', kind)}"
        yield no("applicant", why, "请核对申请人类型，或改选面向该类申请人的事项")


def _situations(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:  # noqa: ARG001
    asked = {s.key for s in version.situations}
    if strange := [key for key in intake.situations if key not in asked]:
        why = f"“{version.name}”没有{'、'.join(strange)}这种情形"
        yield no("situation", why, "请重新选择情形")


def _materials(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:  # noqa: ARG001
    known = {m.key for m in version.materials}
    try:
        keys = [row["key"] for row in READERS["received"](intake.received)]
    except ValueError as wrong:
        yield no("material", f"登记的材料{wrong}", "请照材料清单填写")
        return
    if strange := [key for key in keys if key not in known]:
        yield no("material", f"“{version.name}”不收{'、'.join(strange)}", "请核对材料清单")
    if not keys and (wanted := needed(version, tuple(intake.situations))):
        why = f"一份材料也没有交，“{version.name}”需要{'、'.join(m.name for m in wanted)}"
        yield no("nothing", why, "请至少交一份材料（如申请表），缺的会一次告知补正")


def _renewal(version: ItemVersion, intake: Intake, today: date) -> Iterator[Refusal]:
    told = bool(intake.renewal_of), intake.expires_on is not None
    if not version.renews and any(told):
        why = f"“{version.name}”不是延续事项，不填原许可证编号和有效期"
        yield no("renewal", why, "请去掉这两项，或改选延续事项")
    if version.renews and not all(told):
        why = "申请延续没有填原许可证编号或有效期届满日"
        yield no("renewal", why, "请按原许可证填写")
    if intake.expires_on is not None and intake.expires_on < today:
        why = f"原许可已于 {intake.expires_on} 期满，不能再延续"
        yield no("renewal", why, "请核对日期；已经期满的按新申请办理")


_CHECKS: tuple[Callable[[ItemVersion, Intake, date], Iterator[Refusal]], ...] = (
    _version, _channel, _applicant, _situations, _materials, _renewal,
)  # fmt: skip
