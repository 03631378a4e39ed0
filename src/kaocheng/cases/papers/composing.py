"""Composing a paper (编制文书): form, case, content and office become a letter of `kernel.papers`. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kaocheng.cases.papers.forms import Form, FormPart
from kaocheng.cases.papers.records import Content, Issue, Matter, Office
from kaocheng.cases.papers.slots import lined, slots
from kaocheng.cases.papers.tables import grid_of, reckoning_of, table_of
from kaocheng.cases.papers.wording import document_number, filled
from kaocheng.kernel.numerals import chinese
from kaocheng.kernel.papers import Code, Paper, Part, Prose, Run, Shape


def title_of(form: Form, *, permit: bool) -> str:
    """What the paper is called; 行政许可 stands in it only where that law applies."""
    return form.title if permit else form.title_otherwise


def number_of(form: Form, office: Office, issue: Issue, *, permit: bool) -> str:
    """The paper's 文号."""
    mark = form.mark if permit else form.mark_otherwise
    return document_number(office.mark, mark, issue.day.year, issue.serial)


def compose(form: Form, matter: Matter, content: Content, office: Office, issue: Issue) -> Paper:
    """The whole paper, ready to be written; the same words give the same paper."""
    told = slots(form, matter, content, office, issue)
    number = number_of(form, office, issue, permit=matter.permit)
    told["number"] = number
    return Paper(
        title=f"{office.name}{title_of(form, permit=matter.permit)}",
        office=office.name,
        year=issue.day.year,
        edition=form.edition,
        parts=tuple(_parts(form, content, told, issue)),
        shape=Shape.LETTER,
        number=number,
        day=issue.day,
    )


def _parts(form: Form, content: Content, told: Mapping[str, str], issue: Issue) -> Iterator[Part]:
    standing = [part for part in form.parts if _stands(part, told)]
    for after in ("", "seal", "foot"):
        if after == "seal":
            yield from _sealed(form, told, issue)
        if after == "foot":
            yield from _foot(form, told)
        for part in standing:
            if part.after == after:
                yield from _written(part, content, told)


def _stands(part: FormPart, told: Mapping[str, str]) -> bool:
    return all(told[name] for name in part.when) and not any(told[name] for name in part.unless)


def _written(part: FormPart, content: Content, told: Mapping[str, str]) -> Iterator[Part]:
    if part.table:
        yield from table_of(part, getattr(content, part.table))
    elif part.reckoning:
        yield from reckoning_of(part, getattr(content, part.reckoning))
    elif part.grid:
        yield grid_of(part, told)
    elif part.each:
        for number, line in enumerate(lined(getattr(content, part.each)), 1):
            more = {"nth": chinese(number)} | line
            yield _prose(filled(part.text, {**told, **more}), part.role)
    else:
        yield _prose(filled(part.text, told), part.role)


def _sealed(form: Form, told: Mapping[str, str], issue: Issue) -> Iterator[Part]:
    """The place for the stamp, beside it the code to track the case by."""
    seal = filled(form.foot[form.seal], told)
    if form.track and told["code"] and issue.squares:
        lines = tuple(filled(line, told) for line in form.foot["tracking"])
        yield Code(issue.squares, lines, filled(form.foot["tracking_label"], told), seal)
    elif seal:
        yield _prose(seal, "seal")


def _foot(form: Form, told: Mapping[str, str]) -> Iterator[Part]:
    notes = [form.copies] if form.copies else []
    if told["address"] and told["phone"] and form.copies:
        notes.append(filled(form.foot["contact"], told))
    if notes:
        yield _prose("".join(notes), "note")


def _prose(text: str, role: str) -> Prose:
    return Prose((Run(text),), role)
