"""What the loudspeaker says."""

from __future__ import annotations

from kaocheng.hall.announcing import announcement, spoken_label


def test_a_label_is_read_digit_by_digit() -> None:
    """Nobody hears 'A one hundred and five'."""
    assert "A一零五" == spoken_label("A105")
    assert "请ZW零零九号，到3号窗口办理。" == announcement("ZW009", "3号窗口")
