"""What is filled in for a move (填写项): read, checked, and made into plain facts of the event."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kaocheng.cases.moves import Field, Move
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.dates import FIRST_DAY, LAST_DAY
from kaocheng.kernel.events.personal import identity_number
from kaocheng.kernel.refusing import Refusal

_LINE, _NOTE, _LIST = 200, 2000, 200
_KEY = re.compile(r"[\w.\-/()（）〔〕#:]{1,80}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REGION = re.compile(r"\d{6}\Z")
_MONEY = re.compile(r"\d{1,7}(\.\d{1,2})?\Z", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])")
_YES, _NO = (True, "true", "on", "1", "是"), (False, "false", "", "0", "否", None)

Given = Mapping[str, Any]


def read_fields(move: Move, given: Given, on: date) -> dict[str, Any]:
    """The facts given for a move on a day; raises Refusal that names the field and says what is wrong.

    A citizen's identity number or a mobile number in any of them is refused: events hold no personal data.
    """
    known = {field.name: field for field in move.fields}
    if strange := sorted(set(given) - set(known)):
        raise Refusal(
            "case.field", f"“{move.title}”没有“{'、'.join(strange)}”这一项。", "请去掉它再提交。"
        )
    facts = {}
    for field in move.fields:
        value = given.get(field.name)
        if _empty(value) and field.kind != "flag":
            if field.required:
                raise _wrong(move, field, "没有填写", "请填写后再提交")
        else:
            facts[field.name] = _read(move, field, value)
            if personal(facts[field.name], on):
                raise _wrong(move, field, "含有身份证号或手机号", "个人信息只登记在申请人信息里")
    return facts


def personal(fact: Any, on: date) -> bool:
    """Whether a fact holds a number that belongs to a person."""
    if isinstance(fact, str):
        return bool(_MOBILE.search(fact) or identity_number(fact, on))
    if isinstance(fact, list):
        return any(personal(part, on) for part in fact)
    return isinstance(fact, dict) and any(personal(part, on) for part in fact.values())


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], ()) or (isinstance(value, str) and not value.strip())


def _read(move: Move, field: Field, value: Any) -> Any:
    try:
        if field.choices and value not in field.choices:
            raise ValueError(f"只能选：{'、'.join(field.choices)}")  # noqa: TRY301
        return _enough(field, READERS[field.kind](value))
    except (TypeError, ValueError, KeyError) as fault:
        raise _wrong(move, field, str(fault) or "格式不对", "请改正后再提交") from fault


def _enough(field: Field, fact: Any) -> Any:
    if field.least and len(fact) < field.least:
        raise ValueError(f"写得太少，至少 {field.least} 个字")
    return fact


def _wrong(move: Move, field: Field, what: str, remedy: str) -> Refusal:
    return Refusal("case.field", f"“{move.title}”的“{field.label}”{what}。", f"{remedy}。")


def _line(value: Any) -> str:
    return _text(value, _LINE)


def _note(value: Any) -> str:
    return _text(value, _NOTE)


def _text(value: Any, limit: int) -> str:
    if not isinstance(value, str):
        raise TypeError("应当是文字")
    text = value.strip()
    if len(text) > limit:
        raise ValueError(f"超过 {limit} 字")
    return text


def _flag(value: Any) -> bool:
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise ValueError("只能是“是”或“否”")


def _amount(value: Any) -> int:
    amount = int(str(value))
    if amount < 0:
        raise ValueError("不能是负数")
    return amount


def _yuan(value: Any) -> int:
    """Money as it is typed, in 元; kept in 分."""
    if not _MONEY.match(str(value)):
        raise ValueError("应当是金额，如 12 或 12.50")
    return int(Decimal(str(value)) * 100)


def _date(value: Any) -> str:
    """A day, in no other form than 2026-12-31 where it is text, and one that is no slip of the keyboard."""
    day = value.date() if isinstance(value, datetime) else value
    if not isinstance(day, date):
        if not _DAY.fullmatch(str(value)):
            raise ValueError("请写成 2026-12-31 这样")
        day = date.fromisoformat(str(value))
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"须在{FIRST_DAY.year}年至{LAST_DAY.year}年之间")
    return day.isoformat()


def _days(value: Any) -> list[Any]:
    """A limit as [amount, unit]; a bare number means working days."""
    if isinstance(value, Budget):
        value = [value.amount, value.span]
    amount, span = value if isinstance(value, list | tuple) else (value, Span.WORKDAY)
    number = int(str(amount))
    if not 1 <= number <= _NOTE:
        raise ValueError("应当是正整数")
    return [number, str(Span(span))]


def _key(value: Any) -> str:
    if not isinstance(value, str) or not _KEY.match(value):
        raise ValueError("不是编号")
    return value


def _keys(value: Any) -> list[str]:
    parts = [value] if isinstance(value, str) else list(value)
    if len(parts) > _LIST:
        raise ValueError(f"超过 {_LIST} 项")
    return list(dict.fromkeys(_key(part) for part in parts))


def _region(value: Any) -> str:
    if not isinstance(value, str) or not _REGION.match(value):
        raise ValueError("应当是六位行政区划代码")
    return value


def _digest(value: Any) -> str:
    if not isinstance(value, str) or not _DIGEST.match(value):
        raise ValueError("应当是六十四位摘要")
    return value


def _missing(value: Any) -> list[list[str]]:
    """What is missing: pairs of a material and what is wrong with it."""
    return [[_key(key), _text(why, _LINE)] for key, why in list(value)[:_LIST]]


_RECEIVED = {"key", "form", "originals", "copies", "file", "digest"}


def _received(value: Any) -> list[dict[str, Any]]:
    """Materials handed in: key, and where it differs form, originals, copies, file and its digest."""
    rows = [{"key": row} if isinstance(row, str) else dict(row) for row in list(value)[:_LIST]]
    return [_one_received(row) for row in rows]


def _one_received(row: Mapping[str, Any]) -> dict[str, Any]:
    if strange := set(row) - _RECEIVED:
        raise ValueError(f"没有“{'、'.join(sorted(strange))}”这一栏")
    kept: dict[str, Any] = {"key": _key(row["key"])}
    for name in ("originals", "copies"):
        if row.get(name):
            kept[name] = _amount(row[name])
    for name, read in (("form", _line), ("file", _key), ("digest", _digest)):
        if row.get(name):
            kept[name] = read(row[name])
    return kept


READERS: Mapping[str, Callable[[Any], Any]] = {
    "text": _line,
    "note": _note,
    "choice": _line,
    "opinion": _line,
    "flag": _flag,
    "yuan": _yuan,
    "date": _date,
    "days": _days,
    "material": _key,
    "materials": _keys,
    "missing": _missing,
    "received": _received,
    "task": _key,
    "tasks": _keys,
    "special": _key,
    "special_kind": _line,
    "account": _key,
    "accounts": _keys,
    "approver": _key,
    "unit": _key,
    "region": _region,
    "digest": _digest,
}
"""How each kind of field is read (填写项的种类)."""
