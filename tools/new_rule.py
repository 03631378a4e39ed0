"""Starts a new written rule: its module and its page, with the next free number.

    make new-rule CODE=SUM NAME=parts_and_whole TITLE="分项之和与总计不符" PACKAGE=disclosure

PACKAGE is disclosure, what a document says as a whole, or performance, what a self-evaluation form says.
Run from the repository root.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent / "src" / "kaocheng"
CODES = re.compile(r"([a-z]{3})(\d{3})_")

MODULE = '''"""{code}: TODO one line in English."""

from __future__ import annotations

from collections.abc import Iterator

{imports}

CODE = "{code}"


@rule({title}, family="TODO", of={of})
def {name}({thing}: {of}) -> Iterator[{said}]:
    """TODO what must hold, in one sentence."""
    yield from ()
'''

# what the rules of a package are called with and yield; a package imports only what lies below it
PACKAGES = {
    "disclosure": {
        "imports": "from kaocheng.disclosure.statement import Statement\n"
        "from kaocheng.kernel.rulebook import Said, rule",
        "thing": "statement",
        "of": "Statement",
        "said": "Said",
    },
    "performance": {
        "imports": "from kaocheng.kernel.rulebook import Said, rule\n"
        "from kaocheng.performance.records import SelfEvaluation",
        "thing": "form",
        "of": "SelfEvaluation",
        "said": "Said",
    },
}

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
    package = package or "disclosure"
    named = re.fullmatch("[A-Za-z]{3}", letters) and re.fullmatch("[a-z][a-z0-9_]+", name) and title
    if not named or package not in PACKAGES:
        print(__doc__, file=sys.stderr)
        return 2
    code = f"{letters.lower()}{_free(letters.lower()):03d}"
    stem = ROOT / package / "rules" / f"{code}_{name}"
    for path, text in (
        (stem.with_suffix(".py"), _module(code.upper(), name, title, package)),
        (stem.with_suffix(".toml"), PAGE),
    ):
        path.write_text(text, "utf-8")
        print(path)
    return 0


def _module(code: str, name: str, title: str, package: str) -> str:
    quoted = json.dumps(title, ensure_ascii=False)
    return MODULE.format(code=code, name=name, title=quoted, **PACKAGES[package])


def _free(letters: str) -> int:
    """The next number no rule of any package has; numbers of retired rules below it stay unused."""
    found = (CODES.match(path.name) for path in ROOT.glob("*/rules/*.py"))
    return max((int(m[2]) for m in found if m and m[1] == letters), default=0) + 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
