"""`kaocheng import PATH --out FILE` (收账): a clean year as one archive; a year at fault not at all."""

from __future__ import annotations

import sys
from argparse import Namespace

from kaocheng.cli.outputs import guard, written
from kaocheng.cli.yearchecking import exit_code, said
from kaocheng.cli.years import ACCOUNTS, PERFORMANCE, load
from kaocheng.kernel.archives import lines


def run(options: Namespace) -> int:
    """Check the folder and write the archive when nothing is wrong.

    Raises Refused when it cannot be written there.
    """
    guard(options.out, [options.path])
    loaded = load(options.path)
    sys.stdout.writelines(f"{line}\n" for line in said(loaded))
    if loaded.accounts is None:
        sys.stdout.write(f"没有写 {options.out}。\n")
        return exit_code(loaded) or 1
    sections: dict[str, object] = {ACCOUNTS: loaded.accounts}
    if loaded.performance is not None:
        sections[PERFORMANCE] = loaded.performance
    with written(options.out) as file:
        for line in lines(sections):
            file.write(f"{line}\n".encode())
    sys.stdout.write(f"已写入 {options.out}。\n")
    return 0
