"""Precision and recall of the checker against the labels made by hand (人工标注); `make labels`."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.changing import NUMBER
from bench.corpus import LABELS, labelled
from bench.labelled import FAMILIES, Label, Sound, akin, judged, load
from kaocheng.disclosure.checking import check
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import read

# faults of arithmetic and contradiction, for the aim of 95 of 100 found
DECIDABLE = FAMILIES - {"方向与原因", "指标", "完整性", "文字", "科目"}

_LONG = 120
Verdicts = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Said:
    """A finding reduced to what the labels know: its line, quote, family, gravity."""

    code: str
    line: int
    quote: str
    family: str
    error: bool
    follows: bool
    message: str

    def fingerprint(self, key: str) -> str:
        """What a judgement by hand is stored under."""
        return f"{key}:{self.line}:{self.code}:{self.quote}"


@dataclass(slots=True)
class Tally:
    """What came of the labelled documents."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    wanted: Counter[tuple[str, str]] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    open: list[tuple[str, Said]] = field(default_factory=list)
    wrong: list[tuple[str, Said]] = field(default_factory=list)
    missed: list[tuple[str, Label]] = field(default_factory=list)
    mild: int = 0

    def weigh(self, key: str, saying: Said, verdict: bool | None) -> None:  # noqa: FBT001
        """Put an error finding where it belongs: true, false, or still to be judged by hand."""
        if verdict is None:
            self.open.append((key, saying))
            return
        (self.true if verdict else self.false)[saying.family] += 1
        if not verdict:
            self.wrong.append((key, saying))


def said(report: Report) -> list[Said]:
    """What a report says, in the labels' words."""
    return [
        Said(
            finding.code,
            finding.place.line or 0,
            finding.quote,
            report.rules[finding.code].family,
            report.severity(finding) is Severity.ERROR,
            finding.cause is not None,
            finding.message,
        )
        for finding in report.findings
    ]


def quoted(saying: Said, label: Label) -> bool:
    """Whether a finding stands on a label's line and quotes the same print."""
    quote = saying.quote.strip()
    return saying.line in label.lines and any(_alike(quote, wanted) for wanted in label.quotes)


def _alike(quote: str, label: str) -> bool:
    printed, wanted = set(NUMBER.findall(quote)), set(NUMBER.findall(label))
    if printed and wanted:  # "1" stands in "100", yet is another figure
        return bool(printed & wanted)
    return bool(quote) and (label in quote or quote in label)


def matches(saying: Said, label: Label, long: Container[int] = ()) -> bool:
    """Whether a finding is what a label asks for: its line, and the quote or the family.

    Where a label quotes a number, a finding of its family that quotes a word must at least name that number.
    On a `long` line, where many figures stand, the family alone proves nothing.
    """
    if quoted(saying, label):
        return True
    wanted = {number for quote in label.quotes for number in NUMBER.findall(quote)}
    named = not wanted or bool(wanted & set(NUMBER.findall(saying.message)))
    alike = saying.line in label.lines and akin(saying.family, label.family)
    return alike and named and saying.line not in long


def forbidden(saying: Said, sound: Sound) -> bool:
    """Whether an error stands on a figure that is right."""
    numbers = NUMBER.findall(saying.quote)
    return saying.line in sound.lines and numbers == NUMBER.findall(sound.quote) != []


def tally(key: str, text: str, sayings: list[Said], into: Tally, judged: Verdicts) -> None:
    """Count one document: recall over all findings, precision over errors that follow no other."""
    labels, sounds = load(LABELS / f"{key}.toml")
    long = {n for n, line in enumerate(text.split("\n"), 1) if len(line) > _LONG}
    for label in labels:
        hit = any(matches(saying, label, long) for saying in sayings)
        group = (key, label.family)
        into.wanted[group] += 1
        into.found[group] += hit
        if not hit:
            into.missed.append((key, label))
    for saying in sayings:
        if saying.error and not saying.follows:
            fitting = [label for label in labels if matches(saying, label, long)]
            verdict = judged.get(saying.fingerprint(key), _verdict(saying, fitting, sounds))
            into.weigh(key, saying, verdict)
            into.mild += bool(fitting) and all(label.severity == "note" for label in fitting)


def _verdict(saying: Said, fitting: list[Label], sounds: list[Sound]) -> bool | None:
    if any(quoted(saying, label) for label in fitting):
        return True
    if any(forbidden(saying, sound) for sound in sounds):
        return False
    return True if fitting else None


def by_family(result: Tally) -> Iterator[str]:
    """The table of families."""
    found, wanted = _folded(result.found), _folded(result.wanted)
    families = sorted({*wanted, *result.true, *result.false})
    yield "| 类别 | 标注 | 查出 | 查全率 | 判为对的错误 | 判为错的错误 | 查准率 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for family in families:
        right, wrong = result.true[family], result.false[family]
        yield (
            f"| {family} | {wanted[family]} | {found[family]} | "
            f"{_share(found[family], wanted[family])} | {right} | {wrong} | "
            f"{_share(right, right + wrong)} |"
        )
    right, wrong = result.true.total(), result.false.total()
    yield (
        f"| 合计 | {wanted.total()} | {found.total()} | {_share(found.total(), wanted.total())} | "
        f"{right} | {wrong} | {_share(right, right + wrong)} |"
    )


def decidable(result: Tally, labels: Mapping[str, list[Label]]) -> str:
    """Recall of the faults that the document itself proves."""
    every = [
        (key, label)
        for key, several in labels.items()
        for label in several
        if label.provable and label.severity == "error" and label.family in DECIDABLE
    ]
    missed = {(key, label.id) for key, label in result.missed}
    found = sum((key, label.id) not in missed for key, label in every)
    return f"文件自身可证的算术与矛盾错误：查出 {found}/{len(every)}（{_share(found, len(every))}）"


def _folded(counts: Counter[tuple[str, str]]) -> Counter[str]:
    folded: Counter[str] = Counter()
    for (_, family), number in counts.items():
        folded[family] += number
    return folded


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "—"


def details(result: Tally) -> Iterator[str]:
    """What was missed, what was wrong, and what is still to be judged by hand."""
    yield "\n未查出的标注："
    grouped: dict[str, list[Label]] = defaultdict(list)
    for key, label in result.missed:
        grouped[key].append(label)
    for key, several in grouped.items():
        for label in several:
            mark = "错误" if label.severity == "error" else "提示"
            proof = "可证" if label.provable else "不可证"
            place = f"{key} {label.id} 第{label.lines[0]}行"
            yield f"  {place} {label.family} {mark} {proof} {label.why}"
    yield "\n判为错的错误："
    yield from (f"  {_line(key, saying)}" for key, saying in result.wrong)
    yield "\n待人工判定的错误（判定后写入 tests/labels/judged.toml）："
    yield from (f"  {_line(key, saying)}" for key, saying in result.open)


def _line(key: str, saying: Said) -> str:
    return f"{json.dumps(saying.fingerprint(key), ensure_ascii=False)}  # {saying.message}"


def as_json(result: Tally) -> dict[str, Any]:
    """The counts as data."""
    return {
        "wanted": _folded(result.wanted),
        "found": _folded(result.found),
        "true": result.true,
        "false": result.false,
        "open": [saying.fingerprint(key) for key, saying in result.open],
        "missed": [f"{key}:{label.id}" for key, label in result.missed],
    }


def main() -> None:
    """Check the labelled documents and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="另写一份 JSON")
    options = parser.parse_args()
    found = labelled()
    if not found:
        print("没有可用的文件：真实文件不在检出目录旁边。")
        return
    result, verdicts = Tally(), judged(LABELS / "judged.toml")
    for key, path in found.items():
        text = path.read_text(encoding="utf-8")
        tally(key, text, said(check(read(path))), result, verdicts)
    print("\n".join(by_family(result)))
    print("\n" + decidable(result, {key: load(LABELS / f"{key}.toml")[0] for key in found}))
    print(f"错误级而标注为提示的：{result.mild}；待人工判定：{len(result.open)}")
    print("\n".join(details(result)))
    if options.json:
        text = json.dumps(as_json(result), ensure_ascii=False, indent=1)
        options.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
