"""The ledger gives every printed figure its id, formula, sources, entries and hash."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from kaocheng.kernel.lineage import DIFFERENCE
from kaocheng.kernel.papers import Paper, Prose, Run
from kaocheng.kernel.units import PERCENT
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import Proof, ledger
from kaocheng.proof.records import Spot
from tests.proof.making import BASIC, PROJECT, WHOLE, YEAR, figure, paper

ENTRIES = evidence(YEAR)


def _printing(*figures: object) -> Proof:
    runs = tuple(Run(one.text, one) for one in figures)
    return ledger([Paper("题", "局", 2023, "sichuan_2023", (Prose(runs),))], ENTRIES)


def test_every_printed_figure_is_proved() -> None:
    """In the tiny paper nothing is left without proof, and every print has an id of its own."""
    proof = ledger([paper()], ENTRIES)
    printed = [one for one in proof.ledger.figures if one.spot]
    assert () == proof.unproven
    assert {f"kc{number:06d}" for number in range(1, 9)} == {one.id for one in printed}


def test_a_figure_tells_place_formula_sources_and_entries() -> None:
    """The share of 基本支出: 1/3 exactly, from two figures; 基本支出 from two payments."""
    known = ledger([paper()], ENTRIES).ledger.by_id()
    share, basic = known["kc000002"], known["kc000004"]
    assert (Fraction(1, 3), "[1]/[2]", ("kc000004", "kc000006")) == (
        share.exact, share.expression, share.sources,
    )  # fmt: skip
    assert (Spot(1, 2, run=4), 2) == (share.spot, basic.count)
    assert Spot(1, 4, row=1, column=3) == known["kc000007"].spot


def test_the_formula_is_found_where_only_words_are_given() -> None:
    """Sum, difference, share and growth are recognised on exactly the sources named."""
    rest = figure("项目支出", "40000.00", formula="全部减去基本", sources=(WHOLE, BASIC))
    share = figure("占比", "66.67", PERCENT, formula="占本年支出的比重", sources=(PROJECT, WHOLE))
    found = _printing(rest, share).ledger.by_id()
    assert ("[1]-[2]", "全部减去基本") == (found["kc000001"].expression, found["kc000001"].says)
    assert "[1]/[2]" == found["kc000002"].expression


def test_what_nothing_proves_is_named() -> None:
    """No source, a source that does not give the value, an entry that does not exist."""
    bare = figure("无源", "5.00")
    wrong = figure("错", "1.00", formula=DIFFERENCE, sources=(WHOLE, BASIC))
    lost = figure("缺", "1.00", records=("没有",))
    because = [one.because for one in _printing(bare, wrong, lost).unproven]
    assert [
        "没有写明来源（公式、数字或凭证）",
        "按“[1]-[2]”从来源算不出这个数",
        "来源编号“没有”在年度账中找不到",
    ] == because


def test_a_wrong_record_is_not_explained_away() -> None:
    """A figure that adds up other entries than it says is not proved by chance."""
    assert 1 == len(_printing(replace(BASIC, records=("Z1",))).unproven)


def test_the_hash_covers_the_entries() -> None:
    """One cent more in one payment changes the hash of all that comes of it, and of nothing else."""
    more = [replace(e, amount=e.amount + 1) if e.number == "Z1" else e for e in ENTRIES]
    before = ledger([paper()], ENTRIES).ledger.by_id()
    after = ledger([paper()], more).ledger.by_id()
    same = {name for name, one in before.items() if one.sha256 == after[name].sha256}
    assert {"kc000005", "kc000008", "s000001"} == same
