"""Every declared measure: its words, its conditions, its examples."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kaocheng.cases.measures import Counted, Kind, Measure, declared, definitions, measures, reckon
from kaocheng.cases.traits import Trait

FILE = Path(definitions.__file__).with_name("measures.toml")
RAW = tomllib.loads(FILE.read_text("utf-8"))["measure"]
EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}-{at}")
    for measure, raw in zip(declared(), RAW, strict=True)
    for at, example in enumerate(raw["examples"])
]
FACTS = {field.name for field in fields(Counted)}


def _case(given: dict[str, Any]) -> Counted:
    """The example's case; the words of its traits must be traits, its facts must be facts."""
    traits = tuple(Trait(word) for word in given.get("traits", ()))
    return Counted(**{**given, "traits": traits})


@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_every_example_shows_what_it_says(measure: Measure, example: dict[str, Any]) -> None:
    """The cases of the example reckoned by the declaration."""
    cases = [(_case(given), 1) for given in example["cases"]]
    assert example["shows"] == reckon(measure, cases).shown


@pytest.mark.parametrize(("measure", "raw"), list(zip(declared(), RAW, strict=True)))
def test_every_measure_can_be_told_apart(measure: Measure, raw: dict[str, Any]) -> None:
    """A share and a sum show a number and 无数据, a count shows some and none, the rest its reason."""
    shown = {example["shows"] for example in raw["examples"]}
    wanted = {"0件"} if measure.kind is Kind.COUNT else {"无数据"}
    assert ({"无法判断"} if measure.cannot else wanted) <= shown
    assert measure.cannot or len(shown) > 1
    assert measure.formula
    assert measure.basis


@pytest.mark.parametrize("measure", declared())
def test_conditions_ask_for_facts_there_are(measure: Measure) -> None:
    """A misspelt fact or trait is found here and not in front of a user."""
    asked = [*measure.whole, *measure.part]
    assert {c.field for c in asked} | set(measure.sums) <= FACTS
    assert {word for c in asked for word in (c.has, c.lacks) if word} <= set(Trait)
    assert all((c.field == "traits") == bool(c.has or c.lacks) for c in asked)
    assert (measure.kind in (Kind.MEAN, Kind.SAVING)) == bool(measure.sums)
    assert (measure.unit == "%") == (measure.kind in (Kind.SHARE, Kind.SAVING))


def test_keys_and_names_stand_once_a_day() -> None:
    """On any day a key and a name mean one thing."""
    days = [measure.since for measure in declared()]
    assert len({(m.key, m.since) for m in declared()}) == len(days)
    for day in days:
        names = [measure.name for measure in measures(day).values()]
        assert len(set(names)) == len(names)


def test_the_wording_of_the_day_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A measure that is worded anew serves periods from its day on; before the first there is none."""
    old = declared()[0]
    new = replace(old, since=date(2027, 1, 1), formula="新的口径")
    monkeypatch.setattr("kaocheng.cases.measures.definitions.declared", lambda: (old, new))
    measures.cache_clear()
    told = [measures(day) for day in (date(2003, 1, 1), date(2026, 12, 31), date(2027, 1, 1))]
    measures.cache_clear()
    assert {} == told[0]
    assert (old.formula, "新的口径") == (told[1][old.key].formula, told[2][old.key].formula)


def test_the_whole_formula_is_said() -> None:
    """A share says that it is a per cent."""
    told = measures(date(2026, 12, 31))
    assert told["closing_rate"].said == ("办结率 = 截至期末已办结的件数 ÷ 期间内受理的件数 × 100%")
    assert told["accepted"].said == "受理量 = 期间内受理的办件数"
