"""The site as part of the house: its settings are documented, and the command line starts without it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"KAOCHENG_[A-Z_]+")


def test_every_variable_of_the_environment_is_documented() -> None:
    """With its name in a page of docs/, and none there that nothing reads."""
    sources = (ROOT / "src").rglob("*.py")
    read = {name for path in sources for name in VARIABLE.findall(path.read_text("utf-8"))}
    pages = "".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    assert read == set(VARIABLE.findall(pages))


def test_the_command_line_starts_without_the_site() -> None:
    """Help, and any command on files, import neither Django nor the site."""
    script = (
        "import sys; from kaocheng.cli.main import main\n"
        "from kaocheng.cli.grammar import grammar\n"
        "grammar().format_help()\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('django', 'granian') or 'kaocheng.site' in n])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()


def test_nothing_of_others_is_copied_in() -> None:
    """Scripts and style sheets are our own; those of packages are served from their packages."""
    assets = sorted((ROOT / "src/kaocheng/site").glob("*/static/**/*"))
    kinds = {path.suffix for path in assets if path.is_file()}
    assert kinds <= {".css", ".js", ".svg", ".png"}
    marks = re.compile(r"sourceMappingURL|@license|\bcopyright\b|\(c\) 20\d\d", re.IGNORECASE)
    texts = [path for path in assets if path.suffix in {".css", ".js", ".svg"}]
    assert [] == [path.name for path in texts if marks.search(path.read_text("utf-8"))]
    assert [] == [path.name for path in texts if path.read_text("utf-8").count("\n") > 400]
