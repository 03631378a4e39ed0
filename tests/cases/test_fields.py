"""What is filled in: read into plain facts, or refused with the field's own name."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kaocheng.cases.fields import READERS, read_fields
from kaocheng.cases.moves import Field, Move
from kaocheng.cases.states import State
from kaocheng.kernel.clocks import SHANGHAI, Budget
from kaocheng.kernel.refusing import Refusal

ON = date(2026, 3, 2)


def _move(kind: str, *, required: bool = True, choices: tuple[str, ...] = ()) -> Move:
    field = Field("x", "某项", kind, required, choices)
    return Move("m", "某动作", (State.REGISTERED,), ("=",), (), "any", "《依据》", (field,))


@pytest.mark.parametrize(
    ("kind", "given", "fact"),
    [
        ("text", "  证 1 ", "证 1"),
        ("note", "第一行\n第二行", "第一行\n第二行"),
        ("flag", "on", True),
        ("flag", "", False),
        ("flag", None, False),
        ("yuan", "12.5", 1250),
        ("date", date(2026, 3, 2), "2026-03-02"),
        ("date", datetime(2026, 3, 2, 9, tzinfo=SHANGHAI), "2026-03-02"),
        ("days", 5, [5, "工作日"]),
        ("days", "5", [5, "工作日"]),
        ("days", Budget(3), [3, "工作日"]),
        ("days", [2, "自然日"], [2, "自然日"]),
        ("materials", "a", ["a"]),
        ("materials", ["a", "a", "b"], ["a", "b"]),
        ("missing", [("a", " 缺章 ")], [["a", "缺章"]]),
        ("received", ["a"], [{"key": "a"}]),
        ("received", [{"key": "a", "copies": "2", "form": ""}], [{"key": "a", "copies": 2}]),
        ("region", "510903", "510903"),
        ("accounts", ["x", "y"], ["x", "y"]),
    ],
)
def test_what_is_right_becomes_a_plain_fact(kind: str, given: Any, fact: Any) -> None:
    """Text, whole numbers and lists: what an event may hold."""
    assert {"x": fact} == read_fields(_move(kind), {"x": given}, ON)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("text", "字" * 201),
        ("text", 7),
        ("note", "联系 13800000000 "),
        ("note", "身份证 510904199001010004"),
        ("missing", [("a", "手机 13800000000")]),
        ("yuan", -1),
        ("yuan", "很多"),
        ("date", "昨天"),
        ("days", 0),
        ("days", "三"),
        ("days", [3, "世纪"]),
        ("material", "a b"),
        ("materials", [1]),
        ("materials", [str(n) for n in range(201)]),
        ("missing", [("a",)]),
        ("received", [{"key": "a", "colour": "red"}]),
        ("received", [{}]),
        ("received", [{"key": "a", "digest": "zz"}]),
        ("region", "51"),
        ("digest", "abc"),
        ("flag", "也许"),
        ("unit", "<script>"),
    ],
)
def test_what_is_wrong_is_refused_with_its_name(kind: str, given: Any) -> None:
    """The sentence names the move and the field and says what to do."""
    with pytest.raises(Refusal) as refused:
        read_fields(_move(kind), {"x": given}, ON)
    assert "“某动作”的“某项”" in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize("given", [{}, {"x": ""}, {"x": "  "}, {"x": []}, {"x": None}])
def test_what_is_asked_must_be_there(given: dict[str, Any]) -> None:
    """An empty answer is none; where it is not asked for it is left out."""
    with pytest.raises(Refusal, match="没有填写"):
        read_fields(_move("text"), given, ON)
    assert {} == read_fields(_move("text", required=False), given, ON)


def test_only_the_words_of_a_choice() -> None:
    """The others are listed."""
    with pytest.raises(Refusal, match="只能选：甲、乙"):
        read_fields(_move("choice", choices=("甲", "乙")), {"x": "丙"}, ON)


def test_nobody_adds_a_field() -> None:
    """What the move does not ask for is refused, not dropped."""
    with pytest.raises(Refusal, match="没有“state”这一项"):
        read_fields(_move("text"), {"x": "字", "state": "归档"}, ON)


def test_a_number_without_the_check_digit_is_nobodys() -> None:
    """Eighteen digits that are no citizen's number pass."""
    given = {"x": "档号 123456789012345678"}
    assert given == read_fields(_move("text"), given, ON)


def test_every_kind_has_a_reader() -> None:
    """The table is complete for the kinds these tests speak of."""
    assert {"text", "note", "received", "missing", "days"} <= set(READERS)
