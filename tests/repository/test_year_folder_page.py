"""docs/year-folder.md names every register and column; written anew by this file's own words."""

from __future__ import annotations

from pathlib import Path

from kaocheng.money.heading import KEYS
from kaocheng.money.registers import all_registers

PAGE = Path(__file__).parents[2] / "docs/year-folder.md"


def _table() -> str:
    lines = ["| register | columns | about |", "|---|---|---|"]
    for register in all_registers():
        columns = (f"**{c.title}**" if c.required else c.title for c in register.columns)
        name = f"**{register.name}**" if register.needed else register.name
        lines.append(f"| {name} | {', '.join(columns)} | {register.about} |")
    return "\n".join(lines)


def test_the_page_shows_the_registers_as_they_are() -> None:
    """The table between the marks is the one made from the registers."""
    page = PAGE.read_text("utf-8")
    shown = page.partition("<!-- registers -->\n")[2].partition("\n<!-- end -->")[0]
    assert _table() == shown.strip()


def test_the_page_names_every_key_of_the_head() -> None:
    """What year.toml may hold is explained."""
    page = PAGE.read_text("utf-8")
    assert [] == [key for key in KEYS if f"`{key}`" not in page and f"`[{key}]`" not in page]
