"""Walking a case through its moves in tests (测试用办件): people, a clock that goes on, and short words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from kaocheng.cases.events import LAW, Actor, CaseEvent
from kaocheng.cases.intakes import Intake
from kaocheng.cases.moves import BY_LAW, moves
from kaocheng.cases.moving import evolve, make_move
from kaocheng.cases.offering import offered
from kaocheng.cases.opening import opening_event
from kaocheng.cases.records import Case
from kaocheng.cases.states import Channel
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.calendar import work_calendar
from tests.catalogue.versions import BUREAU, FIRE, HOUSING, ordinary

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
"""A Monday with no holiday near."""
CLERK = (Actor("clerk", BUREAU), Role.WINDOW_CLERK)
HOUSE = (Actor("house", HOUSING), Role.APPROVER)
FIREMAN = (Actor("fireman", FIRE), Role.APPROVER)
CHIEF = (Actor("chief", BUREAU), Role.CHIEF_REPRESENTATIVE)
HEAD = (Actor("head", BUREAU), Role.DEPARTMENT_MANAGER)
HOUSING_HEAD = (Actor("housing-head", HOUSING), Role.DEPARTMENT_MANAGER)
HOUSING_CHIEF = (Actor("housing-chief", HOUSING), Role.CHIEF_REPRESENTATIVE)
FIRE_HEAD = (Actor("fire-head", FIRE), Role.CHIEF_REPRESENTATIVE)
ISSUER = (Actor("issuer", BUREAU), Role.ISSUER)
SUPERVISOR = (Actor("supervisor"), Role.HALL_SUPERVISOR)
APPLICANT = (Actor("citizen", applicant="A1"), Role.APPLICANT)
STRANGER = (Actor("stranger", applicant="A9"), Role.APPLICANT)
THE_LAW = (LAW, BY_LAW)
APPROVAL = {"approval": "示延批〔2026〕1号"}
PAPERS = ("form", "identity", "plan", "deed")
Who = tuple[Actor, str]


class Walk:
    """A case on its way: `to` makes a move that must succeed, `refused` one that must not."""

    def __init__(
        self, version: ItemVersion | None = None, at: datetime = MONDAY, **more: Any
    ) -> None:
        self.version = version or ordinary()
        self.at = at
        self.calendar = work_calendar()
        known: dict[str, Any] = {"channel": Channel.WINDOW, "received": PAPERS}
        if not self.version.situations:
            known["received"] = tuple(m.key for m in self.version.materials)
        else:
            known["situations"] = ("owned",)
        intake = Intake("510904", "N1", "A1", **{**known, **more})
        event = opening_event(self.version, intake, by=CLERK[0], role=CLERK[1], at=at)
        if isinstance(event, Refusal):
            raise event
        self.events: list[CaseEvent] = [event]
        self.case: Case = evolve(None, event)

    def later(self, **by: float) -> Walk:
        """The same case some time later."""
        self.at += timedelta(**by)
        return self

    def attempt(self, move: str, who: Who, **given: Any) -> tuple[CaseEvent, ...] | Refusal:
        """What the core says to a move; nothing is changed."""
        return make_move(
            self.case, self.version, move, given,
            by=who[0], role=who[1], at=self.at, calendar=self.calendar,
        )  # fmt: skip

    def to(self, move: str, who: Who, **given: Any) -> Walk:
        """The case after a move, a minute later."""
        said = self.attempt(move, who, **given)
        if isinstance(said, Refusal):
            raise said
        for event in said:
            self.events.append(event)
            self.case = evolve(self.case, event)
        return self.later(minutes=1)

    def refused(self, move: str, who: Who, **given: Any) -> str:
        """The code of the refusal a move meets."""
        said = self.attempt(move, who, **given)
        assert isinstance(said, Refusal), said
        assert said.message
        assert said.remedy
        return said.code

    def attempt_is_open(self, move: str, who: Who) -> bool:
        """Whether a page would offer it: nothing in the case stands against it."""
        tried = [(moves()[move], who[1])]
        return move in offered(
            tried, self.case, self.version, by=who[0], at=self.at, calendar=self.calendar
        )

    def accepted(self) -> Walk:
        """Accepted with everything there, the original of a permit to be renewed as well."""
        return self.to("accept", CLERK, **original_of(self.case))

    def examined(self) -> Walk:
        """Accepted, and every task done with the opinion that lets it pass."""
        self.accepted()
        for who, task in ((HOUSE, "house"), (FIREMAN, "fire"), (HOUSE, "review")):
            if self.case.task(task):
                self.to("finish_task", who, task=task, opinion="通过")
        return self

    def extended(self, **asked: Any) -> Walk:
        """An extension asked for by the chief representative, and approved by whom he asked."""
        return self.to("ask_extension", CHIEF, **asked).to("extend", HEAD, **APPROVAL)

    def granted(self) -> Walk:
        """Examined and granted."""
        return self.examined().to("grant", CHIEF, certificate="证0001")

    def closed(self) -> Walk:
        """Granted and closed."""
        return self.granted().to("close", ISSUER)

    def delivered(self) -> Walk:
        """Closed and handed out on the spot."""
        return self.closed().to("deliver", ISSUER, mode="现场", receiver="本人")


def original_of(case: Case) -> dict[str, str]:
    """What the clerk reads off the original of a permit this hall did not issue: just what was stated."""
    if not case.renewal_of or case.renewal_issue or case.expires_on is None:
        return {}
    return {"original": case.renewal_of, "original_until": case.expires_on.isoformat()}
