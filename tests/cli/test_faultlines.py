"""Lists of faults for people: what repeats is told once, with its rows."""

from __future__ import annotations

from kaocheng.cli.faultlines import fault_lines
from kaocheng.kernel.faults import Fault


def _fault(row: int, message: str = "凭证号重复", written: str = "") -> Fault:
    return Fault("支付.csv", "", row, "凭证号", written or f"ZF{row:04d}", message, "请核对")


def test_what_repeats_is_shown_three_times_and_counted() -> None:
    """Two hundred rows copied twice are a handful of lines, with the first rows and a count."""
    said = list(fault_lines(_fault(row) for row in range(2, 247)))
    assert 9 == len(said)
    assert (
        "        同样的问题还有 242 处：第5、6、7、8、9、10、11、12、13、14、15、16行等。"
        == said[-2]
    )


def test_the_values_in_a_message_do_not_hide_that_it_repeats() -> None:
    """与凭证 ZF0001 相同 and 与凭证 ZF0002 相同 are one kind; a different reason is another."""
    alike = [_fault(row, f"与凭证 ZF{row:04d} 的日期都相同") for row in range(2, 12)]
    said = list(fault_lines([*alike, _fault(12, "没有填写")]))
    assert ["同样的问题还有 7 处" in line for line in said].count(True) == 1
    assert any("没有填写" in line for line in said)


def test_a_few_are_all_shown() -> None:
    """Up to five nothing is left out."""
    said = list(fault_lines(_fault(row) for row in range(2, 7)))
    assert not [line for line in said if "同样的问题" in line]


def test_without_rows_what_is_written_tells_them_apart() -> None:
    """Faults of a register as a whole are listed by what they are about."""
    said = list(fault_lines((_fault(0, written=f"ZB{n}") for n in range(8)), "待补"))
    assert "  待补  凭证号：ZB0" == said[1]
    assert "        同样的问题还有 5 处：ZB3、ZB4、ZB5、ZB6、ZB7。" == said[-2]
