"""`kaocheng measures` (运行指标): a year's measures of cases, the cases behind one, or evidence for a year folder."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from kaocheng.cases.measures import Kind, Measure, Proof, Result, measures, year_of
from kaocheng.cases.measures.tables import HEAD, WHOLE, moment, rows, told
from kaocheng.cli.measureevidence import write_evidence
from kaocheng.cli.outputs import guard, screen, written
from kaocheng.cli.refusals import Refused
from kaocheng.cli.stores import open_store
from kaocheng.writing.tables import Table, csv_lines, write_xlsx

_WIDE = (10, 20, 22, 12, 10, 8, 10, 10, 50, 50, 40, 16)
_LISTED = ("指标", "办件编号", "分子")
_SIDES = (22, 24, 8)


def run(options: Namespace) -> int:
    """Write what is asked for: 0.

    Raises Refused when the store cannot be read, or a department or measure is not known.
    """
    if find_spec("django") is None:
        raise Refused("没有安装网站部分。请执行：pip install 'kaocheng[site]'")
    if options.out:
        guard(options.out, ())
    open_store(options.store)
    unreadable: type[Exception] = import_module("django.db").DatabaseError
    try:
        return _run(options)
    except unreadable as error:
        raise Refused(
            f"数据库读不出来：{error}。请核对 --store 指的是不是本系统的数据文件夹。"
        ) from error


def _run(options: Namespace) -> int:
    store = import_module("kaocheng.site.cases.measures")
    look, name = _look(options, store)
    if options.evidence:
        for line in write_evidence(options.evidence, options.year, look.at, _proofs(store, look)):
            sys.stdout.write(f"{line}\n")
    elif options.cases:
        measure = _named(options.cases, options.year)
        _put(options, *_cases(store.proof_of(look, store.result_of(look, measure))))
    else:
        _put(options, *_board(store.board(look).whole, look, name))
    return 0


def _look(options: Namespace, store: Any) -> tuple[Any, str]:
    """What is looked at, and the department's name."""
    county = import_module("django.conf").settings.COUNTY
    seen = import_module("kaocheng.site.cases.models").StoredCase.objects.of(county)
    names = import_module("kaocheng.site.cases.names").unit_names(county)
    try:
        period = year_of(options.year)
    except ValueError as error:
        raise Refused(f"没有{options.year}年。") from error
    if not options.department:
        return store.Look(seen, county, period, datetime.now(UTC)), WHOLE
    codes = [code for code, name in names.items() if options.department in (code, name)]
    if not codes:
        known = "、".join(names.values()) or "还没有登记部门"
        raise Refused(f"没有部门“{options.department}”。已登记的：{known}。")
    found = seen.filter(unit__in=codes)
    return store.Look(found, county, period, datetime.now(UTC)), names[codes[0]]


def _named(word: str, year: int) -> Measure:
    known = measures(year_of(year).last)
    found = [m for m in known.values() if word in (m.key, m.name)]
    if not found:
        raise Refused(f"没有指标“{word}”。有：{'、'.join(m.name for m in known.values())}。")
    return found[0]


def _proofs(store: Any, look: Any) -> Any:
    """The proof of a measure by its name, None for a name that is none."""
    known = {m.name: m for m in measures(look.period.last).values()}

    def proof(name: str) -> Proof | None:
        measure = known.get(name)
        return store.proof_of(look, store.result_of(look, measure)) if measure else None

    return proof


def _board(found: dict[str, Result], look: Any, name: str) -> tuple[dict[str, Any], Table]:
    at = moment(look.at)
    document = {
        "year": look.period.first.year, "county": look.county, "department": name, "counted_at": at,
        "measures": [told(result) for result in found.values()],
    }  # fmt: skip
    return document, Table("运行指标", HEAD, list(rows(found, look.period, look.at, name)), _WIDE)


def _cases(proof: Proof) -> tuple[dict[str, Any], Table]:
    document = {**told(proof.result), "part": proof.part, "whole": proof.whole}
    return document, Table("办件", _LISTED, list(_listed(proof)), _SIDES)


def _listed(proof: Proof) -> Iterator[tuple[str, str, str]]:
    """A count has its cases; a share says of each whether it is in the numerator."""
    name, part = proof.result.measure.name, set(proof.part)
    counted = proof.result.measure.kind is Kind.COUNT
    for number in proof.part if counted else proof.whole:
        yield name, number, "是" if number in part else "否"


def _put(options: Namespace, document: dict[str, Any], table: Table) -> None:
    if options.format == "xlsx" and not options.out:
        raise Refused("xlsx 格式不能写到屏幕，请用 --out 指定文件。")
    with written(options.out) if options.out else screen() as file:
        for piece in _pieces(options.format, document, table):
            file.write(piece)


def _pieces(form: str, document: dict[str, Any], table: Table) -> Iterable[bytes]:
    if form == "xlsx":
        made = BytesIO()
        write_xlsx(made, [table])
        return [made.getvalue()]
    if form == "json":
        return [f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()]
    if form == "csv":
        return (line.encode() for line in csv_lines(table))
    return (f"{line}\n".encode() for line in _text(document, table))


def _text(document: dict[str, Any], table: Table) -> Iterator[str]:
    if "measures" not in document:
        yield f"{document['formula']}：{document['numerator']}／{document['denominator'] or '—'}"
        yield from (
            f"{number}  {'分子' if part == '是' else '分母'}" for _, number, part in table.rows
        )
        return
    yield f"{document['year']}年 {document['department']}，统计时间 {document['counted_at']}"
    for row in table.rows:
        cells = dict(zip(table.head, row, strict=True))
        sides = f"（{cells['分子']}／{cells['分母']}）" if cells["分母"] else ""
        yield f"{cells['指标']}：{cells['结果']}{sides}"
        yield f"    {cells['计算式']}" + (f"。{cells['说明']}" if not cells["数值"] else "")
