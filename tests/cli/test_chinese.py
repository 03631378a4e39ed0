"""The parser must complain in Chinese and leave with exit code 2."""

from __future__ import annotations

import re
import shlex

import pytest

from kaocheng.cli.chinese import translated
from kaocheng.cli.grammar import grammar
from kaocheng.cli.main import COMMANDS, main
from kaocheng.cli.rulebooks import every_rule

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


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_every_command_has_help_with_an_example(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Help is in Chinese and ends with examples that the grammar takes as they stand."""
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    shown = capsys.readouterr().out
    assert caught.value.code == 0
    assert "optional arguments" not in shown
    assert "show this help" not in shown
    examples = re.findall(r"^  kaocheng (.+)$", shown, re.MULTILINE)
    assert examples
    for example in examples:
        options = grammar().parse_args(shlex.split(example))
        assert options.command in (command or COMMANDS)


def test_codes_in_the_help_are_those_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever types an example gets an answer."""
    for command in ((), ("check",), ("explain",)):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
    named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", capsys.readouterr().out))
    assert named
    assert set() == named - set(every_rule())


def test_values_stand_as_they_were_typed() -> None:
    """Not between the quotation marks in which Python writes texts down."""
    assert "命令不能是 it's，可选：a、b" == translated(
        "argument 命令: invalid choice: \"it's\" (choose from 'a', 'b')"
    )
    assert "--jobs 的值 x 不对" == translated("argument --jobs: invalid int value: 'x'")
