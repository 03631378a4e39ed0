"""The chart shows every step once, in order, and no line runs through a box."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.flowchart import END, START, Box, Line, chart, described, wrapped
from kaocheng.catalogue.records import ItemVersion, Step
from tests.catalogue.versions import immediate, ordinary

NAMES = {"D001": "审批局", "D002": "住建局", "D003": "消防"}


@st.composite
def walks(draw: st.DrawFn) -> ItemVersion:
    """Up to eight steps, each waiting for some of those before it."""
    count = draw(st.integers(1, 8))
    steps = []
    for number in range(count):
        before = [f"s{n}" for n in range(number)]
        after = draw(st.lists(st.sampled_from(before), max_size=3, unique=True)) if before else []
        steps.append(Step(f"s{number}", f"环节{number}", "approver", after=tuple(after)))
    return ordinary(steps=tuple(steps))


@given(walks())
def test_boxes_keep_apart_and_lines_keep_out_of_them(version: ItemVersion) -> None:
    """Whatever the way of the steps."""
    drawn = chart(version, {})
    assert drawn is not None
    assert {START, END, *(s.key for s in version.steps)} == {b.key for b in drawn.boxes}
    for number, box in enumerate(drawn.boxes):
        assert 0 <= box.x
        assert box.x + box.width <= drawn.width
        assert box.y + box.height <= drawn.height
        assert not any(_meet(box, other) for other in drawn.boxes[:number])
    for line in drawn.lines:
        assert not any(_crosses(line, box) for box in drawn.boxes)


@given(walks())
def test_whoever_waits_stands_below(version: ItemVersion) -> None:
    """And start is on top, end at the bottom."""
    drawn = chart(version, {})
    assert drawn is not None
    tops = {box.key: box.y for box in drawn.boxes}
    for step in version.steps:
        assert tops[START] < tops[step.key] < tops[END]
        assert all(tops[before] < tops[step.key] for before in step.after)


def test_steps_side_by_side_stand_side_by_side() -> None:
    """With department, post and limit in each box."""
    drawn = chart(ordinary(), NAMES)
    assert drawn is not None
    boxes = {box.key: box for box in drawn.boxes}
    assert boxes["house"].y == boxes["fire"].y
    assert ("消防 审批", "6个工作日", "审查") == (
        boxes["fire"].who,
        boxes["fire"].limit,
        boxes["fire"].stage,
    )
    assert ("申请人提交申请",) == boxes[START].title


def test_the_words_say_the_same() -> None:
    """For those who cannot see it: a sentence a layer."""
    told = described(ordinary(), NAMES)
    assert 4 == len(told)
    assert (
        "第2步，同时进行：场所审查（住建局 审批，5个工作日）；消防意见（消防 审批，6个工作日）。"
        == told[1]
    )


def test_what_cannot_be_walked_is_not_drawn() -> None:
    """A circle or a missing step is the business of a rule."""
    looped = replace(immediate().steps[0], after=("handle",))
    assert chart(immediate(steps=(looped,)), {}) is None
    assert () == described(immediate(steps=(looped,)), {})
    assert chart(immediate(steps=()), {}) is None


def test_long_names_take_two_lines() -> None:
    """And end with a sign when even that is too little."""
    assert ("受理",) == wrapped("受理")
    assert ("一二三四五六七八九十甲", "乙丙") == wrapped("一二三四五六七八九十甲乙丙")
    assert wrapped("字" * 40)[1].endswith("…")


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _crosses(line: Line, box: Box) -> bool:
    """Whether a piece runs through the inside of a box."""
    for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
        inside_x = max(ax, bx) > box.x and min(ax, bx) < box.x + box.width
        inside_y = max(ay, by) > box.y and min(ay, by) < box.y + box.height
        if inside_x and inside_y:
            return True
    return False
