"""Which sums of a plain table may be believed (可信的加总): those that the table itself bears out.

Nobody says that the levels of an unknown table add up. A column in which they do, but for what one
wrong figure explains, has said so itself; elsewhere nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kaocheng.disclosure.judging import Valuation, decide
from kaocheng.disclosure.slips import slip
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.relations import Sum

_MANY = 3
_TOTAL = re.compile(r"(?:本年)?(?:收入|支出)(?:合计|总计|总数)$")


def believed(sums: Sequence[Sum]) -> bool:
    """Whether a column bears its sums out, all but what one wrong figure may explain."""
    right, wrong = right_and_wrong(sums)
    if not wrong or len(right) >= _MANY * len(wrong):
        return True
    if not right or not _one_cause(wrong):
        return False
    return len(wrong) > 1 or len(right) > 1 or _is_named(wrong[0]) or _slipped(wrong[0])


def balance(sums: Sequence[Sum]) -> int:
    """How many more sums hold than fail; several failures that one figure explains are one."""
    right, wrong = right_and_wrong(sums)
    return len(right) - (1 if wrong and _one_cause(wrong) else len(wrong))


def right_and_wrong(sums: Iterable[Sum]) -> tuple[list[Sum], list[Sum]]:
    """The sums that hold and those that do not, on what is printed; sums of nothing are neither."""
    value = Valuation()
    right: list[Sum] = []
    wrong: list[Sum] = []
    for one in sums:
        if any(figure.value for figure in one.figures()):
            (right if decide(one, value).outcome is Outcome.HOLDS else wrong).append(one)
    return right, wrong


def is_nested(stated: Figure, figures: Sequence[Figure]) -> bool:
    """Whether rows may stand for what others below them say again: one is the whole, or two are alike."""
    values = [figure.value for figure in figures]
    alike = any(first == second != 0 for first, second in pairwise(values))
    return alike or any(value == stated.value != 0 for value in values)


def plainly_believed(one: Sum) -> bool:
    """Whether the only sum of a side may be judged: a total of accounts over a list without levels."""
    figures = [term.figure for term in one.terms]
    return _is_named(one) and len(figures) > 1 and not is_nested(one.stated, figures)


def _is_named(one: Sum) -> bool:
    """Whether what is stated bears the name of a total of accounts, which is one in every layout."""
    return bool(_TOTAL.search(one.stated.name.split(" / ")[0]))


def _one_cause(wrong: Sequence[Sum]) -> bool:
    """Whether one figure stands in all of them, and one value of it would mend them all."""
    shared = set.intersection(*({id(f) for f in one.figures()} for one in wrong))
    for figure in (f for f in wrong[0].figures() if id(f) in shared):
        wanted = [one.implied(figure) for one in wrong]
        first = wanted[0]
        if first is not None and all(w is not None and w.meets(first) for w in wanted):
            return True
    return False


def _slipped(one: Sum) -> bool:
    """Whether some figure of a sum is a slip of the pen away from what the rest says."""
    for figure in one.figures():
        wanted = one.implied(figure)
        if wanted is not None and slip(figure, wanted.middle):
            return True
    return False
