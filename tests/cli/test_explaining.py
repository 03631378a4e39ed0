"""`kaocheng explain` shows the whole page of a rule, or says that there is none."""

from __future__ import annotations

import pytest

from kaocheng.cli.explaining import page
from kaocheng.cli.main import main
from kaocheng.cli.rulebooks import every_rule


@pytest.mark.parametrize("code", ["sum001", "ART001", "ITM004"])
def test_a_rule_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Code in any case; title, severity, what, why, remedy and basis in that order."""
    assert 0 == main(["explain", code])
    shown = capsys.readouterr().out
    rule = every_rule()[code.upper()]
    heads = [f"{rule.code}  {rule.title}", "级别：", "查什么", "为什么", "怎么改", "依据"]
    places = [shown.index(head) for head in heads]
    assert sorted(places) == places


def test_an_example_of_each_kind_is_shown() -> None:
    """A written rule shows what it reports, what it does not, and where it does not apply."""
    shown = "\n".join(page(every_rule()["SUM001"]))
    assert all(word in shown for word in ("会报的例子", "不报的例子", "不适用的例子"))


@pytest.mark.parametrize(
    ("code", "hint"), [("SUM999", "相近的有：SUM001"), ("NO", "kaocheng rules")]
)
def test_an_unknown_code(code: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, a sentence, and where to look."""
    assert 2 == main(["explain", code])
    assert f"没有编号为 {code} 的规则" in (shown := capsys.readouterr().err)
    assert hint in shown
