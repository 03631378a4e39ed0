"""The manual in Chinese keeps to the program: its commands, links, addresses and worked examples."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.urls import Resolver404, resolve

from kaocheng.cases.measures.definitions import measures
from kaocheng.cases.moves import moves
from kaocheng.cli.grammar import grammar
from kaocheng.cli.main import COMMANDS
from kaocheng.feedback.moves import moves as rating_moves
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn, read_clock
from kaocheng.law.calendar import work_calendar
from kaocheng.site.base.entries import all_entries
from kaocheng.site.supervision.kinds import KINDS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/zh-CN"
MANUAL = sorted(FOLDER.glob("*.md"))
PAGES = [*MANUAL, ROOT / "README.md", ROOT / "README.zh-CN.md"]
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?:\.venv/bin/)?kaocheng (.+)$", re.MULTILINE)
INLINE = re.compile(r"`(?:\.venv/bin/)?kaocheng ([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
ADDRESS = re.compile(r"`(/[^`\s]*/)`")


@cache
def _text(page: Path) -> str:
    return page.read_text("utf-8")


def _command_lines(page: Path) -> Iterator[str]:
    for block in FENCE.findall(_text(page)):
        yield from LINE.findall(block)
    for said in INLINE.findall(_text(page)):
        # the bare name of a command speaks of it and is not typed
        if said not in COMMANDS:
            yield said


def _taken(line: str) -> bool:
    try:
        grammar().parse_args(shlex.split(line, comments=True))
    except SystemExit as ended:
        return ended.code == 0
    return True


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_is_taken_by_the_grammar(page: Path) -> None:
    """Whoever types what a page shows is not told that it is no command."""
    assert [] == [line for line in _command_lines(page) if not _taken(line)]


def test_the_manual_names_every_command() -> None:
    """Somewhere in the manual each is shown as it is typed."""
    shown = {line.split()[0] for page in MANUAL for line in _command_lines(page)}
    assert set() == set(COMMANDS) - shown


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (page.parent / unquote(name)).resolve() if name else page
    if not target.exists():
        return False
    heads = re.findall(r"^#+ (.+)$", _text(target), re.MULTILINE) if anchor else ()
    return not anchor or anchor in {_slug(head) for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file that is there, and to a heading of it."""
    links = [link for link in LINK.findall(_text(page)) if "://" not in link]
    assert [] == [link for link in links if not _leads_somewhere(page, link)]


def _is_address(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: page.name)
def test_every_address_named_is_one_of_the_site(page: Path) -> None:
    """The page a reader is sent to exists; the root of the interface is no page by itself."""
    named = set(ADDRESS.findall(_text(page))) - {"/api/v1/"}
    assert [] == sorted(path for path in named if not _is_address(path))


def test_every_page_is_in_the_index() -> None:
    """A page nobody is led to is not read."""
    linked = set(LINK.findall(_text(FOLDER / "README.md")))
    assert [] == [page.name for page in MANUAL if page.name not in linked | {"README.md"}]


def test_the_manual_names_what_people_may_open_and_do() -> None:
    """Every page of the menu and every move of a case and of a bad rating, by the words it bears."""
    whole = "".join(_text(page) for page in MANUAL)
    done = (*moves().values(), *rating_moves().values())
    words = {placed.entry.title for placed in all_entries()} | {move.title for move in done}
    assert set() == {word for word in words if word not in whole}


def test_the_settings_are_those_the_program_reads() -> None:
    """None is missing in the table of the page for system managers, none there is made up."""
    named = re.compile(r"KAOCHENG_[A-Z_]+")
    sources = (ROOT / "src").rglob("*.py")
    read = {name for path in sources for name in named.findall(path.read_text("utf-8"))}
    assert read == set(named.findall(_text(FOLDER / "system.md")))


def test_measures_stand_with_their_formulas() -> None:
    """The table is the one the program reckons by; written anew from this file's own words."""
    lines = [f"| {m.name} | {m.base} | {m.formula} |" for m in measures(date.max).values()]
    assert lines == _rows_of("measures")


def test_kinds_of_lateness_stand_as_the_page_tells_them() -> None:
    """None is missing, and each in the words of the page itself."""
    assert [f"| {kind.title} | {kind.formula} |" for kind in KINDS] == _rows_of("kinds")


def _rows_of(mark: str) -> list[str]:
    shown = _text(FOLDER / "supervision.md").partition(f"<!-- {mark} -->\n")[2]
    return shown.partition("\n<!-- end -->")[0].splitlines()[2:]


def _said(day: date) -> str:
    return f"**{day.year}年{day.month}月{day.day}日**"


def test_the_worked_examples_are_what_the_program_says() -> None:
    """A term over 春节, and one that stands still for two whole days."""
    page, calendar = _text(FOLDER / "time.md"), work_calendar()

    def at(day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)

    ledger = [
        Entry(Turn.START, at(13, 9, 5), "受理"),
        Entry(Turn.PAUSE, at(16, 10), "现场勘验开始", key="1"),
        Entry(Turn.RESUME, at(19, 15), "现场勘验结束", key="1"),
    ]
    paused = read_clock(Budget(8), ledger, calendar, at(20, 9)).due
    assert paused is not None
    ends = (calendar.due(date(2026, 2, 11), 20), paused, calendar.due(date(2026, 11, 13), 20))
    assert [_said(day) for day in ends] == re.findall(r"\*\*20\d\d年\d+月\d+日\*\*", page)
