"""What a document takes in (编报范围): department or unit, how many units, what it says has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.bodies import first_lines
from kaocheng.disclosure.statement import Statement

_LINES = 8
_LEVELS = {"部门": "部门", "单位": "单位", "本级": "单位"}
_TITLED = re.compile(
    r"(?:部门|单位|本级)(?:[收支]*总?)?(?:预算|决算)(?!单位)|部门整体(?:支出|绩效)"
)
_TAKEN_IN = re.compile(r"纳入[^。；]{0,40}(?:范围|编报|汇总|编制)[^。；]{0,20}(?:单位|部门)")
_BELOW = re.compile(r"(?:下属|所属|二级)[^，。；]{0,10}单位(?:共|有)*\Z")
_ALONE = re.compile(
    r"(?:没有|无)(?:纳入|独立编制)?[^。；]{0,40}(?:下属|所属|二级)[^，。；]{0,6}单位"
)
_RESTATED = re.compile(
    r"(?:年初(?!预算|目标|计划|指标|设定|绩效)|期初|以前年度|上年(?:度)?(?:决算|末|结转|结余))[^，。；]{0,16}"
    r"(?:调整|更正|追溯|重述|收回|核销|核减|核增|上缴|缴回)"
    r"|差错更正|(?:收回|上缴|缴回|核销)[^，。；]{0,12}结[转余]|结[转余][^，。；]{0,12}(?:收回|上缴|缴回|核销)"
    r"|年初(?:结转和?结余)?(?:余额)?调整"
    r"|上年(?:度)?[^，。；]{0,8}(?:(?:按|以)[^，。；]{0,6}口径|调整后|重新(?:计算|统计|核算)|重述)|(?:同|可比)口径"
)
_REGROUPED = re.compile(
    r"机构改革|(?:整建制|人员|职能|职责)[^，。；]{0,4}划[转入出]|划[入出](?:人员|单位|机构|本|我)|(?:单位|机构)(?:撤并|合并)"
    r"|合并(?:组建|成立)|口径[^，。；]{0,6}(?:调整|变|不同|不一致)|新增[^，。；]{0,4}(?:预算|下属|二级)单位"
)
_GLOSSARY = re.compile(r"名词解释|专业术语")
_SHOWN = 40


def level(statement: Statement) -> str:
    """部门 or 单位, as the title says, else as all of the text does; "" where it says neither or both."""
    titles = "".join("".join(first_lines(statement.document, _LINES)).split())
    text = "".join(sentence.text for sentence in statement.sentences)
    return _one_level(titles) or _one_level("".join(text.split()))


def _one_level(text: str) -> str:
    said = {_LEVELS[match[0][:2]] for match in _TITLED.finditer(text)}
    return said.pop() if len(said) == 1 else ""


def units(statement: Statement) -> int | None:
    """How many units it says it takes in, None where it does not say, or says it twice differently."""
    told = set(_counts(statement))
    return told.pop() if len(told) == 1 else None


def _counts(statement: Statement) -> Iterator[int]:
    for sentence in statement.sentences:
        counted = [m for m in sentence.mentions if m.figure.unit.name in ("个", "家")]
        if _ALONE.search(sentence.text):
            yield 1
        elif _TAKEN_IN.search(sentence.text):
            yield from (int(m.figure.value) for m in counted[:1])
        else:
            yield from (1 + int(m.figure.value) for m in counted[:1] if _BELOW.search(m.label))


def restated(statement: Statement) -> str:
    """The words by which it says that opening balances or earlier figures were changed, else ""."""
    return _said(statement, _RESTATED)


def regrouped(statement: Statement) -> str:
    """The words by which it says that its extent or its reckoning has changed, else ""."""
    return _said(statement, _REGROUPED)


def _said(statement: Statement, pattern: re.Pattern[str]) -> str:
    for sentence in statement.sentences:
        match = pattern.search(sentence.text)
        if match and not _GLOSSARY.search("".join(sentence.section)):
            return match[0][:_SHOWN]
    return ""
