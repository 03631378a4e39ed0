"""What is remembered of a document (汇总行), and the one table at the end of every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing.coverage import is_little, loose_numbers

HEADS = ("文件", "文种", "版式", "错误", "提示", "已核对", "有核对的数字", "结论")
NUMERIC = frozenset({3, 4, 5, 6})


@dataclass(frozen=True, slots=True, order=True)
class Fired:
    """A rule that fired (报出问题的规则), as much of it as a list of rules shows."""

    code: str
    title: str
    family: str
    severity: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One document in a few words: small, so that thousands can be kept.

    `errors` and `notes` count causes, not consequences; `checks` the checks that came to a
    decision; `bound` of `figures` printed figures take part in at least one independent check, numbers
    of tables that could not be put together counted;
    `unreadable` is the sentence why the file could not be read, else None.
    """

    file: str
    kind: str = ""
    edition_title: str = ""
    errors: int = 0
    notes: int = 0
    checks: int = 0
    bound: int = 0
    figures: int = 0
    unreadable: str | None = None
    fired: tuple[Fired, ...] = ()

    def with_more(self, other: Summary) -> Summary:
        """The same document with what was found when it was held against others."""
        return replace(
            self,
            errors=self.errors + other.errors,
            notes=self.notes + other.notes,
            checks=self.checks + other.checks,
            fired=tuple(sorted({*self.fired, *other.fired})),
        )

    @property
    def verdict(self) -> str:
        """The result in one word or two."""
        if self.unreadable is not None:
            return "无法读取"
        if self.errors:
            return "有错误"
        if self.notes:
            return "有提示"
        if not self.bound:
            return "未能核对" if self.figures else "未作核对"
        return "核对不足" if is_little(self.bound, self.figures) else "未发现问题"

    @property
    def coverage(self) -> str:
        """Bound figures of all printed figures, such as 412/437 (94%)."""
        if not self.figures:
            return "—"
        return f"{self.bound}/{self.figures}（{self.bound * 100 // self.figures}%）"


def summary(report: Report) -> Summary:
    """What is remembered of a report."""
    outcomes = report.outcomes()
    return Summary(
        file=report.document.file,
        kind=report.profile.kind + ("（空白模板）" if report.profile.template else ""),
        edition_title=report.profile.edition_title,
        errors=report.errors,
        notes=report.notes,
        checks=outcomes[Outcome.HOLDS] + outcomes[Outcome.FAILS],
        bound=len(report.figures) - len(report.free),
        figures=len(report.figures) + loose_numbers(report),
        fired=_fired(report),
    )


def _fired(report: Report) -> tuple[Fired, ...]:
    rules = (report.rules[code] for code in sorted({f.code for f in report.findings}))
    return tuple(Fired(r.code, r.title, r.family, r.severity.value) for r in rules)


def about(report: Report) -> list[str]:
    """What kind of document it is, in a few words each: kind, edition, year, body."""
    profile = report.profile
    year = f"{profile.year}年度" if profile.year else ""
    parts = (
        profile.kind + ("（空白模板）" if profile.template else ""),
        profile.edition_title,
        "" if year in profile.edition_title else year,
        profile.body,
    )
    return [part for part in parts if part]


def refusal(file: str, why: str) -> Summary:
    """What is remembered of a document that could not be read."""
    return Summary(file, unreadable=why)


def row(item: Summary) -> tuple[str, ...]:
    """The cells of one document under HEADS."""
    if item.unreadable is not None:
        return (item.file, "", "", "", "", "", "", item.verdict)
    counts = (str(item.errors), str(item.notes), str(item.checks))
    return (item.file, item.kind, item.edition_title, *counts, item.coverage, item.verdict)


def rows(summaries: Iterable[Summary]) -> list[tuple[str, ...]]:
    """The cells of every document."""
    return [row(item) for item in summaries]


def totals(summaries: Sequence[Summary]) -> str:
    """The sentence under the table."""
    refused = sum(1 for item in summaries if item.unreadable is not None)
    errors = sum(item.errors for item in summaries)
    notes = sum(item.notes for item in summaries)
    bound = sum(item.bound for item in summaries)
    figures = sum(item.figures for item in summaries)
    unread = f"，{refused} 份无法读取" if refused else ""
    return (
        f"共 {len(summaries)} 份文件：{errors} 处错误，{notes} 处提示{unread}；"
        f"{figures} 个数字中 {bound} 个至少有一项独立核对。"
    )


def fired(summaries: Iterable[Summary]) -> list[Fired]:
    """Every rule that fired anywhere, once, by code."""
    return sorted({rule for item in summaries for rule in item.fired})
