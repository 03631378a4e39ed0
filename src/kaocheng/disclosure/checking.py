"""Checking one document (核对): read figures in, one report out; a pure function of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kaocheng.disclosure.articulation import relations as articulation
from kaocheng.disclosure.between.extracting import extract
from kaocheng.disclosure.coverage import free_figures, printed_figures
from kaocheng.disclosure.earlier import Earlier
from kaocheng.disclosure.evidence import Evidence
from kaocheng.disclosure.flat_forms import flat_forms
from kaocheng.disclosure.judging import Decided, Explained, Valuation, Verdicts, decide_all
from kaocheng.disclosure.prints import Prints, distinct
from kaocheng.disclosure.profiles import profile
from kaocheng.disclosure.realign import realign
from kaocheng.disclosure.registry import rulebook, wanted
from kaocheng.disclosure.reporting import finding_of, sorted_findings
from kaocheng.disclosure.roots import Search
from kaocheng.disclosure.sections import sections
from kaocheng.disclosure.sentences import sentences
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.table_scale import rescaled
from kaocheng.disclosure.tables import Table, tables
from kaocheng.disclosure.tails import declared
from kaocheng.editions.loading import edition as edition_of
from kaocheng.editions.loading import forms
from kaocheng.kernel.documents import Document
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.relations import Ratio, Relation, Sum
from kaocheng.kernel.reports import Judged, Report
from kaocheng.kernel.rulebook import Rule
from kaocheng.performance.readers import read_performance
from kaocheng.performance.records import Performance

_SHEET = "公开情况检查表"  # an inspector's list of faults quotes what is wrong elsewhere


@dataclass(slots=True)
class _Said:
    relations: list[Relation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unjudged: list[Unjudged] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def take(self, things: Iterable[object]) -> None:
        for thing in things:
            if isinstance(thing, (Sum, Ratio)):
                self.relations.append(thing)
            elif isinstance(thing, Finding):
                self.findings.append(thing)
            elif isinstance(thing, Unjudged):
                self.unjudged.append(thing)
            elif isinstance(thing, Judged):
                self.judged.append(thing)


def statement(document: Document, *, edition: str | None = None) -> Statement:
    """A document taken apart: profile, sections, tables, sentences."""
    parts = sections(document)
    grids = rescaled(tables(document))
    known = profile(document, parts, grids)
    if edition:
        known = replace(known, edition=edition, edition_title=edition_of(edition).title)
    return Statement(document, known, parts, grids, sentences(document, parts, known.year))


def check(
    document: Document,
    *,
    edition: str | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Report:
    """Everything the rulebook says about a document; a blank template is recognised and not judged.

    `edition` overrides the recognised edition; `select` and `ignore` are codes or their beginnings.
    """
    document = flat_forms(realign(document, forms()))
    evaluated = read_performance(document)
    taken = replace(statement(document, edition=edition), performance=evaluated)
    rules = _chosen(select, ignore)
    said = _Said()
    if taken.profile.kind == _SHEET:
        return _judge(
            replace(taken, tables=(), sentences=()), Performance(document, (), (), ()), said, []
        )
    for rule in rules:
        for subject in _subjects(rule.of, taken, evaluated):
            things = list(rule.function(subject))
            said.take([*things, *_outcome(rule, things)])
    said.take(thing for thing in articulation(taken.tables) if wanted(thing.code, select, ignore))
    return _judge(taken, evaluated, said, rules)


def _subjects(kind: type, taken: Statement, evaluated: Performance) -> Iterator[object]:
    """The things of a document that a rule of that kind is called with."""
    if kind is Statement:
        yield taken
    elif kind is Table:
        yield from taken.tables
    else:
        yield from evaluated.records(kind)


def _outcome(rule: Rule, things: list[object]) -> Iterator[Judged]:
    """How a check ended that only looks for faults: by its silence it says that there is none."""
    if all(isinstance(thing, (Finding, Explained)) for thing in things):
        outcome = Outcome.FAILS if things else Outcome.HOLDS
        yield Judged(rule.code, outcome, rule.title, ())


def _chosen(select: Collection[str], ignore: Collection[str]) -> list[Rule]:
    return [rule for rule in rulebook().values() if wanted(rule.code, select, ignore)]


def _judge(taken: Statement, evaluated: Performance, said: _Said, rules: list[Rule]) -> Report:
    value, prints = Valuation(), Prints()
    relations = distinct(prints.relation(relation) for relation in said.relations)
    decided, graph = decide_all(relations, value)
    figures = printed_figures(taken, evaluated)
    verdicts = Verdicts(tuple(decided), figures, declared(taken.document))
    explained = _explain(verdicts, rules, said)
    absorbed = {id(item.relation) for one in explained for item in one.decided}
    open_ones = [item for item in decided if id(item.relation) not in absorbed]
    findings = [one.finding for one in explained] + said.findings
    search = Search(graph, value, Evidence(figures))
    mended: dict[int, Decimal] = {}
    earlier = Earlier(findings)
    for root in search.roots(open_ones):
        found = finding_of(root, earlier, mended)
        findings += found
        earlier.add(found)
        if root.figure is not None and root.expected is not None:
            mended[id(root.figure)] = root.expected
    return Report(
        document=taken.document,
        profile=taken.profile,
        findings=sorted_findings(findings),
        judged=tuple(said.judged) + tuple(_judged(item) for item in decided if _is_judged(item)),
        unjudged=tuple(said.unjudged) + tuple(_unjudged(i) for i in decided if not _is_judged(i)),
        figures=figures,
        free=free_figures(figures, decided, findings, said.judged),
        rules=rulebook(),
        extract=extract(taken),
    )


def _explain(verdicts: Verdicts, rules: list[Rule], said: _Said) -> list[Explained]:
    """What the rules on verdicts explain, each relation once; why they do not goes into `said`."""
    mild_first = sorted(rules, key=lambda rule: rule.severity is Severity.ERROR)
    things: list[object] = []
    for rule in (one for one in mild_first if one.of is Verdicts):
        found = list(rule.function(verdicts))
        said.take(_outcome(rule, found))
        things += found
    said.take(things)
    taken: set[int] = set()
    kept: list[Explained] = []
    for one in things:
        if not isinstance(one, Explained):
            continue
        parts = {id(item.relation) for item in one.decided}
        if not parts & taken:
            kept.append(one)
            taken |= parts
    return kept


def _is_judged(item: Decided) -> bool:
    return item.outcome in (Outcome.HOLDS, Outcome.FAILS)


def _judged(item: Decided) -> Judged:
    relation = item.relation
    return Judged(relation.code, item.outcome, relation.says, tuple(relation.figures()))


def _unjudged(item: Decided) -> Unjudged:
    return Unjudged(item.relation.code, item.outcome, item.because, item.relation.stated.place)
