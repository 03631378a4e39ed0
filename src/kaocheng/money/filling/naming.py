"""Names of 科目 as they are printed in a year's tables."""

from __future__ import annotations

from kaocheng.editions.codes import names_of
from kaocheng.money.records import AccountsYear


def code_name(code: str, year: AccountsYear) -> str:
    """The name of a code in that year, the office's own (补充科目) first; "" for an unknown one."""
    own = next((subject.name for subject in year.subjects if subject.code == code), "")
    found = names_of(code, year.year) or names_of(code)
    return own or (found[0].name if found else "")
