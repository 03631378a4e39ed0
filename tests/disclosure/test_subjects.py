"""科目 names against the dictionary, and the examples of the rules that use it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kaocheng.disclosure import rules
from kaocheng.disclosure.checking import statement
from kaocheng.disclosure.subjects import fits, is_short_for, loose, other_codes
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import Rule, rules_in
from kaocheng.reading.txt import read_txt

RULES = [rule for rule in rules_in(rules) if rule.code.startswith("SUB00") and rule.code < "SUB006"]
EXAMPLES = [
    (rule, kind, example)
    for rule in RULES
    for kind in ("passes", "fails", "skips")
    for example in rule.page()[kind]
]


@pytest.mark.parametrize(("rule", "kind", "example"), EXAMPLES)
def test_every_example_says_what_it_should(
    rule: Rule, kind: str, example: dict[str, Any], tmp_path: Path
) -> None:
    """Passes are silent, fails are quoted, skips give their reason."""
    path = tmp_path / "a.txt"
    path.write_text(example["text"], "utf-8")
    said = list(rule.function(statement(read_txt(path))))
    quotes = [one.quote for one in said if isinstance(one, Finding)]
    reasons = [one.because for one in said if isinstance(one, Unjudged)]
    assert [find["quote"] for find in example.get("finds", [])] == quotes
    assert [example["because"]] == reasons if kind == "skips" else not reasons


@pytest.mark.parametrize(
    ("printed", "official", "short"),
    [
        ("一般公共服务", "一般公共服务支出", True),
        ("其他个人和家庭的补助支出", "其他对个人和家庭的补助", True),
        ("因公出国(境)费用", "因公出国（境）费用", True),
        ("一般公共预算支出", "一般公共服务支出", False),
        ("医疗", "行政单位医疗", False),
    ],
)
def test_leaving_out_a_few_characters_is_no_fault(printed: str, official: str, short: str) -> None:
    """Another word is."""
    assert short == is_short_for(printed, official)


def test_unknown_and_unconfirmed_codes_fit_any_name() -> None:
    """The dictionary judges only by what is sure."""
    assert fits("任何名称", "2999999", 2020)
    assert fits("任何名称", "39906", 2020)
    assert not fits("任何名称", "201", 2020)


def test_a_name_leads_to_its_code() -> None:
    """代缴社会保险费 is 30311."""
    assert ("30311",) == other_codes("代缴社会保险费", "30399")


def test_brackets_and_a_closing_word_do_not_count() -> None:
    """For comparing only."""
    assert "维修护" == loose("维修（护）费")
