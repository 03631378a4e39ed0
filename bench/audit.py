"""How fast a store's audit is verified (核验速度), beside plain hashing of the same bytes.

python -m bench.audit [events]

Makes a store of its own in a temporary folder (SQLite, or the database of KAOCHENG_DATABASE_URL), fills
it with streams of eight events, seals it and verifies it. Memory is the growth of the highest mark while verifying.
"""

from __future__ import annotations

import hashlib
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import islice
from time import perf_counter, process_time
from typing import Any

import django
from django.core.management import call_command

from kaocheng.kernel.events import Act, Event, Head, chained

COUNT = 1_000_000
_COUNTY = "510904"
_LENGTH = 8
_BATCH = 5000
_KIB_PER_MIB = 1024
_BEGIN = datetime(2026, 1, 5, 1, tzinfo=UTC)


def main(count: int) -> None:
    """Fill, seal, verify, and print one line each."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KAOCHENG_STORE"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        models = import_module("kaocheng.site.audit.models")
        _fill(models, count)
        begun = perf_counter()
        import_module("kaocheng.site.audit.services").seal_events(county=_COUNTY, at=_BEGIN)
        print(f"sealed {count:,} events in {perf_counter() - begun:.1f} s")
        _verify(models, count)
        django.db.connections.close_all()


def _fill(models: Any, count: int) -> None:
    rows = (
        models.StoredEvent(**{name: getattr(event, name) for name in Event.__slots__})
        for event in _events(count)
    )
    while batch := list(islice(rows, _BATCH)):
        models.StoredEvent.objects.bulk_create(batch)


def _events(count: int) -> Iterator[Event]:
    """Streams of eight, written in turn as a busy hall would: five hundred streams at a time."""
    for first in range(0, count // _LENGTH, 500):
        heads: dict[int, Head] = {}
        for step in range(_LENGTH):
            for number in range(first, min(first + 500, count // _LENGTH)):
                act = Act(
                    _COUNTY, f"case/{number:012}", _BEGIN + timedelta(minutes=step), "clerk-01",
                    "window_clerk", "受理",
                )  # fmt: skip
                facts = {
                    "步": step,
                    "事项": f"000125014{number % 1000:03}",
                    "材料": ["申请表", "图纸"],
                }
                event = chained(act, facts, heads.get(number))
                heads[number] = Head(event.serial, event.digest)
                yield event


def _verify(models: Any, count: int) -> None:
    verifying = import_module("kaocheng.site.audit.verifying")
    before = _mark()
    begun, clock = process_time(), perf_counter()
    verified = verifying.Verified(_COUNTY)
    breaks = sum(1 for _ in verifying.verify_county(verified))
    spent, passed, grown = process_time() - begun, perf_counter() - clock, _mark() - before
    each, plain = spent / verified.events, _plain(min(count, 50_000))
    print(
        f"verified {verified.events:,} of {models.StoredEvent.objects.count():,} events, "
        f"{breaks} breaks, in {passed:.1f} s ({spent:.1f} s CPU): {each * 1e6:.1f} µs an event; "
        f"hashing the same bytes {plain * 1e6:.2f} µs; {each / plain:.0f} × of it; "
        f"memory + {grown:.0f} MiB"
    )


def _plain(count: int) -> float:
    """Seconds of hashing the content of one event, written out beforehand."""
    contents = [event.content().encode() for event in _events(count)]
    begun = process_time()
    for content in contents:
        hashlib.sha256(content).hexdigest()
    return (process_time() - begun) / len(contents)


def _mark() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
