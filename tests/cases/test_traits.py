"""Traits of a case: what happened to it once and stays true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaocheng.cases.states import Channel
from kaocheng.cases.traits import Trait, read, traits_of, written
from tests.cases.examples import PASSES, deferred, promised
from tests.cases.walking import Walk
from tests.catalogue.versions import immediate


def _after(move: str) -> Callable[[], Walk]:
    example = PASSES[move]
    return lambda: example.make().to(move, example.who, **example.given)


@pytest.mark.parametrize(
    ("make", "trait"),
    [
        (_after("refuse_authority"), Trait.REFUSED),
        (_after("refuse_incomplete"), Trait.REFUSED),
        (deferred, Trait.TOLERATED),
        (_after("pay_owed"), Trait.TOLERATED),
        (promised, Trait.PROMISED),
        (_after("check_promise"), Trait.PROMISED),
        (_after("end_special"), Trait.SPECIAL),
        (_after("answer_correction"), Trait.CORRECTED),
        (_after("accept"), Trait.JOINT),
        (_after("entrust"), Trait.ASSISTED),
        (lambda: Walk(channel=Channel.AGENT, agent="helper", letter="委托书1"), Trait.ASSISTED),
        (_after("hand_over"), Trait.CROSSED),
        (lambda: Walk(channel=Channel.CROSS_REGION, region="510903"), Trait.CROSSED),
    ],
)
def test_what_gives_a_trait(make: Callable[[], Walk], trait: Trait) -> None:
    """After the move that gives it, and still after the one that ends what it was about."""
    assert trait in traits_of(make().case)


@pytest.mark.parametrize("move", ["tell_not_needed", "return_case", "withdraw"])
def test_no_refusal(move: str) -> None:
    """What is not needed, sent back or withdrawn was not refused."""
    assert Trait.REFUSED not in traits_of(_after(move)().case)


def test_an_everyday_case_has_none() -> None:
    """Handled at one counter."""
    assert () == traits_of(Walk(immediate()).accepted().case)


def test_traits_are_stored_in_words() -> None:
    """There and back; no word is part of another, so that a list can look for one."""
    assert "容缺受理 并联审批" == written((Trait.TOLERATED, Trait.JOINT))
    assert tuple(Trait) == read(written(tuple(Trait)))
    assert () == read("")
    assert not [(a, b) for a in Trait for b in Trait if a != b and a in b]
    with pytest.raises(ValueError, match="没有"):
        read("没有")
