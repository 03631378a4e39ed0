"""How quick lists, search and dashboards are over a million cases: `python -m bench.pages [--cases N] [--store URL]`.

A few cases walk through the services; the rest are copies of their rows with other numbers and days,
written by the driver. Then each page is asked for many times in one process, as one worker does it, and its
median and 95th percentile are told, by the clock and of the processors (what the clock says of a busy machine is the
work of others). The first row is the smallest page of the site: the cost of a request alone.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.pageasking import Taken

AIM_MS = 150


def main() -> None:
    """Fill a store and measure its pages."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kaocheng-pages-") as folder:
        _measure(options, Path(options.folder or folder).absolute())


def _measure(options: argparse.Namespace, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    os.environ["KAOCHENG_STORE"] = str(folder)
    os.environ["KAOCHENG_DATABASE_URL"] = options.store or f"sqlite:///{folder / 'pages.sqlite3'}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "kaocheng.site.settings"
    os.environ["KAOCHENG_MFA_ROLES"] = ""
    import django  # noqa: PLC0415  # needs the settings above

    django.setup()
    from bench import pageasking, pagestore  # noqa: PLC0415  # needs Django set up

    begun = time.monotonic()
    if pagestore.filled(options.cases):
        print(f"{options.cases:,} cases found")
    else:
        pagestore.fill(options.cases)
        print(f"{options.cases:,} cases written in {time.monotonic() - begun:.0f} s")
    _tell(pageasking.times(options.times, options.only))


def _tell(taken: Iterable[Taken]) -> None:
    print(f"{'page':<52}{'median':>9}{'p95':>9}{'processor':>11}{'p95':>9}   aim {AIM_MS} ms")
    for one in taken:
        high = _percentile(one.wall, 95)
        mark = "" if high < AIM_MS else "  over"
        print(
            f"{one.who + ' ' + one.page:<52.52}{_percentile(one.wall, 50):>7.1f}ms{high:>7.1f}ms"
            f"{_percentile(one.spent, 50):>9.1f}ms{_percentile(one.spent, 95):>7.1f}ms{mark}",
            flush=True,
        )


def _percentile(taken: list[float], share: int) -> float:
    ordered = sorted(taken)
    return 1000 * ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=40, help="requests a page")
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    parser.add_argument("--folder", default="", help="keeps the store there, or asks the one kept")
    parser.add_argument(
        "--store", default="", help="database address; a new SQLite file without it"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
