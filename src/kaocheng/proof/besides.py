"""What a file holds beside its text against what it held when published (附带内容核对)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from kaocheng.kernel.asides import Aside
from kaocheng.proof.records import Fault, File, Ledger, Proven

_HASH = "sha256:"
_DRAWN_WORDS = "图中文字"
_WORDED = frozenset({_DRAWN_WORDS, "替代文字"})
_DRAWN = frozenset({"图片", "矢量图"})
_SUMS = frozenset({"存储值", "提示文字"})
"""One hash over much that is compared by itself as well; told only where nothing else was found."""
_OTHERWISE = {
    "docx": "字体和版式", "xlsx": "字体、格式和版式", "pdf": "线条、色块和版式", "html": "其余标记",
}  # fmt: skip
_HIDDEN = {
    "docx": ("隐藏的文字", "修订和批注"), "xlsx": ("隐藏的行、列和工作表",), "html": ("隐藏的文字",),
}  # fmt: skip
"""Compared also where nothing was hidden when the file was published."""
_AROUND = 12
_LONGEST = 60


def unlike(
    ledger: Ledger, file: File, read: Sequence[Aside], *, otherwise: bool = False
) -> Iterator[Fault]:
    """What is no longer as published, in the order of the file; one fault a picture and kind.

    `otherwise` tells that the file's text differs too, so that mere sums over it are not told again.
    """
    held, found = _sorted(file.asides), _sorted(read)
    charts = _charts(ledger, file.paper)
    worded: set[str] = set()
    for what, where in dict.fromkeys([*held, *found]):
        was, now = held.get((what, where), []), found.get((what, where), [])
        if was == now or (what in _SUMS and otherwise) or (what in _DRAWN and where in worded):
            continue
        if what in _WORDED:
            worded.add(where)
        otherwise = True
        yield from _faults(file, (what, where), was, now, charts.get(where, ()))


def undrawn(ledger: Ledger, file: File, asides: Sequence[Aside]) -> Iterator[Fault]:
    """The figures of charts that do not stand in the words of their own picture."""
    charts = _charts(ledger, file.paper)
    for one in asides:
        for figure in charts.get(one.where, ()) if one.what == _DRAWN_WORDS else ():
            if figure.text not in one.text:
                where = f"{one.where}{one.what}"
                message = f"“{figure.name}”没有画在图上。"
                yield Fault("aside", file.name, where, "", figure.text, message, figure.id)


def compared(file: File) -> str:
    """What was compared of a file whose bytes changed, and what was not, for people."""
    kinds = list(dict.fromkeys(one.what for one in file.asides))
    suffix = file.name.rpartition(".")[2]
    kinds += [kind for kind in _HIDDEN.get(suffix, ()) if kind not in kinds]
    told = "、".join(["其中的文字和数字", *kinds])
    rest = _OTHERWISE.get(suffix, "其余内容") if file.asides else "图、替代文字、公式和属性"
    return f"{told}逐一比对过，没有变；{rest}没有比对"


def _sorted(asides: Iterable[Aside]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in asides:
        found.setdefault((one.what, one.where), []).append(one.text)
    return found


def _charts(ledger: Ledger, paper: int) -> Mapping[str, tuple[Proven, ...]]:
    """The figures of each chart of a paper by the words that name its picture."""
    parts: dict[int, list[Proven]] = {}
    for figure in ledger.figures:
        if figure.spot and figure.spot.series and figure.spot.paper == paper:
            parts.setdefault(figure.spot.part, []).append(figure)
    return {f"第{at}幅图": tuple(parts[part]) for at, part in enumerate(sorted(parts), 1)}


def _faults(
    file: File,
    place: tuple[str, str],
    was: Sequence[str],
    now: Sequence[str],
    figures: Sequence[Proven],
) -> Iterator[Fault]:
    what, where = place
    for old, new in zip_longest(was, now):
        if old == new:
            continue
        written, should = _differing(new or "", old or "")
        told = figures if what in _WORDED else ()
        lost = [one for one in told if (old or "").count(one.text) > (new or "").count(one.text)]
        name = lost[0].id if lost else ""
        yield Fault(
            "aside", file.name, f"{where}{what}", written, should, _said(what, old, new), name
        )


def _said(what: str, old: str | None, new: str | None) -> str:
    if new is None:
        return f"少了{what}，公布时有。"
    if old is None:
        return f"多出了{what}，公布时没有。"
    return f"{what}与公布时不同。"


def _differing(written: str, should: str) -> tuple[str, str]:
    """The stretches that differ with a little around them; nothing for hashes, which say nothing."""
    if _HASH in (written[: len(_HASH)], should[: len(_HASH)]):
        return "", ""
    start = next(
        (at for at, (a, b) in enumerate(zip(written, should, strict=False)) if a != b),
        min(len(written), len(should)),
    )
    begin = max(start - _AROUND, 0)
    return written[begin : begin + _LONGEST], should[begin : begin + _LONGEST]
