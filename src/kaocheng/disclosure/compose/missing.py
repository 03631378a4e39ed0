"""What is still missing (缺少的内容): told to the clerk all at once, and nothing is published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing the clerk must still supply: what about, and where to write it."""

    about: str
    message: str


class Refused(Exception):
    """Nothing is composed (不予编制): `missing` lists all that must be supplied first."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        """Refuse for want of all these."""
        super().__init__("\n".join(item.message for item in missing))
        self.missing = missing
