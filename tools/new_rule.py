"""Starts a new written rule: its module and its page, with the next free number.

    make new-rule CODE=SUM NAME=parts_and_whole TITLE="分项之和与总计不符" PACKAGE=disclosure

Run from the repository root.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent / "src" / "kaocheng"
CODES = re.compile(r"([a-z]{3})(\d{3})_")

MODULE = '''"""{code}: TODO one line in English."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.rulebook import Said, rule

CODE = "{code}"


@rule("{title}", family="TODO", of=Statement)
def {name}(statement: Statement) -> Iterator[Said]:
    """TODO what must hold, in one sentence."""
    yield from ()
'''

PAGE = '''what = "TODO"
why = "TODO"
remedy = "TODO"
basis = "TODO"
version = 1

[[fails]]
name = "TODO"
text = """
TODO
"""
finds = [{ quote = "TODO" }]

[[passes]]
name = "TODO"
text = """
TODO
"""

[[skips]]
name = "TODO"
text = """
TODO
"""
because = "TODO"
'''


def main(arguments: list[str]) -> int:
    """Write the two files and say where they are."""
    letters, name, title, package = (*arguments, "", "", "", "")[:4]
    if not (re.fullmatch("[A-Za-z]{3}", letters) and re.fullmatch("[a-z][a-z0-9_]+", name)):
        print(__doc__, file=sys.stderr)
        return 2
    folder = ROOT / (package or "disclosure") / "rules"
    code = f"{letters.lower()}{_free(letters.lower()):03d}"
    module, page = (folder / f"{code}_{name}{suffix}" for suffix in (".py", ".toml"))
    module.write_text(MODULE.format(code=code.upper(), name=name, title=title), "utf-8")
    page.write_text(PAGE, "utf-8")
    print(f"{module}\n{page}")
    return 0


def _free(letters: str) -> int:
    """The next number no rule of any package has; numbers of retired rules below it stay unused."""
    found = (CODES.match(path.name) for path in ROOT.glob("*/rules/*.py"))
    return max((int(m[2]) for m in found if m and m[1] == letters), default=0) + 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
