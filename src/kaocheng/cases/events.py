"""Events of a case (办件事件) and those who bring them about, before they are chained and stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Happening(Protocol):
    """What `evolve` needs of an event: kernel events and `CaseEvent` both have it."""

    @property
    def kind(self) -> str:
        """The key of the move."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What was given and what follows from it."""

    @property
    def actor(self) -> str:
        """The number of the account, or "law"."""

    @property
    def role(self) -> str:
        """The role it acted in."""

    @property
    def at(self) -> datetime:
        """When."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened to a case (办件事件), before it is chained and stored."""

    kind: str
    facts: Mapping[str, Any]
    actor: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a move (经办人): account number, department, and what that person is authorised to do.

    `authorised` (授权) tells whether a letter gives this person the power the move asks for (受理、审核、签发);
    None where the department has given no letters, and then the role and department alone decide.
    `applicant` is the applicant's number when somebody acts in his own matter; `name` what a member of
    staff is called, "" where that does not matter.
    """

    number: str
    unit: str = ""
    authorised: bool | None = None
    applicant: str = ""
    name: str = ""


LAW = Actor("law")
"""What happens because the law says so (依法视为)."""
