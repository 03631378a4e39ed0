"""The papers of the example year as text: headings, paragraphs, charts in words, tables by row."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kaocheng.cli.years import load
from kaocheng.disclosure.compose import compose
from kaocheng.kernel.papers import Chart, Heading, Part, Prose, Sheet

YEAR = Path(__file__).parents[3] / "examples" / "year"


def lines(part: Part) -> Iterator[str]:
    """What one part prints."""
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {part.text}"
    elif isinstance(part, Prose):
        yield part.text
    elif isinstance(part, Chart):
        yield f"[{part.description}]"
    elif isinstance(part, Sheet):
        yield from filter(None, (f"《{part.title}》", part.number, part.office, part.unit))
        for row in (*part.head, *part.body):
            yield " | ".join(box.text for box in row).rstrip()
        yield from filter(None, (part.note,))


def package() -> str:
    """Every paper of the example year."""
    loaded = load(YEAR)
    assert loaded.accounts is not None
    papers = compose(loaded.accounts, loaded.performance)
    told = [line for paper in papers for part in paper.parts for line in lines(part)]
    return "\n".join(told) + "\n"


if __name__ == "__main__":
    sys.stdout.write(package())
