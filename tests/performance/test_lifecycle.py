"""The stages of performance follow the table of moves; posts are not persons."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.performance.lifecycle import MOVES, Step, is_post, refusal

_STAGES = st.sampled_from([stage for stage in MOVES if stage])
_DAY = date(2023, 1, 1)


@given(st.lists(_STAGES, max_size=12))
def test_only_allowed_moves_are_taken(stages: list[str]) -> None:
    """Whatever is tried, the history that was accepted holds only moves of the table, in order."""
    taken: tuple[Step, ...] = ()
    for number, stage in enumerate(stages):
        step = Step("XM01", stage, _DAY + timedelta(days=number))
        if not refusal(taken, step):
            taken = (*taken, step)
    here = ""
    for step in taken:
        assert step.stage in MOVES[here]
        here = step.stage


@given(st.lists(_STAGES, min_size=1, max_size=8))
def test_every_stage_leads_to_an_end(stages: list[str]) -> None:
    """From any stage that can be reached, some way leads to 结果应用 or 不予立项."""
    ends = {stage for stage, after in MOVES.items() if not after}
    for stage in stages:
        reached, before = {stage}, 0
        while len(reached) > before:
            before = len(reached)
            reached |= {after for known in reached for after in MOVES[known]}
        assert reached & ends


def test_refusals_say_why() -> None:
    """The sentence names what may follow, or the date that lies behind."""
    goal = Step("XM01", "目标", date(2023, 1, 10))
    early = Step("XM01", "批复", date(2023, 1, 5))
    assert "“目标”之后只能是批复、退回修改、未实施，不能是“自评”" == refusal(
        (goal,), Step("XM01", "自评", date(2023, 2, 1))
    )
    assert "日期早于上一环节“目标”（2023-01-10）" == refusal((goal,), early)
    assert "没有“验收”这一环节" == refusal((), Step("XM01", "验收", _DAY))
    last = Step("XM01", "结果应用", date(2024, 6, 1))
    assert "“结果应用”是最后一个环节，后面不能再有“自评”" == refusal(
        (last,), Step("XM01", "自评", date(2024, 7, 1))
    )
    assert "" == refusal((), goal)


def test_what_was_not_monitored_is_evaluated_all_the_same() -> None:
    """Who is told to strike out a 监控 that never was must be able to."""
    approved = Step("XM01", "批复", date(2023, 2, 1))
    assert "" == refusal((approved,), Step("XM01", "自评", date(2024, 2, 1)))
    assert refusal((approved,), Step("XM01", "结果应用", date(2024, 2, 1)))


def test_posts_are_not_persons() -> None:
    """A post, with or without its office, is taken; a surname with a title is not."""
    assert all(map(is_post, ("财务负责人", "办公室主任", "自评小组组长", "局长", "财务股股长")))
    assert not any(map(is_post, ("", "张某", "张局长", "某某某", "李主任")))
