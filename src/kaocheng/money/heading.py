"""The head of a year (年度基本信息, year.toml): which year, whose, in which edition, which texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from kaocheng.editions.limits import large_sum
from kaocheng.editions.loading import editions, publishable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.registers.amounts import amount, shown
from kaocheng.kernel.registers.misreadings import Misread

FILE = "year.toml"
KEYS = ("year", "edition", "department", "large_sum", "texts")
_EARLIEST, _LATEST = 2000, 2100


@dataclass(frozen=True, slots=True)
class Heading:
    """What year.toml says; `year` is 0 and the texts are "" where it does not say it."""

    year: int = 0
    edition: str = ""
    department: str = ""
    large_sum: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


def heading(data: Mapping[str, Any]) -> tuple[Heading, tuple[Fault, ...]]:
    """The head and its faults, each with the key it is about."""
    faults = [*_unknown(data), *_wrong(data)]
    bad = {fault.column for fault in faults if fault.is_error}
    good = {key: value for key, value in data.items() if key in KEYS and key not in bad}
    limit = amount(str(good["large_sum"])) if "large_sum" in good else None
    taken = Heading(
        good.get("year", 0),
        good.get("edition", ""),
        good.get("department", "").strip(),
        limit if isinstance(limit, int) else None,
        dict(good.get("texts", {})),
    )
    return taken, (*faults, *_remarks(taken, data))


def _fault(key: str, written: object, message: str, remedy: str) -> Fault:
    return Fault(FILE, "", 0, key, str(written), message, remedy)


def _unknown(data: Mapping[str, Any]) -> Iterator[Fault]:
    for key in data:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1, 0.5)
            hint = f"请改成 {near[0]}" if near else f"只能有 {'、'.join(KEYS)}"
            yield _fault(key, key, "不认识这一项", hint)


def _wrong(data: Mapping[str, Any]) -> Iterator[Fault]:
    year, department = data.get("year"), data.get("department")
    if type(year) is not int or not _EARLIEST <= year <= _LATEST:
        yield _fault("year", _said(year), "年度没有写对", "请写四位年份，如 year = 2023")
    keys = publishable()
    if data.get("edition") not in keys:
        hint = f"请写其中之一：{'、'.join(keys)}"
        yield _fault("edition", _said(data.get("edition")), "没有这个版式", hint)
    if not isinstance(department, str) or not department.strip():
        hint = '请写部门全称，如 department = "某县行政审批局"'
        yield _fault("department", _said(department), "没有写部门名称", hint)
    if "large_sum" in data:
        read = amount(str(data["large_sum"]), "positive")
        if isinstance(read, Misread):
            yield _fault("large_sum", data["large_sum"], read.message, read.remedy)
    yield from _texts(data.get("texts", {}))


def _texts(texts: object) -> Iterator[Fault]:
    if not isinstance(texts, Mapping):
        yield _fault(
            "texts", texts, "应是一节 [texts]", '请照模板写 [texts]，下面一行一个"名称" = "文字"'
        )
        return
    for name, words in texts.items():
        if not isinstance(words, str):
            yield _fault("texts", f"{name} = {words}", "应是文字", "请把内容放进引号")


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _remarks(taken: Heading, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What does not keep the year out: no threshold of its own, a year the edition was not for."""
    if taken.year and "large_sum" not in data:
        common = large_sum(taken.year)
        message = f"没有写大额资金标准，按 {common.amount:,} 元核对"
        remedy = "请写本单位财务制度规定的数，如 large_sum = 50000"
        yield Fault(FILE, "", 0, "large_sum", "", message, remedy, Severity.NOTE)
    found = next((item for item in editions() if item.key == taken.edition), None)
    if found and taken.year and taken.year not in found.years:
        years = "、".join(map(str, found.years))
        message = f"这个版式用于 {years} 年度，{taken.year} 年的表样可能已经改了"
        yield Fault(FILE, "", 0, "edition", found.key, message, "请核对当年的表样", Severity.NOTE)


def toml(told: Heading) -> str:
    """The head as the text of year.toml, each line explained."""
    limit = (
        f"large_sum = {shown(told.large_sum)}" if told.large_sum is not None else "# large_sum = "
    )
    lines = (
        "# 年度",
        f"year = {told.year}",
        "# 版式：决算公开按哪个省、哪一年的表样编",
        f"edition = {_quoted(told.edition)}",
        "# 部门全称",
        f"department = {_quoted(told.department)}",
        "# 大额资金标准（元）：一笔支付达到它就要写会议纪要。请写本单位财务制度规定的数",
        limit,
        "",
        "# “没有上年数”“没有编制”“未开展绩效自评”：确实没有的写原因，有的留空",
        "# 写进决算说明的文字，一行一个“名称 = 文字”，都用英文引号",
        "[texts]",
        *(f"{_quoted(name)} = {_quoted(words)}" for name, words in told.texts.items()),
    )
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    # TOML takes the escapes of JSON, and wants DEL escaped too
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
