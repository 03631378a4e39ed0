"""CON005: a project's budget or spending in the text differs from its self-evaluation form."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.projects import core_name, spoken_amounts
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON005"
_ROLE = {"initial": "年初预算", "adjusted": "全年预算（到位）数", "executed": "执行数"}


@rule("项目金额与自评表不一致", family="前后一致", of=Statement)
def project_amounts(statement: Statement) -> Iterator[Sum | Unjudged]:
    """What the text says a project got and spent is what its self-evaluation form says."""
    found = False
    for spoken in spoken_amounts(statement):
        found = True
        says = f"“{core_name(spoken.form)}”的{_ROLE[spoken.role]}与自评表一致"
        yield Sum(CODE, spoken.mention.figure, (Term(spoken.figure),), says, same=True)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可与自评表对照的项目金额")
