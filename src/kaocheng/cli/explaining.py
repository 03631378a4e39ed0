"""`kaocheng explain CODE` (说明规则): what is judged, why, how to mend it, with examples."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from kaocheng.cli.refusals import Refused
from kaocheng.cli.rulebooks import every_rule
from kaocheng.kernel.rulebook import Rule

_PARTS = (("what", "查什么"), ("why", "为什么"), ("remedy", "怎么改"), ("basis", "依据"))
_EXAMPLES = (("fails", "会报的例子"), ("passes", "不报的例子"), ("skips", "不适用的例子"))


def run(options: Namespace) -> int:
    """Print the page of one rule.

    Raises Refused when no rule has that code.
    """
    code = options.code.upper()
    rules = every_rule()
    if code not in rules:
        near = "、".join(c for c in sorted(rules) if c[:3] == code[:3])
        hint = f"相近的有：{near}" if near else "全部编号见 kaocheng rules"
        raise Refused(f"没有编号为 {code} 的规则。{hint}。")
    sys.stdout.write("\n".join(page(rules[code])) + "\n")
    return 0


def page(rule: Rule) -> Iterator[str]:
    """The lines of one rule's page."""
    yield f"{rule.code}  {rule.title}"
    yield f"类别：{rule.family}    级别：{rule.grades}"
    stored = rule.page()
    for key, title in _PARTS:
        if text := str(stored.get(key, "")).strip():
            yield f"\n{title}\n  " + text.replace("\n", "\n  ")
    for key, title in _EXAMPLES:
        for example in stored.get(key, [])[:1]:
            because = f"（{example['because']}）" if "because" in example else ""
            yield f"\n{title}：{example.get('name', '')}{because}"
            if text := str(example.get("text", "")).strip():
                yield "  " + text.replace("\n", "\n  ")
