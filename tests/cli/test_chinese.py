"""The parser must complain in Chinese and leave with exit code 2."""

from __future__ import annotations

import pytest

from kaocheng.cli.chinese import translated
from kaocheng.cli.main import main

MISUSE = {
    ("chekc",): "命令不能是 chekc，可选：check、explain",
    ("check",): "还缺少：路径",
    ("check", "a", "--fromat", "x"): "不认识的参数：--fromat x",
    ("check", "a", "--format", "pdf"): "--format不能是 pdf，可选：text、json",
    ("check", "a", "--out"): "--out 后面要写一个值",
    ("check", "a", "--jobs", "0"): "--jobs：要写一个大于 0 的整数",
    ("check", "a", "--time-limit", "快"): "--time-limit：要写一个大于 0 的整数",
    ("explain",): "还缺少：编号",
    (): "还缺少：命令",
}


@pytest.mark.parametrize("arguments", MISUSE, ids=" ".join)
def test_misuse_gives_a_chinese_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence names what was wrong, the exit code is 2, nothing goes to standard output."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    captured = capsys.readouterr()
    assert caught.value.code == 2
    assert MISUSE[arguments] in captured.err
    assert captured.out == ""


def test_an_unknown_complaint_is_kept() -> None:
    """What no pattern knows is shown as it is rather than lost."""
    assert translated("something new") == "something new"


@pytest.mark.parametrize("command", [(), ("check",), ("explain",), ("rules",)])
def test_every_command_has_help_with_an_example(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Help is in Chinese and ends with an example that can be typed."""
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    shown = capsys.readouterr().out
    assert caught.value.code == 0
    assert "例：\n  kaocheng " in shown
    assert "optional arguments" not in shown
    assert "show this help" not in shown


def test_values_stand_as_they_were_typed() -> None:
    """Not between the quotation marks in which Python writes texts down."""
    assert "命令不能是 it's，可选：a、b" == translated(
        "argument 命令: invalid choice: \"it's\" (choose from 'a', 'b')"
    )
    assert "--jobs 的值 x 不对" == translated("argument --jobs: invalid int value: 'x'")
