"""Who does something (经办): the same in every app, so that events tell it in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.kernel.clocks import local_day
from kaocheng.site.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does something, in which role, when (经办).

    `by` is an account, or a name where no account acts: a device's, the system's.
    """

    by: Account | str
    role: str
    at: datetime

    @property
    def name(self) -> str:
        """The name that rows and events bear (经办人)."""
        return self.by if isinstance(self.by, str) else self.by.get_username()

    @property
    def unit(self) -> str:
        """The department the account belongs to (所属部门), "" without one."""
        return "" if isinstance(self.by, str) else self.by.unit

    @property
    def today(self) -> date:
        """The day in Beijing (当日)."""
        return local_day(self.at)
