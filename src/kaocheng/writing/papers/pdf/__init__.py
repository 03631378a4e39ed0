"""To be written."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.papers import Paper


def write_pdf(paper: Paper, path: Path) -> None:
    """Write the paper as pdf to `path`, whole or not at all; raises Unwritable."""
    raise NotImplementedError
