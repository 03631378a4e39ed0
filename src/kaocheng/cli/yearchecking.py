"""`kaocheng check-year PATH` (核对年度账): every bad row, and all that publishing still lacks."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kaocheng.cli.faultlines import fault_lines, ordered
from kaocheng.cli.years import Loaded, load
from kaocheng.cli.yearsums import year_sums
from kaocheng.disclosure.compose import Draft, drafted
from kaocheng.kernel.faults import Fault

_WANTED = "待补"
_LATER = "公开以前还要补什么也要等改好以后才知道。"


def run(options: Namespace) -> int:
    """Read the folder and say what is wrong with it; 0 ready to publish, 1 not, 2 unreadable."""
    loaded = load(options.path)
    draft = draft_of(loaded)
    lines = _json(loaded, draft) if options.format == "json" else said(loaded, draft)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return exit_code(loaded) or int(bool(draft and gaps(loaded, draft)))


def exit_code(loaded: Loaded) -> int:
    """0 where the year can be taken, 1 where entries are at fault, 2 where a file is torn."""
    if loaded.torn:
        return 2
    return 1 if loaded.errors else 0


def draft_of(loaded: Loaded) -> Draft | None:
    """The papers as far as they can be written; None while entries are at fault."""
    if loaded.accounts:
        return drafted(loaded.accounts, loaded.performance)
    return drafted(*loaded.legible) if loaded.legible else None


def gaps(loaded: Loaded, draft: Draft) -> tuple[Fault, ...]:
    """All that must be mended before anything is published, with the files it stands in."""
    every = (*(item.fault for item in draft.missing), *draft.errors)
    told = {(fault.file, fault.message) for fault in loaded.faults}
    placed = (loaded.placed(fault) for fault in every)
    return tuple(fault for fault in placed if (fault.file, fault.message) not in told)


def said(loaded: Loaded, draft: Draft | None = None) -> Iterator[str]:
    """The whole answer as lines for people."""
    for file in loaded.torn:
        yield f"无法读取  {file}"
    wanted = gaps(loaded, draft) if draft else ()
    remarks = _notes(loaded, draft)
    yield from fault_lines((*loaded.faults, *remarks))
    notes = len(loaded.faults) - loaded.errors + len(remarks)
    if wanted:
        yield f"—— 公开以前要补的（{len(wanted)} 处）——"
        yield from fault_lines(wanted, _WANTED)
    if loaded.errors or loaded.torn:
        later = _left(wanted) if draft else _LATER
        yield (
            f"共 {loaded.errors} 处错误，{notes} 处提示。改好以后再核对一次；有错误时一笔也不会收，{later}"
        )
        return
    if loaded.accounts is not None:
        yield from year_sums(loaded.accounts, loaded.performance, draft)
        ready = f"公开以前还要补 {len(wanted)} 处" if wanted else "可以公开" if draft else ""
        yield "，".join(part for part in ("没有错误", f"{notes} 处提示", ready) if part) + "。"


def _left(wanted: Sequence[Fault]) -> str:
    """How much more is wanted once the errors are mended."""
    return f"公开以前还要补 {len(wanted)} 处。" if wanted else "此外没有要补的。"


def _notes(loaded: Loaded, draft: Draft | None) -> tuple[Fault, ...]:
    """What is worth a second look in the performance registers."""
    faults = draft.faults if draft else ()
    return tuple(loaded.placed(fault) for fault in faults if not fault.is_error)


def _json(loaded: Loaded, draft: Draft | None) -> Iterator[str]:
    for file in loaded.torn:
        yield json.dumps({"unreadable": file}, ensure_ascii=False)
    yield from _objects(loaded.faults, "year")
    if draft:
        yield from _objects((*gaps(loaded, draft), *_notes(loaded, draft)), "publication")


def _objects(faults: Iterable[Fault], keeps: str) -> Iterator[str]:
    """One object a fault; `keeps_out_of` tells what an error of it stands in the way of."""
    for fault in ordered(faults):
        record = {**asdict(fault), "severity": fault.severity.value, "keeps_out_of": keeps}
        yield json.dumps(record, ensure_ascii=False)
