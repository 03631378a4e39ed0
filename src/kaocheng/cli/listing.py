"""`kaocheng rules` (列出规则): the whole rulebook as text, JSON or Markdown."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby

from kaocheng.cli.rulebooks import every_rule
from kaocheng.kernel.rulebook import Rule


def run(options: Namespace) -> int:
    """Print every rule, ordered by family and code."""
    rules = sorted(every_rule().values(), key=lambda rule: (rule.family, rule.code))
    shape = {"text": _text, "json": _json, "md": _markdown}[options.format]
    sys.stdout.write("\n".join(shape(rules)) + "\n")
    return 0


def _text(rules: Iterable[Rule]) -> Iterator[str]:
    for family, members in groupby(rules, lambda rule: rule.family):
        yield f"{family}"
        yield from (f"  {rule.code}  {rule.grades}  {rule.title}" for rule in members)


def _json(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        stored = rule.page()
        record = {"code": rule.code, "title": rule.title, "family": rule.family}
        record |= {"severity": rule.severity.value, "grades": rule.grades}
        record |= {key: str(stored.get(key, "")) for key in ("what", "why", "remedy", "basis")}
        yield json.dumps(record, ensure_ascii=False)


def _markdown(rules: Iterable[Rule]) -> Iterator[str]:
    yield "# 规则\n"
    for family, members in groupby(rules, lambda rule: rule.family):
        yield f"## {family}\n"
        for rule in members:
            stored = rule.page()
            yield f"### {rule.code} {rule.title}\n"
            yield f"级别：{rule.grades}。{stored.get('what', '')}\n"
            yield f"- 为什么：{stored.get('why', '')}"
            yield f"- 怎么改：{stored.get('remedy', '')}"
            yield f"- 依据：{stored.get('basis', '')}\n"
