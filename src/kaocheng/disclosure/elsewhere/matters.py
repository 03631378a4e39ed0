"""One matter told twice (同一事项): a project, or a thing counted, under one name in several places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.elsewhere.names import is_plain, plain
from kaocheng.disclosure.reach import stage
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement

_PROJECT = re.compile(
    r"(?P<name>[^，,。；;：:、.．\d]{4,40}?(?:项目|工程|专项|改造|修缮|试点|平台|系统|活动|课题)(?:项目|工程)?)(?P<role>[^，,。；;：:]{0,10})\Z"
)
_ROLE = re.compile(
    r"(?:项目|工程|资金|经费|资金支出|实际支出|共?支出|总投资|投资|预算|安排|中标|合同|结算|决算|支付|到位|下达|拨付|完成投资|金额|数|为|共|的|总|计)*"
)
_NAMELESS = re.compile(
    r"\A(?:.{0,4}(?:其他|各|该|本|此|以上|上述|这些?|两个|部分|相关|有关|所有|个|建设|重点|主要|实施|基本建设))?(?:项目|工程|专项|活动|平台|系统)\Z"
)
_RECEIVED = re.compile(r"接待(?:活动)?\Z")
_OTHERS = re.compile(r"外事|外宾|信访|来访|上访|群众|游客|咨询|参观|学习考察团|外国")
_TURNS = frozenset({"批", "批次"})
_LEAST = 7
_MOST = 4  # a name told with more values than this is no name of one thing
_PLACED = re.compile(r"分别|各[区县乡镇街]|[镇乡村]|街道|社区|分局|分中心|股|科室|窗口")

Told = tuple[Sentence, Mention]


def matters(statement: Statement) -> Iterator[tuple[str, list[Told]]]:
    """Each name told in several sentences, with its figures: 项目 by stage of the money, 接待批次."""
    found: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for sentence in statement.sentences:
        for mention in () if sentence.in_table else sentence.mentions:
            if key := _name(statement, sentence, mention):
                found[key[0], key[1], mention.figure.unit.dimension].append((sentence, mention))
    for (name, _, _), told in found.items():
        if len({sentence.number for sentence, _ in told}) > 1:
            yield name, told


def _name(statement: Statement, sentence: Sentence, mention: Mention) -> tuple[str, str] | None:
    if mention.refers or not is_plain(mention):
        return None
    if mention.figure.year not in (statement.profile.year, None):
        return None
    return _project(mention) if mention.kind == "amount" else _counted(sentence, mention)


def _project(mention: Mention) -> tuple[str, str] | None:
    """The project an amount is of, and at which stage of the money; 支出 where none is named."""
    match = _PROJECT.search(mention.label)
    if match is None or not _ROLE.fullmatch(match["role"]):
        return None
    name = plain(match["name"])
    known = len(name) >= _LEAST and not _NAMELESS.match(name)
    return (name, _stage(mention, match["role"])) if known else None


def _stage(mention: Mention, role: str) -> str:
    if re.search(r"总投资|投资|中标|合同|结算", role):
        return role
    return stage(mention) or "spent"


def _counted(sentence: Sentence, mention: Mention) -> tuple[str, str] | None:
    """接待N批次 of the office itself: not of foreigners, of citizens who complain, of visitors."""
    name = plain(mention.label)
    turns = mention.figure.unit.name in _TURNS and _RECEIVED.search(name.removeprefix("国内"))
    return ("接待批次", "") if turns and not _OTHERS.search(sentence.text) else None
