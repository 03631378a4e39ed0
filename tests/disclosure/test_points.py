"""Points and scores told in prose: which belong together, and which total is of just these."""

from __future__ import annotations

from kaocheng.disclosure.points import Card, cards
from tests.disclosure.texts import taken


def _card(text: str) -> Card:
    (card,) = cards(taken("一、自评结论\n" + text + "\n"))
    return card


def test_a_total_is_of_the_items_when_their_points_make_a_hundred() -> None:
    """With points left out, the same total is only the one told with them."""
    whole = "自评得分96分，其中资金管理20分得19分，产出40分得39分，效益40分得38分。"
    card = _card(whole)
    assert [("20分", "19分"), ("40分", "39分"), ("40分", "38分")] == [
        (pair.points.figure.text, pair.score.figure.text) for pair in card.pairs
    ]
    assert card.total is not None
    assert "96分" == card.total.figure.text
    part = _card(whole.replace("，效益40分得38分", ""))
    assert part.total is None
    assert part.spoken is not None


def test_a_total_behind_its_items_needs_no_hundred() -> None:
    """以上合计 sums up what stands before it, in other paragraphs too."""
    card = _card(
        "成果合格率100%，分值10分，得10分。\n按时率95%，分值10分，得9.5分。\n以上合计得分19.5分。"
    )
    assert card.total is not None
    assert "19.5分" == card.total.figure.text
