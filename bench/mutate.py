"""How often one changed figure is reported, exactly where it stands (改数检验); `make mutate`."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.changing import KINDS, Change, changed, changes, neighbours, passage_of, spots
from bench.corpus import chosen
from bench.judging import Aim, Verdict, aims, verdict
from kaocheng.disclosure.checking import check
from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import read

Check = Callable[[Document], Report]
REGIONS = ("表中单元格", "文中金额", "文中百分比", "文中数量")
SEED = 20240607
_BAR = 30


@dataclass(slots=True)
class Bench:
    """One document at work: what the checker says of it unchanged."""

    document: Document
    check: Check
    before: Report
    numbers: int
    aims: list[Aim]

    def drawn(self, size: int | None) -> list[tuple[str, Change]]:
        """The changes to be tried, with their region: a seeded sample, or all for None."""
        chance = random.Random(SEED)  # noqa: S311
        near = neighbours([aim.spot for aim in self.aims])
        every = [
            (aim.region, change)
            for aim in self.aims
            if aim.bound and not aim.faulty
            for change in changes(aim.spot, near.get(aim.spot), chance)
        ]
        return every if size is None or size >= len(every) else chance.sample(every, size)

    def tried(self, change: Change) -> Verdict:
        """The verdict on one change."""
        new = changed(self.document, change)
        return verdict(new, change, self.before, self.check(new))


def bench(document: Document, check: Check) -> Bench:
    """A document made ready: checked once, its numbers matched to the figures read."""
    before = check(document)
    found = spots(document)
    return Bench(document, check, before, len(found), aims(document, found, before))


@dataclass(slots=True)
class Outcome:
    """What came of one document: counts by region, kind and verdict, and what was missed."""

    file: str
    numbers: int
    figures: int
    bound: int
    faulty: int
    read: Counter[tuple[str, bool]]
    counts: Counter[tuple[str, str, Verdict]] = field(default_factory=Counter)
    missed: list[dict[str, Any]] = field(default_factory=list)


def outcome(work: Bench, tries: Sequence[tuple[str, Change]], said: Iterator[Verdict]) -> Outcome:
    """The counts of one document."""
    read_in = Counter((aim.region, aim.bound) for aim in work.aims)
    free = len(work.before.free)
    result = Outcome(
        Path(work.document.file).name,
        work.numbers,
        len(work.before.figures),
        len(work.before.figures) - free,
        sum(aim.faulty for aim in work.aims),
        read_in,
    )
    for (region, change), word in zip(tries, said, strict=True):
        result.counts[region, change.kind, word] += 1
        if word is not Verdict.HERE:
            result.missed.append(_miss(work.document, region, change, word))
    return result


def _miss(document: Document, region: str, change: Change, word: Verdict) -> dict[str, Any]:
    place = aim_place(document, change)
    change_words = f"{change.spot.text}→{change.text}"
    return {"place": place, "region": region, "kind": change.kind, "change": change_words,
            "verdict": word.value}  # fmt: skip


def aim_place(document: Document, change: Change) -> str:
    """Where the changed number stands, in words."""
    spot = change.spot
    return passage_of(document, spot).at(spot.start, spot.end).words()


_AT_WORK: list[Bench] = []


def _begin(work: Bench) -> None:
    _AT_WORK[:] = [work]


def _one(change: Change) -> Verdict:
    return _AT_WORK[0].tried(change)


def run(path: Path, size: int | None, jobs: int) -> Outcome | None:
    """Try the changes of one file in `jobs` processes; None when it cannot be read."""
    try:
        work = bench(read(path), check)
    except Unreadable as why:
        print(f"{path.name}：{why}", file=sys.stderr)
        return None
    if not work.before.profile.kind:
        print(f"{path.name}：不是公开文件，不作改数检验", file=sys.stderr)
        return None
    tries = work.drawn(size)
    # forked after the document was read, so it need not be sent to the workers
    _begin(work)
    with ProcessPoolExecutor(jobs) as pool:
        said = pool.map(_one, [change for _, change in tries], chunksize=4)
        return outcome(work, tries, _progress(path.name, said, len(tries)))


def _progress(name: str, said: Iterator[Verdict], total: int) -> Iterator[Verdict]:
    for done, word in enumerate(said, 1):
        if sys.stderr.isatty() or done == total:
            bar = "█" * (done * _BAR // total)
            sys.stderr.write(f"\r{name[:24]} {bar:<{_BAR}} {done}/{total}")
        yield word
    sys.stderr.write("\n")


def table(counts: Counter[tuple[str, str, Verdict]]) -> Iterator[str]:
    """A Markdown table of region × kind, with the share reported in place.

    In place counts a finding of its own (报在原处, 原处提示) and the place named as one of the
    two or three that cannot both be right (并列报出); a mere participant (作为参与者) does not.
    """
    yield (
        "| 区域 | 改法 | 次数 | " + " | ".join(word.value for word in Verdict) + " | 报在原处占比 |"
    )
    yield "|---|---|---:" + "|---:" * (len(Verdict) + 1) + "|"
    for region in REGIONS:
        for kind in (*KINDS, "合计"):
            row = [
                sum(n for (r, k, w), n in counts.items()
                    if r == region and w is word and kind in (k, "合计"))
                for word in Verdict
            ]  # fmt: skip
            if sum(row):
                cells = " | ".join(map(str, row))
                there = sum(row[:3]) / sum(row)
                yield f"| {region} | {kind} | {sum(row)} | {cells} | {there:.1%} |"


def report(result: Outcome) -> Iterator[str]:
    """The words on one document."""
    share = result.bound / result.figures if result.figures else 0
    yield f"\n### {result.file}\n"
    yield (
        f"印出的数 {result.numbers} 个，读作数字 {result.figures} 个，其中受约束 {result.bound} 个"
        f"（{share:.1%}）；原已报错、不再改的 {result.faulty} 个。\n"
    )
    yield from table(result.counts)


def as_json(result: Outcome) -> dict[str, Any]:
    """The same as data."""
    counts = [
        {"region": region, "kind": kind, "verdict": word.value, "count": number}
        for (region, kind, word), number in sorted(result.counts.items(), key=str)
    ]
    return {"file": result.file, "numbers": result.numbers, "figures": result.figures,
            "bound": result.bound, "counts": counts, "missed": result.missed}  # fmt: skip


def main() -> None:
    """Run over all documents, or those named, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="文件或文件夹；不写则取全部真实文件")
    parser.add_argument("--sample", type=int, default=300, help="每份文件抽取的改动数")
    parser.add_argument("--all", action="store_true", help="试全部改动")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path, help="另写一份 JSON")
    options = parser.parse_args()
    results = []
    for path in chosen(options.paths):
        result = run(path, None if options.all else options.sample, options.jobs)
        if result:
            results.append(result)
            print("\n".join(report(result)), flush=True)
    if not results:
        print("没有可用的文件：所给文件夹里没有，或真实文件不在检出目录旁边。")
        return
    whole: Counter[tuple[str, str, Verdict]] = Counter()
    for result in results:
        whole.update(result.counts)
    figures, bound = sum(r.figures for r in results), sum(r.bound for r in results)
    print(f"\n### 全部 {len(results)} 份\n\n受约束 {bound}/{figures}（{bound / figures:.1%}）\n")
    print("\n".join(table(whole)))
    if options.json:
        text = json.dumps([as_json(r) for r in results], ensure_ascii=False, indent=1)
        options.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
