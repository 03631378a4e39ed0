"""What the slots of a form hold (填充项): the case, the office, the content and figures of law, in words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from kaocheng.cases.papers.forms import Form
from kaocheng.cases.papers.records import Content, Issue, Matter, Office
from kaocheng.cases.papers.wording import asked, filled, said
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.dates import official_date
from kaocheng.law.figures import legal

_OFFICE = {"name": "office"}


def slots(
    form: Form, matter: Matter, content: Content, office: Office, issue: Issue
) -> dict[str, str]:
    """All slots a form may use, by name.

    A tuple `xs` also gives `xs_count`, and `xs_listed` where the form says how it is listed.
    """
    found = {_OFFICE.get(name, name): word for name, word in worded(office).items()}
    found |= worded(matter)
    found |= {"applicant": issue.applicant, "day": official_date(issue.day)}
    found["code"] = matter.tracking.code if matter.tracking else ""
    found |= worded(content) | _several(form, content)
    found |= {slot: _law(name, issue.day) for slot, name in form.law.items()}
    for name, turn in form.told.items():
        if {turn.when} | asked(turn.text) | asked(turn.otherwise) <= found.keys():
            found[name] = filled(turn.text if found[turn.when] else turn.otherwise, found)
    return found


def worded(record: object) -> dict[str, str]:
    """Every plain field of a record in words."""
    if not is_dataclass(record):
        raise TypeError(record)
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: said(value) for name, value in values.items() if not _is_nested(value)}


def _is_nested(value: object) -> bool:
    if isinstance(value, tuple):
        return any(is_dataclass(one) for one in value)
    return is_dataclass(value) and not isinstance(value, Budget)


def _several(form: Form, content: Content) -> dict[str, str]:
    found = {}
    for field in fields(content):
        value = getattr(content, field.name)
        if isinstance(value, tuple):
            found[f"{field.name}_count"] = str(len(value)) if value else ""
            if field.name in form.lists:
                line, join = form.lists[field.name]
                lines = (filled(line, slots) for slots in lined(value))
                found[f"{field.name}_listed"] = join.join(lines)
    return found


def lined(values: tuple[object, ...]) -> list[dict[str, str]]:
    """The slots of each of several things: its fields or itself as `line`, and its number `n`."""
    return [
        {"n": str(number)} | (worded(value) if is_dataclass(value) else {"line": said(value)})
        for number, value in enumerate(values, 1)
    ]


def _law(name: str, day: date) -> str:
    """A figure of law in words, a natural day written as the law does: 60日, 6个月, 10个工作日."""
    budget = legal(name, on=day).budget
    return f"{budget.amount}日" if budget.span is Span.DAY else str(budget)
