"""`kaocheng rules` lists the whole rulebook in each form."""

from __future__ import annotations

import json

import pytest

from kaocheng.cli.main import main
from kaocheng.cli.rulebooks import every_rule


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_rule_is_listed_once(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By code and title, on one line."""
    assert 0 == main(["rules", "--format", form])
    lines = capsys.readouterr().out.splitlines()
    for rule in every_rule().values():
        head = [line for line in lines if f"{rule.code} " in line and line.endswith(rule.title)]
        assert 1 == len(head), rule.code


def test_json_has_one_object_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """With all that a page of the reference needs."""
    assert 0 == main(["rules", "--format", "json"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert set(every_rule()) == {record["code"] for record in records}
    keys = {"code", "title", "family", "severity", "grades", "what", "why", "remedy", "basis"}
    assert [] == [record["code"] for record in records if set(record) != keys]


def test_a_rule_that_decides_from_case_to_case_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """What may come out as a note is not listed as an error alone."""
    assert 0 == main(["rules"])
    listed = capsys.readouterr().out
    assert "WRD010  错误或提示  " in listed
    assert "PER042  错误  " in listed
    assert "PER051  提示  " in listed
    assert "ITM001  错误  " in listed
