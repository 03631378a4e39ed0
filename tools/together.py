"""Runs several commands at once, so that while one waits another works; all run to their end.

    python tools/together.py "first command" "second command" ...

The output of the first is shown as it comes; that of each other one whole, when it has ended. Fails
if any fails, and names those that did.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic


def _run(command: str, *, live: bool) -> int:
    """Run a command; one that is not live speaks when it has ended."""
    begun = monotonic()
    done = subprocess.run(  # noqa: S602 - commands of the Makefile
        command, shell=True, check=False, text=True, stdin=subprocess.DEVNULL,
        stdout=None if live else subprocess.PIPE, stderr=None if live else subprocess.STDOUT,
    )  # fmt: skip
    said = f"\n$ {command}  ({monotonic() - begun:.0f} s)\n{done.stdout or ''}"
    print(said, end="", flush=True)
    return done.returncode


def main(commands: Sequence[str]) -> int:
    """Run them all; 1 if any failed."""
    with ThreadPoolExecutor(max(1, len(commands))) as pool:
        running = [pool.submit(_run, command, live=at == 0) for at, command in enumerate(commands)]
        failed = [command for command, one in zip(commands, running, strict=True) if one.result()]
    print("".join(f"\nFailed: {command}" for command in failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
