"""`kaocheng trace PACKAGE FIGURE` (溯源): from a printed figure to formula, figures and entries."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kaocheng.cli.packages import opened
from kaocheng.cli.refusals import Refused
from kaocheng.proof.entries import COLUMNS, Entry
from kaocheng.proof.filters import words
from kaocheng.proof.numerals import number
from kaocheng.proof.records import Ledger, Proven
from kaocheng.proof.tracing import Branch, found, labels, line_of, spelled, trace, value_words

_FEW = 8
_CHOICES = 20


def run(options: Namespace) -> int:
    """Show where one figure of a package comes from.

    Raises Refused when no figure is meant, or several that print differently placed.
    """
    package = opened(options.package)
    figures = found(package.ledger, options.figure)
    if not figures:
        raise Refused(f"没有找到“{options.figure}”。可写编号（如 kc000012）、印出的数字或名称。")
    printed = [figure for figure in figures if figure.spot] or list(figures)
    if len({figure.name for figure in printed}) > 1:
        sys.stdout.writelines(f"{line}\n" for line in _choice(package.ledger, printed))
        return 0
    tree = trace(package.ledger, package.entries, printed[0])
    if options.format == "json":
        sys.stdout.write(json.dumps(_record(tree), ensure_ascii=False, indent=1) + "\n")
    else:
        most = len(package.entries) if options.all else _FEW
        sys.stdout.writelines(f"{line}\n" for line in drawn(tree, package.ledger, most))
    return 0


def drawn(tree: Branch, ledger: Ledger, most: int = _FEW) -> Iterator[str]:
    """The tree as lines; of many entries only the first `most`."""
    yield f"{tree.figure.id}  {_head(tree.figure)}"
    if place := _place(ledger, tree.figure):
        yield f"印在：{place}"
    yield from _under(tree, "", most)


def _under(tree: Branch, indent: str, most: int) -> Iterator[str]:
    yield f"{indent}＝ {_formula(tree)}"
    entries = tree.entries[:most]
    rest = len(tree.entries) - len(entries)
    items: list[Branch | str] = [*tree.sources, *(_entry(item) for item in entries)]
    if rest > 0:
        items.append(f"……另有 {rest} 条，见 --all 或 evidence.csv")
    for at, item in enumerate(items, start=1):
        last = at == len(items)
        turn, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        if isinstance(item, str):
            yield f"{indent}{turn}{item}"
        else:
            again = "（上面已展开）" if item.again else ""
            yield f"{indent}{turn}{_head(item.figure)}  [{item.figure.id}]{again}"
            if not item.again:
                yield from _under(item, indent + below, most)


def _formula(tree: Branch) -> str:
    figure = tree.figure
    text = figure.says or spelled(figure, labels(tree)) or "（直接登记）"
    return f"{text}：{words(figure.entries)}" if figure.entries else text


def _head(figure: Proven) -> str:
    exact = value_words(figure)
    unit = "" if figure.text.endswith(figure.unit.name) else figure.unit.name
    shown = f"{figure.name} {figure.text}{unit}" if figure.text.strip() else figure.name
    code = f"（{figure.code}）" if figure.code else ""
    return f"{shown}{code}  精确值 {exact}"


def _place(ledger: Ledger, figure: Proven) -> str:
    line = line_of(ledger, figure)
    if line is None:
        return "图" if figure.spot else ""
    column = next((piece.column for piece in line.pieces if piece.figure == figure.id), 0)
    around = "".join(piece.text for piece in line.pieces)
    told = f"第{column}列" if column else f"“{around[:60]}”"
    return f"{line.words()}{told}"


def _entry(entry: Entry) -> str:
    amount = "" if entry.amount is None else f"{entry.amount / 100:,.2f}元"
    people = "" if entry.people is None else f"{entry.people}人"
    parts = (
        entry.kind, entry.number, str(entry.on or ""), amount, people, entry.value or "",
        entry.function, entry.economic, entry.project, entry.group,
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def _choice(ledger: Ledger, figures: list[Proven]) -> Iterator[str]:
    yield f"有 {len(figures)} 处印着它，请写编号："
    for figure in figures[:_CHOICES]:
        yield f"  {figure.id}  {_head(figure)}  {_place(ledger, figure)}"
    if len(figures) > _CHOICES:
        yield f"  另有 {len(figures) - _CHOICES} 处"


def _record(tree: Branch) -> dict[str, Any]:
    figure = tree.figure
    told: dict[str, Any] = {
        "id": figure.id, "name": figure.name, "text": figure.text, "unit": figure.unit.name,
        "exact": number(figure.exact), "expression": figure.expression,
        "formula": figure.says or spelled(figure, labels(tree)), "sha256": figure.sha256,
    }  # fmt: skip
    if tree.again:
        return told | {"again": True}
    told["sources"] = [_record(source) for source in tree.sources]
    told["filter"] = {name: list(values) for name, values in figure.entries.items()}
    told["entries"] = [dict(zip(COLUMNS, item.row, strict=True)) for item in tree.entries]
    return told
