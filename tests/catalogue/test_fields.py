"""A field reads what people write and shows it again; what it cannot take it says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.elements import elements, parts
from kaocheng.catalogue.fields import Field, read, shown
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.registers.misreadings import Misread


def element(key: str) -> Field:
    """The field of an element, by its key."""
    found = next(e.field for e in elements() if e.key == key)
    assert found is not None
    return found


def part(key: str, name: str) -> Field:
    """One field of a part."""
    return next(f for f in parts()[key].fields if f.name == name)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("5个工作日", Budget(5)),
        ("5 工作日", Budget(5)),
        ("20日", Budget(20, Span.DAY)),
        ("20天", Budget(20, Span.DAY)),
        ("20个自然日", Budget(20, Span.DAY)),
        ("2小时", Budget(2, Span.HOUR)),
        ("30分钟", Budget(30, Span.MINUTE)),
        ("1个月", Budget(1, Span.MONTH)),
    ],
)
def test_limits_are_read_as_people_write_them(text: str, limit: Budget) -> None:
    """Number and unit, with or without 个."""
    assert limit == read(element("limits.promised"), text)


@given(st.integers(0, 9999), st.sampled_from(Span))
def test_a_limit_that_is_shown_is_read_again(amount: int, span: Span) -> None:
    """Exactly."""
    field = element("limits.promised")
    assert Budget(amount, span) == read(field, shown(field, Budget(amount, span)))


@pytest.mark.parametrize("text", ["尽快", "5", "工作日", "-1日", "五个工作日", "5年"])
def test_what_is_no_limit_is_told(text: str) -> None:
    """With an example of how to write it."""
    found = read(element("limits.promised"), text)
    assert isinstance(found, Misread)
    assert "5个工作日" in found.remedy


def test_choices_are_written_by_name_or_code_and_kept_as_codes() -> None:
    """One and several; an unknown one is refused with what is allowed."""
    assert "01" == read(element("kind"), "行政许可")
    several = element("applicants")
    assert ("1", "2") == read(several, "自然人、企业法人")
    assert ("1", "2") == read(several, "1,2，1")
    assert "自然人、企业法人" == shown(several, ("1", "2"))
    wrong = read(several, "自然人、外星人")
    assert isinstance(wrong, Misread)
    assert "外星人" in wrong.message
    assert "企业法人" in wrong.remedy


def test_keys_and_lines_are_split_and_joined() -> None:
    """Keys by any separator, lines by lines."""
    reads = part("steps", "reads")
    assert ("CL01", "CL02") == read(reads, "CL01、CL02")
    assert "CL01、CL02" == shown(reads, ("CL01", "CL02"))
    bases = element("bases")
    assert ("《甲法》第一条", "《乙法》第二条") == read(bases, "《甲法》第一条\n\n《乙法》第二条 ")


def test_nothing_is_shown_for_nothing() -> None:
    """A blank stays a blank."""
    assert "" == shown(part("steps", "budget"), None) == shown(element("bases"), ())
