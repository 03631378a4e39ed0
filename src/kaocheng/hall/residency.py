"""Residency of departments (部门进驻): how they moved in, their items, staff, and who may sign what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ALL_ITEMS = "*"
"""In an authorisation: all items of the department (全部事项)."""


class Mode(StrEnum):
    """How a department is in the hall (进驻方式)."""

    STAFF_AND_ITEMS = "人员和事项进驻"
    ITEMS = "事项进驻"


class Power(StrEnum):
    """What an authorised person may do (授权内容)."""

    ACCEPT = "受理"
    REVIEW = "审核"
    SIGN = "签发"
    EXTEND = "批准延期"


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A letter of authorisation (授权书): who may do what on which items of a department, from – until.

    `revoked_on` is the first day it no longer holds.
    """

    number: str
    department: str
    account: str
    items: tuple[str, ...]
    powers: tuple[Power, ...]
    since: date
    until: date | None = None
    revoked_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is in force that day (当日有效)."""
        ended = self.revoked_on is not None and self.revoked_on <= day
        return self.since <= day and (self.until is None or day <= self.until) and not ended

    def holds_in(self, first: date, last: date) -> bool:
        """Whether it is in force on some day of the span (期间有效)."""
        ends = [d for d in (self.until,) if d is not None]
        if self.revoked_on is not None and self.revoked_on <= max(first, self.since):
            return False
        return self.since <= last and all(first <= end for end in ends)

    def covers(self, item: str, power: Power) -> bool:
        """Whether the item and the power are named in it (授权范围)."""
        return power in self.powers and (ALL_ITEMS in self.items or item in self.items)


@dataclass(frozen=True, slots=True)
class Residency:
    """A department's residency (进驻登记).

    `due` are the items that ought to be in the hall (应进驻事项), `items` those that are (已进驻事项),
    `staff` the accounts of the people sent; `excused` the items left outside with a reason on record.
    """

    department: str
    name: str
    mode: Mode
    since: date
    until: date | None = None
    due: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()

    def holds_in(self, first: date, last: date) -> bool:
        """Whether the department was resident on some day of the span (期间进驻)."""
        return self.since <= last and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with what proves it (比率): the items counted, the items of the whole, the missing ones.

    `value` is None when there is nothing to divide by, which is not zero.
    """

    name: str
    counted: tuple[str, ...]
    whole: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def value(self) -> Decimal | None:
        """Counted ÷ whole (比率值)."""
        return Decimal(len(self.counted)) / len(self.whole) if self.whole else None


def residency_rate(residencies: Iterable[Residency]) -> Rate:
    """进驻率 = items in the hall ÷ items that ought to be, those excused left out of both."""
    pairs = [(r, item) for r in residencies for item in r.due if item not in r.excused]
    inside = [item for r, item in pairs if item in r.items]
    return _rate("进驻率", inside, [item for _, item in pairs])


def authorisation_rate(
    residencies: Iterable[Residency], letters: Iterable[Authorisation], day: date
) -> Rate:
    """授权率 = resident items that somebody sent here may sign on that day ÷ all resident items."""
    valid = [letter for letter in letters if letter.holds(day)]
    pairs = [(r, item) for r in residencies for item in r.items]
    return _rate(
        "授权率",
        [item for r, item in pairs if _signable(r, item, valid)],
        [item for _, item in pairs],
    )


def may(
    letters: Iterable[Authorisation], account: str, item: str, power: Power, day: date
) -> Authorisation | None:
    """The letter under which the person may do this on that day (授权依据), None when there is none."""
    return next(
        (
            letter
            for letter in letters
            if letter.account == account and letter.holds(day) and letter.covers(item, power)
        ),
        None,
    )


def _signable(residency: Residency, item: str, letters: list[Authorisation]) -> bool:
    return any(
        letter.department == residency.department
        and letter.account in residency.staff
        and letter.covers(item, Power.SIGN)
        for letter in letters
    )


def _rate(name: str, counted: list[str], whole: list[str]) -> Rate:
    return Rate(
        name, tuple(counted), tuple(whole), tuple(item for item in whole if item not in counted)
    )
