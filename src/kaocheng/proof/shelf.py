"""figures.json and evidence.csv as text (存取): written one figure a line, read back with suspicion."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from kaocheng.kernel.asides import Aside
from kaocheng.kernel.units import Unit
from kaocheng.proof.entries import COLUMNS, Damaged, Entry, digest, entry
from kaocheng.proof.numerals import exact, number
from kaocheng.proof.records import (
    SCHEMA,
    VERSION,
    File,
    Instead,
    Ledger,
    Line,
    Piece,
    Printed,
    Proven,
    Spot,
)

_HASH = "摘要"
_SPOT = ("paper", "part", "run", "row", "column", "series")
_OPTIONAL = ("says", "phase", "year", "fund", "code", "count")


def dumped(ledger: Ledger) -> str:
    """figures.json of a ledger; its last member `digest` is the hash over all before it."""
    lines = list(_members(ledger))
    return "{\n" + ",\n".join([*lines, f'"digest": "{digest(lines)}"']) + "\n}\n"


def fingerprint(ledger: Ledger) -> str:
    """The digest that figures.json ends with; whoever notes it can tell the package from any other."""
    return digest(_members(ledger))


def loaded(text: str) -> Ledger:
    """The ledger of a figures.json; raises Damaged when it is not one, or was altered."""
    try:
        raw = json.loads(text)
        _known(raw["schema"], raw["version"])
        return _ledger(raw)
    except (ValueError, KeyError, TypeError, ArithmeticError, AttributeError) as fault:
        raise Damaged("figures.json 已损坏，读不出来。") from fault
    except RecursionError as fault:
        raise Damaged("figures.json 嵌套过深，读不出来。") from fault


def _known(schema: str, version: int) -> None:
    if schema != SCHEMA:
        raise Damaged("这不是考成写的 figures.json。")
    if version != VERSION:
        raise Damaged(f"figures.json 是第{version}版，这里只认得第{VERSION}版。")


def sealed(text: str, ledger: Ledger) -> bool:
    """Whether figures.json still ends with the digest of what stands in it."""
    return f'"digest": "{fingerprint(ledger)}"\n}}' in text[-200:]


def _members(ledger: Ledger) -> Iterator[str]:
    head = {
        "schema": SCHEMA, "version": VERSION, "title": ledger.title, "office": ledger.office,
        "year": ledger.year, "edition": ledger.edition, "evidence": ledger.evidence,
    }  # fmt: skip
    yield from (f"{_json(key)}: {_json(value)}" for key, value in head.items())
    yield _listed("files", (_file(item) for item in ledger.files))
    units = {figure.unit.name: figure.unit for figure in ledger.figures}
    yield _listed("units", ([u.name, u.dimension, str(u.factor)] for u in units.values()))
    yield _listed("figures", (_figure(figure) for figure in ledger.figures))
    yield _listed("papers", ({"title": one.title, "lines": _lines(one)} for one in ledger.papers))


def _listed(name: str, items: Iterable[object]) -> str:
    return f'"{name}": [\n' + ",\n".join(f" {_json(item)}" for item in items) + "\n]"


def _json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(", ", ": "))


def _file(file: File) -> dict[str, object]:
    told: dict[str, object] = {
        "name": file.name, "paper": file.paper, "sha256": file.sha256,
        "beside": [[one.at, one.count, *map(_line, one.lines)] for one in file.beside],
    }  # fmt: skip
    if file.asides:
        told["asides"] = [[one.what, one.where, one.text] for one in file.asides]
    return told


def _figure(figure: Proven) -> dict[str, object]:
    told: dict[str, object] = {
        "id": figure.id, "name": figure.name, "text": figure.text, "exact": number(figure.exact),
        "unit": figure.unit.name, "decimals": figure.decimals, "expression": figure.expression,
    }  # fmt: skip
    told |= {key: getattr(figure, key) for key in _OPTIONAL if getattr(figure, key)}
    if figure.sources:
        told["sources"] = list(figure.sources)
    if figure.entries:
        told["entries"] = {name: list(values) for name, values in figure.entries.items()}
    if figure.spot:
        told["spot"] = {
            key: getattr(figure.spot, key) for key in _SPOT if getattr(figure.spot, key)
        }
    return told | {"sha256": figure.sha256}


def _lines(paper: Printed) -> list[object]:
    return [_line(line) for line in paper.lines]


def _line(line: Line) -> list[object]:
    pieces = ([piece.text, piece.figure, piece.column] for piece in line.pieces)
    return [line.kind, line.part, line.row, line.sheet, *pieces]


def _ledger(raw: dict[str, Any]) -> Ledger:
    units = {name: Unit(name, kind, Decimal(factor)) for name, kind, factor in raw["units"]}
    return Ledger(
        str(raw["title"]), str(raw["office"]), int(raw["year"]), str(raw["edition"]),
        tuple(_read_figure(item, units) for item in raw["figures"]),
        tuple(
            Printed(str(item["title"]), tuple(_read_line(line) for line in item["lines"]))
            for item in raw["papers"]
        ),
        str(raw["evidence"]),
        tuple(_read_file(item) for item in raw["files"]),
    )  # fmt: skip


def _read_file(raw: dict[str, Any]) -> File:
    return File(
        str(raw["name"]), int(raw["paper"]), str(raw["sha256"]),
        tuple(
            Instead(int(at), int(count), tuple(map(_read_line, lines)))
            for at, count, *lines in raw["beside"]
        ),
        tuple(Aside(str(a), str(b), str(c)) for a, b, c in raw.get("asides", ())),
    )  # fmt: skip


def _read_figure(raw: dict[str, Any], units: dict[str, Unit]) -> Proven:
    filters = raw.get("entries", {})
    return Proven(
        str(raw["id"]), str(raw["name"]), str(raw["text"]), exact(raw["exact"]),
        units[raw["unit"]], int(raw["decimals"]), str(raw["expression"]), str(raw.get("says", "")),
        tuple(str(one) for one in raw.get("sources", ())),
        {str(name): tuple(str(one) for one in values) for name, values in filters.items()},
        int(raw.get("count", 0)),
        Spot(**{key: int(raw["spot"].get(key, 0)) for key in _SPOT}) if "spot" in raw else None,
        str(raw.get("phase", "")), raw.get("year"), str(raw.get("fund", "")),
        str(raw.get("code", "")), str(raw["sha256"]),
    )  # fmt: skip


def _read_line(raw: list[Any]) -> Line:
    kind, part, row, sheet, *pieces = raw
    read = tuple(Piece(str(text), str(name), int(column)) for text, name, column in pieces)
    return Line(str(kind), int(part), read, int(row), str(sheet))


def evidence_text(entries: Iterable[Entry]) -> str:
    """evidence.csv: a head, a row for each entry, each row ending with its own hash."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*COLUMNS, _HASH])
    rows.writerows([*item.row, item.sha256] for item in entries)
    return out.getvalue()


def evidence_read(text: str) -> tuple[tuple[Entry, str], ...]:
    """The entries of an evidence.csv, each with the hash written beside it; raises Damaged."""
    try:
        head, *rows = csv.reader(io.StringIO(text), strict=True)
    except (ValueError, csv.Error) as fault:
        raise Damaged("证据文件已损坏，读不出来。") from fault
    if head != [*COLUMNS, _HASH]:
        raise Damaged("证据文件的表头不对。")
    return tuple((entry(row[:-1]), row[-1]) for row in rows if row)
