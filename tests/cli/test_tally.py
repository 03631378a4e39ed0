"""What a run comes to, and the exit code it stands for."""

from __future__ import annotations

import pytest

from kaocheng.cli.slips import Slip, unread
from kaocheng.cli.tally import Tally
from kaocheng.writing.summary import Summary

CLEAN = Slip(Summary("好.txt", notes=1))
FAULTY = Slip(Summary("错.txt", errors=12), fingerprints=("a", "b"))
TORN = unread("坏.pdf", "文件不完整。")
BORNE = Slip(Summary("抑制.txt"), suppressed={"已更正": 2}, known=3, fingerprints=("a",))


def _tally(*slips: Slip) -> Tally:
    tally = Tally()
    for slip in slips:
        tally.add(slip)
    return tally


@pytest.mark.parametrize(
    ("slips", "code"), [([CLEAN], 0), ([CLEAN, FAULTY], 1), ([FAULTY, TORN], 2), ([TORN], 2)]
)
def test_exit_codes(slips: list[Slip], code: int) -> None:
    """Unreadable wins over errors, errors over nothing; notes do not count."""
    assert code == _tally(*slips).exit_code


def test_what_was_not_read_and_not_shown_is_said() -> None:
    """A reason each; counts of equal reasons are added."""
    tally = _tally(CLEAN, TORN, BORNE, BORNE)
    assert ["无法读取 坏.pdf：文件不完整。"] == list(tally.unread())
    assert ["按抑制清单不报 4 条，理由：已更正", "基线中已有、不再报 6 条。"] == list(
        tally.unshown()
    )


def test_fingerprints_are_gathered() -> None:
    """In the order of the files, equal ones as often as they came."""
    assert ["a", "b", "a"] == _tally(FAULTY, BORNE).fingerprints


def test_nothing_to_say_of_a_plain_run() -> None:
    """No empty sentences."""
    assert [] == [*_tally(CLEAN, FAULTY).unread(), *_tally(CLEAN, FAULTY).unshown()]
