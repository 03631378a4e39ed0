"""Reasons: only those offered for the level and the channel may be ticked."""

from __future__ import annotations

import pytest

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.reasons import offered, reasons, ticked, version, words_of
from kaocheng.kernel.refusing import Refusal

DEVICE, ONLINE = RatingChannel.WINDOW_DEVICE, RatingChannel.ONLINE


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("channel", RatingChannel)
def test_every_level_on_every_channel_offers_something(
    level: Level, channel: RatingChannel
) -> None:
    """Nobody is left without words."""
    assert offered(level, channel)


def test_good_and_bad_reasons_are_not_mixed() -> None:
    """A reason for a bad rating is offered for no good one."""
    good = {r.key for level in Level if not level.bad for r in offered(level, DEVICE)}
    bad = {r.key for level in Level if level.bad for r in offered(level, DEVICE)}
    assert set() == good & bad


def test_pressing_can_be_reported() -> None:
    """国办发〔2019〕51号 forbids forcing: whoever was pressed can say so."""
    assert "pressed" in {r.key for r in offered(Level.VERY_DISSATISFIED, DEVICE)}


def test_keys_are_kept_once_and_in_order() -> None:
    """However they were sent."""
    assert ("clear", "quick") == ticked(["quick", "clear", "quick"], Level.SATISFIED, DEVICE)


@pytest.mark.parametrize("key", ["attitude_bad", "easy_online", "<script>"])
def test_a_reason_not_offered_is_refused(key: str) -> None:
    """A bad reason with a good level, an online reason at a window, an invented one."""
    with pytest.raises(Refusal) as refused:
        ticked([key], Level.SATISFIED, DEVICE)
    assert "feedback.reason" == refused.value.code


def test_words_of_an_older_key_stand_for_themselves() -> None:
    """A key that the list no longer has is still shown."""
    assert ("办得快", "retired_key") == words_of(["quick", "retired_key"])


def test_the_list_has_a_version() -> None:
    """Kept with each rating; raised with each change."""
    assert version() >= 1
    assert len(reasons()) == len({r.text for r in reasons().values()})


def test_online_has_its_own_reasons() -> None:
    """A queue is no reason online."""
    online = {r.key for r in offered(Level.DISSATISFIED, ONLINE)}
    assert ("hard_online" in online, "long_wait" in online) == (True, False)
