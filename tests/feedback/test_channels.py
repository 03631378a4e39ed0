"""Channels: a visit is rated on the spot, a case online."""

from __future__ import annotations

from kaocheng.feedback.channels import WHOLE_CASE, RatingChannel


def test_on_the_spot_each_service_is_rated() -> None:
    """现场一次一评: the occasion is the service step."""
    assert ["受理", "受理", "受理"] == [
        channel.occasion("受理") for channel in RatingChannel if channel.on_the_spot
    ]


def test_online_the_whole_case_is_rated_once() -> None:
    """网上一事一评: whatever the step, the occasion is the case."""
    online = [channel for channel in RatingChannel if not channel.on_the_spot]
    assert {WHOLE_CASE} == {
        channel.occasion(step) for channel in online for step in ("受理", "出件")
    }


def test_every_channel_has_a_title_and_a_code_of_its_own() -> None:
    """The data names every channel once."""
    assert len(RatingChannel) == len({(c.title, c.code) for c in RatingChannel})
