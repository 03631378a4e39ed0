"""Work on the store of a running site, in a process of its own: `python -m tests.site.serving.storework`.

`fill` makes tables, the item and the people of so many lines, and answers with their sessions; `check`
compares what clerks were told with what the database holds, and answers with every difference.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path

import django

from kaocheng.site.serving.folders import make_folders


def main() -> None:
    """One order from the command line, its particulars from the input, the answer as JSON."""
    make_folders(Path(os.environ["KAOCHENG_STORE"]))
    django.setup()
    work = import_module("tests.site.serving.storechecks")
    told = json.load(sys.stdin)
    answer = work.fill(told["lines"]) if sys.argv[1] == "fill" else work.check(told)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
