"""Number formats (数字格式): a stored value as the cell prints it, e.g. 1234.5 as 1,234.50."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from kaocheng.reading.xlsx.dates import dated, printed_date

TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]\-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<pattern>[0#?][0#?,]*(?:\.[0#?]*)?,*(?:[Ee][+-]0+)?|\.[0#?]+)|(?P<plain>.)",
    re.DOTALL,
)
DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
"""Spreadsheets keep and print 15 significant digits."""
EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format code: the literals round one digit pattern, and its scale.

    `zeros` digits stand at least before the point, `places` at most and `kept` at least behind it.
    """

    before: str
    pattern: str
    after: str
    shift: int
    general: bool
    grouped: bool
    scientific: bool
    zeros: int
    places: int
    kept: int


def printed(stored: str, code: str, *, since_1904: bool = False) -> str:
    """The number `stored` as the format `code` prints it; itself if it is no number."""
    try:
        value = DIGITS.create_decimal(stored)
    except InvalidOperation:
        return stored
    if not value.is_finite() or abs(value.adjusted()) > LONGEST:
        return stored
    if len(code) > LONGEST or "/?" in code or "/#" in code:
        return plain(value)
    if dated(code):
        return printed_date(value, code, since_1904=since_1904) or plain(value)
    return _in_section(value, _sections(code))


def plain(value: Decimal) -> str:
    """A number in the general format (常规): no trailing zeros, no exponent for usual sizes."""
    if value == 0:
        return "0"
    shortened = value.normalize(DIGITS)
    return f"{shortened:f}" if -10 < shortened.adjusted() < 21 else f"{shortened:E}"


def _in_section(value: Decimal, sections: tuple[Section, ...]) -> str:
    section, sign = sections[0], "-" if value < 0 else ""
    if value < 0 and len(sections) > 1:
        section, sign = sections[1], ""
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    return f"{sign}{section.before}{_digits(abs(value), section)}{section.after}".strip()


def _digits(value: Decimal, section: Section) -> str:
    scaled = value.scaleb(section.shift) if section.shift else value
    if section.general:
        return plain(scaled)
    if not section.pattern:
        return ""
    if section.scientific:
        return f"{scaled:.{section.places}E}"
    rounded = scaled.quantize(Decimal(1).scaleb(-section.places), context=EXACT)
    left, _, right = (f"{rounded:,f}" if section.grouped else f"{rounded:f}").partition(".")
    if left == "0" and not section.zeros:
        left = ""
    elif len(left) < section.zeros:
        left = left.rjust(section.zeros, "0")
    if len(right) > section.kept:
        right = right[: section.kept] + right[section.kept :].rstrip("0")
    return f"{left}.{right}" if right else left


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[Section, ...]:
    return tuple(_section(part) for part in _parts(code)[:3])


def _parts(code: str) -> list[str]:
    """The parts of a code between semicolons that do not stand in quotes."""
    parts, start, quoted = [], 0, False
    for at, mark in enumerate(code):
        if mark == '"':
            quoted = not quoted
        elif mark == ";" and not quoted and code[at - 1 : at] != "\\":
            parts.append(code[start:at])
            start = at + 1
    return [*parts, code[start:]]


def _section(text: str) -> Section:
    general = "general" in text.lower() or "@" in text or "G/通用格式" in text
    shown = re.sub(r"general|G/通用格式|@", "0", text, flags=re.IGNORECASE)
    before, after, pattern, percents = "", "", "", 0
    for token in TOKENS.finditer(shown):
        literal = token["quoted"] or token["escaped"] or token["currency"] or token["plain"] or ""
        percents += token["plain"] == "%"  # a quoted or escaped sign is only printed
        if token["pattern"] and not pattern:
            pattern = token["pattern"]
        elif pattern:
            after += literal
        else:
            before += literal
    thousands = len(pattern) - len(pattern.rstrip(","))
    mantissa = pattern.rstrip(",").upper().partition("E")[0]
    whole, _, part = mantissa.partition(".")
    return Section(
        before,
        pattern,
        after,
        shift=2 * percents - 3 * thousands,
        general=general,
        grouped="," in whole,
        scientific="E" in pattern.upper(),
        zeros=whole.count("0"),
        places=len(part),
        kept=part.count("0"),
    )
