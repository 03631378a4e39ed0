"""The door (入口): reads the command line and resolves only the module the command needs."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

from kaocheng.cli.grammar import grammar
from kaocheng.cli.refusals import Refused
from kaocheng.reading.disk import spoken

COMMANDS = {
    "check": "kaocheng.cli.checking:run",
    "explain": "kaocheng.cli.explaining:run",
    "rules": "kaocheng.cli.listing:run",
    "new-year": "kaocheng.cli.newyear:run",
    "check-year": "kaocheng.cli.yearchecking:run",
    "import": "kaocheng.cli.importing:run",
    "publish": "kaocheng.cli.publishing:run",
    "trace": "kaocheng.cli.tracing:run",
    "verify": "kaocheng.cli.verifying:run",
    "forecast": "kaocheng.cli.forecasting:run",
    "spot-check": "kaocheng.cli.spotchecking:run",
    "chain": "kaocheng.cli.chaining:run",
    "items": "kaocheng.cli.itemlists:run",
    "audit": "kaocheng.cli.auditing:run",
    "archive": "kaocheng.cli.archiving:run",
    "rekey": "kaocheng.cli.rekeying:run",
    "sweep": "kaocheng.cli.sweeping:run",
    "measures": "kaocheng.cli.measuring:run",
    "serve": "kaocheng.cli.serving:run",
}
_INTERRUPTED = 130
COLLECTED_AFTER = 100_000
"""New objects between two looks for cycles; most of what a command makes lives until its end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 errors found, 2 could not.

    Raises SystemExit where argparse itself ends the program (help, version, misuse).
    """
    options = grammar().parse_args(arguments)
    gc.set_threshold(COLLECTED_AFTER)
    module, _, function = COMMANDS[options.command].partition(":")
    try:
        code: int = getattr(import_module(module), function)(options)
        sys.stdout.flush()
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    except BrokenPipeError:  # the reader of our output (head, less) went away: not a fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        sys.stderr.write(f"读写文件时出错：{_blamed(error)}。\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("已中断，没有写出文件。\n")
        return _INTERRUPTED
    except Exception:  # noqa: BLE001  # Python's own exit code 1 would be taken for findings
        traceback.print_exc()
        return 2
    return code


def _blamed(error: OSError) -> str:
    """What the disk said, with the name of the file where it is known."""
    return f"{error.filename}，{spoken(error)}" if error.filename else spoken(error)
