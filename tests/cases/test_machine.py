"""The case as a machine: no sequence of moves, sensible or not, reaches an illegal state."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kaocheng.cases.encoding import decode_case, encode_case, encode_changes
from kaocheng.cases.ledgers import LEDGERS
from kaocheng.cases.limits import budget_of, ledger_of
from kaocheng.cases.moves import Field, moves
from kaocheng.cases.moving import evolve, rebuild
from kaocheng.cases.states import OPEN, State, TaskState, Verdict
from kaocheng.cases.tasks import going
from kaocheng.kernel.clocks import ClockState, read_clock, replay
from kaocheng.kernel.refusing import Refusal
from tests.cases.sensible import SENSIBLE, in_turn
from tests.cases.walking import (
    APPLICANT,
    CHIEF,
    CLERK,
    FIRE_HEAD,
    FIREMAN,
    HEAD,
    HOUSE,
    HOUSING_CHIEF,
    HOUSING_HEAD,
    ISSUER,
    STRANGER,
    SUPERVISOR,
    THE_LAW,
    Walk,
    Who,
)
from tests.catalogue.versions import immediate, ordinary, tolerant

MINUTES = (0, 1, 1, 10, 60, 600, 1500, 9000, 25000)
PASSING = st.sampled_from(MINUTES)
"""Minutes between two steps: mostly few, sometimes days."""
PEOPLE = (
    CLERK, HOUSE, FIREMAN, CHIEF, HEAD, HOUSING_HEAD, HOUSING_CHIEF, FIRE_HEAD, ISSUER, SUPERVISOR, APPLICANT,
    STRANGER, THE_LAW,
)  # fmt: skip
ITEMS = (ordinary, tolerant, immediate)


def _filled(field: Field, draw: st.DataObject, walk: Walk) -> Any:
    """Something to fill in: mostly what makes sense for the case, sometimes not."""
    keys = [m.key for m in walk.version.materials]
    tasks = [task.key for task in walk.case.tasks] or ["none"]
    some = st.lists(st.sampled_from([*keys, "none"]), min_size=1, max_size=3, unique=True)
    choices = {
        "choice": st.sampled_from(field.choices or ("",)),
        "flag": st.booleans(),
        "amount": st.integers(-1, 2000),
        "date": st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(str),
        "days": st.integers(0, 25),
        "materials": some,
        "received": some,
        "missing": some.map(lambda found: [(key, "缺") for key in found]),
        "task": st.sampled_from(tasks),
        "tasks": st.lists(st.sampled_from(tasks), min_size=1, max_size=2, unique=True),
        "special": st.sampled_from(["T1", "T2", "T3"]),
        "special_kind": st.sampled_from(["现场勘验", "听证", "专家评审", "无此程序"]),
        "opinion": st.sampled_from(["通过", "通过", "不通过", "合格"]),
        "accounts": st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True),
        "unit": st.sampled_from(["D001", "D002", "D003", "D009"]),
        "region": st.sampled_from(["510903", "51"]),
        "digest": st.just("0" * 64),
    }
    return draw.draw(choices.get(field.kind, st.sampled_from(["证0001", "字", " "])))


class CaseMachine(RuleBasedStateMachine):
    """Anybody tries anything at any time; what succeeds must leave a sound case."""

    walk: Walk

    @initialize(item=st.sampled_from(ITEMS), papers=st.booleans(), renewal=st.booleans())
    def begin(self, item: Any, papers: bool, renewal: bool) -> None:  # drawn
        """A case at the window, with its papers or without."""
        self.start(item, papers=papers, renewal=renewal)

    def start(self, item: Any, *, papers: bool, renewal: bool) -> None:
        """The case a walk begins with."""
        version = item(special=("听证", "现场勘验", "专家评审"))
        more: dict[str, Any] = {} if papers else {"received": (version.materials[0].key,)}
        if renewal:
            elements = (*version.elements, ("renewal", "是"))
            version = replace(version, elements=elements)
            more |= {"expires_on": date(2026, 4, 30), "renewal_of": "证0001"}
        self.walk = Walk(version, **more)

    @rule(chance=st.randoms(use_true_random=False), minutes=PASSING)
    def goes_on(self, chance: Random, minutes: int) -> None:
        """Somebody does something sensible that succeeds, if there is anything."""
        self.go_on(chance, minutes)

    def go_on(self, chance: Random, minutes: int) -> None:
        """One step of a walk."""
        walk = self.walk.later(minutes=minutes)
        keys = [key for key in SENSIBLE if walk.case.state in moves()[key].sources]
        for key in in_turn(keys, chance):
            step = SENSIBLE[key](walk, chance.choice)
            if step is not None and self._attempt(key, step[0], step[1]):
                return

    @rule(data=st.data(), who=st.sampled_from(PEOPLE), minutes=PASSING)
    def tries(self, data: st.DataObject, who: Who, minutes: int) -> None:
        """One of the moves of the state, or any move at all, filled in somehow."""
        walk = self.walk.later(minutes=minutes)
        here = [move for move in moves().values() if walk.case.state in move.sources]
        able = [move for move in here if who[1] in move.roles]
        move = data.draw(st.sampled_from(able or here or list(moves().values())))
        needed = [f for f in move.fields if f.required or data.draw(st.booleans())]
        self._attempt(move.key, who, {field.name: _filled(field, data, walk) for field in needed})

    def _attempt(self, key: str, who: Who, given: dict[str, Any]) -> bool:
        walk = self.walk
        before = walk.case
        said = walk.attempt(key, who, **given)
        if isinstance(said, Refusal):
            assert said.message
            assert said.code
            assert before == walk.case
            return False
        for event in said:
            walk.events.append(event)
            after = evolve(walk.case, event)
            self._moved(walk.case, after, key)
            walk.case = after
        return True

    def _moved(self, before: Any, after: Any, move: str) -> None:
        assert after.state in moves()[move].states(before.state)
        assert before.serial + 1 == after.serial
        for name in LEDGERS.values():
            old, new = getattr(before, name), getattr(after, name)
            assert old == new[: len(old)], "a ledger is only added to"
        kept = json.loads(json.dumps(encode_case(before)))
        assert after == decode_case(json.loads(json.dumps(encode_changes(kept, before, after))))

    @invariant()
    def the_ledgers_hold(self) -> None:
        """Every clock can be read, and it never runs backwards."""
        case = self.walk.case
        for clock in LEDGERS:
            budget, ledger = budget_of(case, clock), ledger_of(case, clock)
            if not budget or not ledger:
                continue
            times = [entry.at for entry in ledger]
            assert sorted(times) == times
            now = read_clock(budget, ledger, self.walk.calendar, self.walk.at)
            later = read_clock(budget, ledger, self.walk.calendar, self.walk.at + timedelta(days=3))
            assert now.used <= later.used
            assert now.due is None or later.due is None or now.due <= later.due
        for task in case.tasks:
            if task.entries and task.budget:
                replay(task.budget, task.entries)

    @invariant()
    def the_state_and_its_parts_agree(self) -> None:
        """Tasks, procedures, outcome and clocks are those of the state."""
        case = self.walk.case
        working = [t for t in case.tasks if t.state in (TaskState.OPEN, TaskState.PAUSED)]
        if case.state is State.EXAMINING:
            assert working, "an examination has somebody who works"
        else:
            assert not working
        assert (case.state in OPEN) <= (case.ended_at is None)
        if case.state not in (State.EXAMINING, State.DECIDING):
            assert not case.running
            assert not going(case.legal) or case.legal_budget is None
        if case.state in (State.DECIDED, State.CLOSED, State.DELIVERED):
            assert case.outcome is not None
        if case.outcome and case.outcome.verdict is Verdict.GRANTED and not case.immediate:
            assert case.outcome.by != case.accepted_by, "nobody both accepts and decides"
        for task in working:
            done = {t.key for t in case.tasks if t.state is TaskState.DONE}
            assert task.state is TaskState.PAUSED or done.issuperset(task.after)

    @invariant()
    def what_is_delivered_is_complete(self) -> None:
        """Nothing goes out while a deferred material is owed."""
        case = self.walk.case
        if case.state is State.DELIVERED:
            assert not case.owing

    @invariant()
    def the_clock_stops_with_the_case(self) -> None:
        """When a case has ended by closing, its promised clock has stopped."""
        case = self.walk.case
        if case.closed_at is not None and case.promised_budget and case.entries:
            reading = read_clock(
                case.promised_budget, case.entries, self.walk.calendar, self.walk.at
            )
            assert ClockState.STOPPED is reading.state

    def teardown(self) -> None:
        """The events alone give the same case."""
        if hasattr(self, "walk"):
            assert self.walk.case == rebuild(self.walk.events)


CaseMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
TestCaseMachine = CaseMachine.TestCase


def test_walking_makes_every_move() -> None:
    """The machine is worth something only if it gets everywhere: each move is made by one walk or another."""
    made: set[str] = set()
    for seed in range(200):
        chance = Random(seed)  # noqa: S311  # a walk that can be repeated
        machine = CaseMachine()
        papers, renewal = chance.random() < 0.7, chance.random() < 0.4
        machine.start(chance.choice(ITEMS), papers=papers, renewal=renewal)
        for _ in range(40):
            machine.go_on(chance, chance.choice(MINUTES))
            machine.the_ledgers_hold()
            machine.the_state_and_its_parts_agree()
        made |= {event.kind for event in machine.walk.events[1:]}
        machine.teardown()
    assert set(SENSIBLE) | {"deem_accepted"} <= made
