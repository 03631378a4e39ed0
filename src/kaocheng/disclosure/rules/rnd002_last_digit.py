"""RND002: one sum is off in the last digit where all others of the text fit to the digit."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.evidence import Evidence
from kaocheng.disclosure.judging import Explained, Verdicts
from kaocheng.disclosure.reporting import explain
from kaocheng.disclosure.roots import Root, Search
from kaocheng.disclosure.strictness import Strictly, as_failing, strict_graph, suspects, unlikely
from kaocheng.disclosure.tails import DECLARED
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "RND002"
_ALONE = "差在末位，可能是四舍五入，但本文其他合计几乎都逐位相符"
_NONE = "没有与别处不同、只差末位的合计"
_UNLIKELY = "仅凭逐项四舍五入，极少差到这么多"


@rule("合计差在末位", family="合计", of=Verdicts, severity="note")
def last_digit(verdicts: Verdicts) -> Iterator[Explained | Unjudged]:
    """Within rounding, but unlike the rest of the document: worth a look at the figure named."""
    found = suspects(list(verdicts.decided))
    loose = [one for one in found if not verdicts.tails.cover(one.relation.stated.place)]
    search = Search(strict_graph(verdicts.decided), Strictly(), Evidence(verdicts.figures))
    for root in search.roots(as_failing(loose)):
        yield Explained((), _finding(root))
    if not loose:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, DECLARED if found else _NONE)


def _finding(root: Root) -> Finding:
    relation = root.relations[0]
    figure = root.figure or relation.stated
    want = figure.say(root.expected) if root.expected is not None else ""
    others = {id(f): f.place for f in relation.figures() if f is not figure and f.text}
    return Finding(
        code=CODE,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        message=f"{explain(relation)}；{_UNLIKELY if unlikely(relation) else _ALONE}。",
        related=tuple(others.values())[:20],
    )
