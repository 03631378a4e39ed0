"""States and other closed lists of a case (办件状态、渠道): the words the table of moves uses."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a case stands (办件状态); the ways between them are in moves.toml."""

    REGISTERED = "登记"
    SUPPLEMENTING = "待补正"
    EXAMINING = "审查"
    DECIDING = "待决定"
    DECIDED = "已决定"
    CLOSED = "办结"
    DELIVERED = "已出件"
    ARCHIVED = "归档"
    NOT_NEEDED = "不需办理"
    NOT_ACCEPTED = "不予受理"
    RETURNED = "退件"
    WITHDRAWN = "撤回"
    REVOKED = "撤销"


OPEN = (State.REGISTERED, State.SUPPLEMENTING, State.EXAMINING, State.DECIDING, State.DECIDED)
"""States in which somebody still owes the applicant an outcome (在办)."""
ACCEPTED = (State.EXAMINING, State.DECIDING, State.DECIDED)
"""Accepted and not closed (已受理未办结)."""


class Channel(StrEnum):
    """How the applicant met the hall at one step (办理渠道)."""

    WINDOW = "窗口"
    ONLINE = "网上"
    MOBILE = "移动端"
    KIOSK = "自助"
    AGENT = "帮办代办"
    CROSS_REGION = "跨域"
    POST = "邮寄"


class TaskState(StrEnum):
    """Where a task stands (环节状态)."""

    WAITING = "未到"
    OPEN = "待办"
    PAUSED = "特别程序"
    DONE = "已办"
    ENDED = "终止"


class Verdict(StrEnum):
    """What was decided (办理结果)."""

    GRANTED = "准予"
    DENIED = "不予"
    RENEWED = "视为准予延续"
