"""Fields that count pages (页码域): what they show was reckoned by the program that saved the file last."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.reading.markup import Element, attribute, local

COUNTING = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})
"""Another number on each page or after each change of the pages; no words of the author."""
FIRST = "1"
"""What such a field shows on the first page."""


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction so far, and what it was given to show."""

    instruction: str = ""
    showing: bool = False
    shown: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts pages."""
        return (self.instruction.upper().split() or [""])[0] in COUNTING


def settle(root: Element) -> None:
    """Let each field of a header or footer that counts pages show `FIRST`, whatever it was left with."""
    for simple in root.iter("{*}fldSimple"):
        _settle(simple, _Field(attribute(simple, "instr") or "", showing=True))
    opened: list[_Field] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}t"):
        name = local(element)
        if name == "fldChar":
            _mark(attribute(element, "fldCharType"), opened)
        elif opened and name == "instrText":
            opened[-1].instruction += element.text or ""
        elif opened and name == "t":
            _show(element, opened[-1])


def _settle(simple: Element, field: _Field) -> None:
    for element in simple.iter("{*}t"):
        _show(element, field)


def _mark(kind: str | None, opened: list[_Field]) -> None:
    if kind == "begin":
        opened.append(_Field())
    elif opened and kind == "separate":
        opened[-1].showing = True
    elif opened and kind == "end":
        opened.pop()


def _show(element: Element, field: _Field) -> None:
    if field.showing and field.counts:
        element.text, field.shown = "" if field.shown else FIRST, True
