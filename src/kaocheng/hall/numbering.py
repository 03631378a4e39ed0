"""Numbers of tickets and appointments (编号): letter and serial a day, unique in the county by hall and day."""

from __future__ import annotations

import re
from datetime import date

from kaocheng.kernel.refusing import Refusal

_LETTER = re.compile(r"[A-Z]{1,2}\Z")


def ticket_label(letter: str, serial: int) -> str:
    """What is called and printed (号码): A001, and A1000 after A999."""
    return f"{letter}{serial:03d}"


def ticket_number(hall: str, day: date, label: str) -> str:
    """The number of a ticket in its county (号票编号)."""
    return f"{hall}-{day:%Y%m%d}-{label}"


def check_letter(letter: str) -> None:
    """Refuse a letter of a group that cannot be read out clearly (字头校验)."""
    if not _LETTER.match(letter):
        raise Refusal("group.letter", f"号码字头“{letter}”不合要求。", "请用一到两个大写英文字母。")
