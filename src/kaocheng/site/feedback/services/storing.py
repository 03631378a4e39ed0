"""What the services of feedback share: numbers, months, events, who acts (好差评入库)."""

from __future__ import annotations

from datetime import datetime

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.events import Facts
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.audit.services import append
from kaocheng.site.base.tokens import readable

RATER = "评价人"
"""Who rates, in the events: never an account, never a name."""
SYSTEM = "system"


def new_number(county: str, at: datetime) -> str:
    """A number that is unique in the nation (评价编号): county, day, eight random letters.

    Not a running number: the next in line would tell who rated after whom.
    """
    return f"{county}P{at.astimezone(SHANGHAI):%Y%m%d}{readable(8)}"


def month_of(at: datetime) -> str:
    """The month in local time (“2026-03”)."""
    return f"{at.astimezone(SHANGHAI):%Y-%m}"


def tell(county: str, number: str, kind: str, hand: Hand, facts: Facts) -> None:
    """Append one event to the stream of a rating."""
    append(
        county=county, stream=f"rating/{number}", kind=kind, facts=facts,
        actor=hand.by, role=hand.role, at=hand.at,
    )  # fmt: skip
