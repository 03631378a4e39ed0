"""Figures printed only to be referred to (所引的数): 比上年A增加, 占总额A的…%, 完成预算A的…%."""

from __future__ import annotations

import re

COMPARED = "compared"  # 比（较、与）…A：an earlier amount, a budget or a plan
EARLIER = "earlier"  # 上年A, （2022年为A）：the amount of an earlier year, told for comparison
WHOLE = "whole"  # 占…A的…%
PLAN = "plan"  # 完成（为）预算A的…%
BESIDE = frozenset({COMPARED, WHOLE, PLAN})  # never a part or a whole of the list it stands in

_NAMED = (
    r"上年|去年|同期|年初|期初|上期|20\d\d\s?年|预算|计划|目标|任务|指标|合同|概算|限额|控制数|决算"
)
_CHANGED = r"增|减|上升|下降|升|降|多于|少于|[多少]\Z|提高|压缩|节约|缩|增长|高于|低于|超"
_VERSUS = re.compile(
    rf"(?<![同环对占评])[比较](?!重|例|率|武|赛|选|对)(?:(?!{_CHANGED})[^，,。；;：:])*\Z"
)
_WITH = re.compile(r"(?:与|同|和)[^，,。；;：:]*\Z")
_ALIKE = re.compile(r"\s?[）)]?\s?的?\s?(?:相比|比较|相较|对比|持平|基本持平|一致|相同|相等|相当)")
_SHARE_OF = re.compile(r"\s?[）)]?\s?的\s?(?:比重|比例)?[^\d，,。；;]{0,4}\d[\d,.]*\s?(?:[%％]|倍)")
_CLAUSE = re.compile(r"[，,。；;：:\s]")
_BRACKETED = re.compile(r"[（(][^（）()]*\Z")
_LAST_YEAR = re.compile(
    r"[（(]?\s*(?:而|其中)?(?:上年|去年|(?P<year>20\d\d)\s?年)(?!末|底|初|以来)"
    rf"(?!.*(?:结转|结余|追加|{_CHANGED}))[^，,。；;]*\Z"
)


def reference(before: str, after: str, year: int | None) -> str:
    """What an amount is referred to as, "" where it stands for itself.

    `before` and `after` are the sentence up to it and from it on, `year` the year of the document.
    """
    clause = _CLAUSE.split(before)[-1]
    if _SHARE_OF.match(after):
        if "占" in clause:
            return WHOLE
        if re.search(_NAMED, clause):
            return PLAN
    if re.search(_NAMED, clause) and _is_compared(clause, after):
        return COMPARED
    bracket = _BRACKETED.search(clause)
    told = _LAST_YEAR.match(bracket[0] if bracket else clause)
    if told and (not told["year"] or (year is not None and int(told["year"]) < year)):
        return EARLIER
    return ""


def _is_compared(clause: str, after: str) -> bool:
    return bool(_VERSUS.search(clause) or (_WITH.search(clause) and _ALIKE.match(after)))
