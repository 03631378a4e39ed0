"""Every figure calculated anew from the evidence (重算): what no longer follows is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kaocheng.kernel.numerals import is_blank, is_dash, plain, read_number
from kaocheng.proof.entries import Entry
from kaocheng.proof.expressions import NotAFormula, Source, calculate
from kaocheng.proof.figures import source_of
from kaocheng.proof.filters import Entries
from kaocheng.proof.hashing import evidence_hash, hash_of
from kaocheng.proof.numerals import number
from kaocheng.proof.records import Fault, Ledger, Proven
from kaocheng.proof.worth import in_unit, rounded, shown

_INSIDE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


def altered(entries: tuple[tuple[Entry, str], ...]) -> Iterator[Fault]:
    """The entries that no longer are what their own hash says."""
    for item, told in entries:
        if item.sha256 != told:
            words = "，".join(cell for cell in item.row if cell)
            yield Fault("evidence", "evidence.csv", f"编号{item.number}", words, "", (
                f"证据“{item.number}”的内容与它的摘要不符，公布之后被改动过。"
            ))  # fmt: skip


def recomputed(ledger: Ledger, entries: tuple[Entry, ...]) -> tuple[dict[str, Proven], list[Fault]]:
    """Every figure as it follows from these entries, and the faults against what the ledger says."""
    work = _Recomputing(ledger.by_id(), Entries(entries))
    faults: list[Fault] = []
    for figure in _in_order(ledger, faults):
        faults += work.take(figure)
    return work.anew, faults


@dataclass
class _Recomputing:
    """The figures as told and, so far, as they follow; what a source is worth is reckoned once."""

    known: Mapping[str, Proven]
    held: Entries
    anew: dict[str, Proven] = field(default_factory=dict)
    _told: dict[str, Source] = field(default_factory=dict)
    _fresh: dict[str, Source] = field(default_factory=dict)

    def take(self, told: Proven) -> Iterator[Fault]:
        """Recompute the next figure, whose sources were taken before it."""
        mask = self.held.selected(told.entries) if told.entries else 0
        word = self.held.worth_of(mask)
        exact = _exact(told, self._fresh, word)
        fresh = _changed(told, told.exact if exact is None else exact, mask.bit_count())
        self.anew[told.id], self._fresh[told.id] = fresh, source_of(fresh)
        self._told[told.id] = self._fresh[told.id] if fresh is told else source_of(told)
        own = self._own(
            told, exact if self._as_told(told) else _exact(told, self._told, word), mask
        )
        yield from _faults(told, fresh, exact, own)

    def _as_told(self, told: Proven) -> bool:
        """Whether its sources are worth anew what the ledger tells of them."""
        return all(self._fresh.get(name) is self._told.get(name) for name in told.sources)

    def _own(self, told: Proven, exact: Fraction | None, mask: int) -> str:
        """What is wrong with a figure itself, `exact` following from its sources as told; or ""."""
        if exact != told.exact or mask.bit_count() != told.count:
            found = "算不出来" if exact is None else number(exact)
            return (
                f"精确值应为{found}（记录{mask.bit_count()}条），"
                f"写成了{number(told.exact)}（{told.count}条）"
            )
        if hash_of(told, self.known, evidence_hash(self.held, mask)) != told.sha256:
            return "内容与它的摘要不符，公布之后被改动过"
        return ""


def _changed(told: Proven, exact: Fraction, count: int) -> Proven:
    if exact == told.exact and count == told.count:
        return told
    return replace(told, exact=exact, count=count)


def print_of(figure: Proven) -> str:
    """What the figure's exact value prints as, in the manner of its text."""
    value = in_unit(figure.exact, figure.unit)
    whole, _, rest = shown(value, figure.decimals).partition(".")
    told = _number_in(figure)
    if told is None:
        return whole + (f".{rest}" if rest else "")
    if "," in told[0]:
        whole = f"{int(whole):,}"
    text = whole + (f".{rest}" if rest else "")
    return figure.text[: told.start()] + text + figure.text[told.end() :]


def _number_in(figure: Proven) -> re.Match[str] | None:
    """The number in the text of a figure: the one that is its value, else the last."""
    found = list(_INSIDE.finditer(plain(figure.text)))
    same = [one for one in found if _is_value(figure, one[0])]
    return next(reversed(same or found), None)


def _is_value(figure: Proven, text: str) -> bool:
    told = read_number(text)
    value = rounded(in_unit(figure.exact, figure.unit), figure.decimals)
    return told is not None and Fraction(told.value) == value


def _in_order(ledger: Ledger, faults: list[Fault]) -> Iterator[Proven]:
    """The figures, sources before what comes of them; a circle or a gap is a fault."""
    known = ledger.by_id()
    state: dict[str, int] = {}
    for start in known:
        waiting = [start]
        while waiting:
            name = waiting[-1]
            sources = [one for one in known[name].sources if state.get(one) != 2]
            lost = [one for one in sources if one not in known or state.get(one) == 1]
            if lost and name not in state:
                faults.append(_ledger_fault(known[name], f"来源“{lost[0]}”不存在或互为来源"))
            open_ones = [one for one in sources if one not in lost]
            if state.get(name) == 2 or not open_ones:
                waiting.pop()
                if state.get(name) != 2:
                    state[name] = 2
                    yield known[name]
            else:
                state[name] = 1
                waiting += open_ones


def _exact(
    figure: Proven, worth: Mapping[str, Source], word: Callable[[str], Fraction]
) -> Fraction | None:
    if any(name not in worth for name in figure.sources):
        return None
    try:
        sources = [worth[name] for name in figure.sources]
        return calculate(figure.expression, sources, word)
    except NotAFormula:
        return None


def _faults(told: Proven, anew: Proven, exact: Fraction | None, own: str) -> Iterator[Fault]:
    """A printed figure that no longer follows is a fault; a mere source only where it is the root."""
    if exact is None:
        yield _ledger_fault(told, f"计算式“{told.expression}”算不出来")
    elif told.spot and not _prints(anew):
        yield Fault("figure", "figures.json", told.id, told.text, print_of(anew), (
            f"“{told.name}”按计算式从证据重算为{number(in_unit(exact, told.unit))}"
            f"{told.unit.name}，印成了{told.text}。"
        ))  # fmt: skip
    elif own:
        yield _ledger_fault(told, own)


def _ledger_fault(figure: Proven, because: str) -> Fault:
    return Fault("ledger", "figures.json", figure.id, figure.text, "", (
        f"“{figure.name}”（{figure.id}）：{because}。"
    ))  # fmt: skip


def _prints(figure: Proven) -> bool:
    """Whether the text of a figure is a print of its exact value."""
    if is_blank(figure.text) or is_dash(figure.text):
        return rounded(in_unit(figure.exact, figure.unit), figure.decimals) == 0
    if _is_value(figure, figure.text):
        return True
    return any(_is_value(figure, one[0]) for one in _INSIDE.finditer(plain(figure.text)))
