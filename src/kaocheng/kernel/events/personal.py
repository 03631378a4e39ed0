"""Personal data kept out of events (个人信息不入事件): a text that holds an identity number is found."""

from __future__ import annotations

import re
from datetime import date

from kaocheng.kernel.idnumbers import fault

_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")


def identity_number(text: str, on: date) -> str:
    """The first citizen's identity number in the text, "" when there is none.

    Only numbers with a right check digit and a birthday count, so that other long numbers pass.
    """
    found = _NUMBER.findall(text)
    return next((number for number in found if not fault(number.upper(), on)), "")
