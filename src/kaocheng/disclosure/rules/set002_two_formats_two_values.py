"""SET002: a figure that two formats of one publication print with two values."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.between.comparing import Said
from kaocheng.disclosure.between.dossiers import Dossier
from kaocheng.disclosure.between.formats import Paper, Twins, is_draft, twins
from kaocheng.disclosure.between.worded import called
from kaocheng.kernel.extracts import Told
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "SET002"


@rule("同一文件的两种格式里数字不同", family="前后一致", of=Dossier)
def two_formats_two_values(dossier: Dossier) -> Iterator[Said]:
    """Word, PDF, web page of one publication print the same figures; where nearly all do, all must."""
    here = Paper(dossier.here.file, dossier.packed)
    others = [one for one in dossier.other_formats if not is_draft(one.file)]
    for other in others if not is_draft(here.file) else ():
        found = twins(here, other)
        if found.are_one:
            yield from _compared(found, other)
            return
    place = Place(here.file)
    yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有内容相同、格式不同的另一份文件", place)


def _compared(found: Twins, other: Paper) -> Iterator[Said]:
    says = "两种格式的同一个数应一致"
    for told, known in found.alike:
        yield Judged(CODE, Outcome.HOLDS, says, (told.figure, known.figure))
    for told, known in found.apart:
        yield Judged(CODE, Outcome.FAILS, says, (told.figure, known.figure))
        yield _finding(told, known, other, len(found.alike))


def _finding(told: Told, known: Told, other: Paper, alike: int) -> Finding:
    figure = told.figure
    want = figure.say(known.figure.base)
    name = called(figure.place.file, other.file)
    return Finding(
        code=CODE,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        difference=figure.say(figure.base - known.figure.base),
        message=f"“{told.name}”这里写作 {figure.text}，《{name}》同一处是 {known.figure.text}；"
        f"两份文件是同一内容的两种格式，另有 {alike} 个数相同。请查明哪一份有误。",
        related=(known.figure.place,),
    )
