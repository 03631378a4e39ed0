"""What a hall full of screens costs (轮询开销): 30 displays and 115 callers asking one worker.

python -m bench.hall_polling [seconds] [moves a minute]
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic, perf_counter, sleep

STORE = tempfile.mkdtemp(prefix="kaocheng-polling-")
os.environ.setdefault("KAOCHENG_STORE", STORE)
os.environ.setdefault("KAOCHENG_SECRET_KEY", "only-for-the-bench-" * 3)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")

import django  # noqa: E402  # the settings read the environment above

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from kaocheng.hall.posts import Role  # noqa: E402
from kaocheng.site.accounts.models import Account  # noqa: E402
from kaocheng.site.hall import services  # noqa: E402
from kaocheng.site.hall.models import StoredZone  # noqa: E402

PORT, WINDOWS, DISPLAYS = 8797, 115, 30
DISPLAY_EVERY, CALLER_EVERY = 2.5, 4.0
COUNTY, HALL = settings.COUNTY, "D1"
MANAGER = {"county": COUNTY, "by": "bench", "role": Role.HALL_SUPERVISOR.value}
CLERK = Role.WINDOW_CLERK.value


@dataclass(frozen=True, slots=True)
class Screen:
    """Something that polls: its address, its cookie, how often it asks."""

    path: str
    cookie: str
    every: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: how it ended, how long it took, how many bytes came."""

    status: int
    seconds: float
    size: int


def prepare() -> tuple[list[Screen], list[Account]]:
    """A hall of 115 windows with their clerks at work, 60 people waiting, 30 displays."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    given = {**MANAGER, "at": timezone.now()}
    services.save_hall(number=HALL, name="大厅", **given)
    services.save_floor(hall=HALL, number="1F", name="一楼", **given)
    zone = services.save_zone(hall=HALL, floor="1F", number="A", name="区", **given)
    for letter in "ABCDEFGH":
        services.save_group(hall=HALL, letter=letter, name=f"业务{letter}", **given)
    clerks = [_clerk(n, zone, given) for n in range(WINDOWS)]
    for n in range(60):
        services.take_ticket(county=COUNTY, hall=HALL, group="ABCDEFGH"[n % 8], at=timezone.now())
    displays = [_display(n, given) for n in range(DISPLAYS)]
    return [*displays, *(_caller(clerk) for clerk in clerks)], clerks


def _clerk(n: int, zone: StoredZone, given: dict[str, object]) -> Account:
    window, letters = f"W{n:03d}", "ABCDEFGH"[n % 8] + "ABCDEFGH"[(n + 1) % 8]
    services.save_window(
        number=window, zone=zone, name=f"{n}号窗口", kind="universal", groups=letters,
        since=date(2020, 1, 1), **given,
    )  # fmt: skip
    clerk = Account.objects.create_user(username=f"clerk{n}", county=COUNTY, display_name=f"{n}")
    clerk.posts.create(role=CLERK, window=window, since=date(2020, 1, 1))
    services.open_window(county=COUNTY, window=window, by=clerk, role=CLERK, at=timezone.now())
    return clerk


def _display(n: int, given: dict[str, object]) -> Screen:
    told = {"number": f"S{n}", **given}
    services.register_device(hall=HALL, kind="display", name=f"屏{n}", **told)
    return Screen(
        "/hall/display/board/", f"hall-device={services.issue_token(**told)}", DISPLAY_EVERY
    )


def _caller(clerk: Account) -> Screen:
    client = Client()
    client.force_login(clerk)
    name = settings.SESSION_COOKIE_NAME
    return Screen("/hall/caller/panel/", f"{name}={client.cookies[name].value}", CALLER_EVERY)


@contextmanager
def server() -> Iterator[int]:
    """One worker of the server; gives its process number."""
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port",
        str(PORT), "--workers", "1", "--no-ws", "--log-level", "error", "kaocheng.site.wsgi:application",
    ]  # fmt: skip
    main = subprocess.Popen(command)
    try:
        _wait_for_it()
        children = Path(f"/proc/{main.pid}/task/{main.pid}/children").read_text().split()
        yield int(children[0])
    finally:
        main.terminate()
        main.wait(20)


def _wait_for_it() -> None:
    """Until the server answers."""
    for _ in range(120):
        sleep(0.5)
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
        try:
            line.request("GET", "/health/")
            if line.getresponse().status:
                return
        except OSError:
            continue
        finally:
            line.close()


def poll(screen: Screen, start: float, until: float) -> list[Asked]:
    """Ask again and again with the tag held, as a browser does."""
    found, tag, due = [], "", start
    line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    while due < until:
        sleep(max(0.0, due - monotonic()))
        headers = {"Cookie": screen.cookie, "X-Background": "1"}
        if tag:
            headers["If-None-Match"] = tag
        began = perf_counter()
        line.request("GET", screen.path, headers=headers)
        reply = line.getresponse()
        size = len(reply.read())
        found.append(Asked(reply.status, perf_counter() - began, size))
        tag = reply.headers.get("ETag", "")
        due += screen.every
    line.close()
    return found


def move(clerks: Sequence[Account], every: float, until: float) -> int:
    """Take, call, serve and finish at an even pace, so that the screens have something to show."""
    done = turn = 0
    while monotonic() < until and every:
        clerk, n = clerks[turn % WINDOWS], turn % WINDOWS
        desk = {"county": COUNTY, "by": clerk, "role": CLERK}
        letter = "ABCDEFGH"[n % 8]
        services.take_ticket(county=COUNTY, hall=HALL, group=letter, at=timezone.now())
        sleep(every)
        row = services.call_next(window=f"W{n:03d}", at=timezone.now(), **desk)
        sleep(every)
        if row is not None:
            services.serve(number=row.number, at=timezone.now(), **desk)
            sleep(every)
            services.finish(number=row.number, at=timezone.now(), **desk)
            sleep(every)
        done, turn = done + 4, turn + 1
    return done


def cpu_of(process: int) -> float:
    """Seconds of processor a process has used so far."""
    told = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def plain_cost(worker: int, count: int = 400) -> float:
    """Seconds of processor the plainest page of the site costs here and now, to hold the rest against."""
    line, before = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60), cpu_of(worker)
    for _ in range(count):
        line.request("GET", "/health/")
        line.getresponse().read()
    line.close()
    return (cpu_of(worker) - before) / count


def main() -> None:
    """Prepare, poll for a while, and tell what it cost."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    a_minute = float(sys.argv[2]) if len(sys.argv) > 2 else 40
    screens, clerks = prepare()
    with server() as worker, ThreadPoolExecutor(len(screens) + 1) as pool:
        plain = plain_cost(worker)
        before, start = cpu_of(worker), monotonic()
        until = start + seconds
        every = 60 / a_minute if a_minute else 0.0
        moves = pool.submit(move, clerks, every, until)
        asking = [
            pool.submit(poll, screen, start + screen.every * n / len(screens), until)
            for n, screen in enumerate(screens)
        ]
        asked = [one for each in asking for one in each.result()]
        spent, lasted = cpu_of(worker) - before, monotonic() - start
        tell(asked, spent, lasted, moves.result())
        ratio = spent / len(asked) / plain
        print(
            f"an answer to a screen costs {ratio:.1f} times the plainest page ({1000 * plain:.2f} ms)"
        )


def tell(asked: Sequence[Asked], spent: float, lasted: float, moves: int) -> None:
    """The figures."""
    waits = sorted(one.seconds for one in asked)
    statuses = dict(Counter(one.status for one in asked))
    print(f"{DISPLAYS} displays every {DISPLAY_EVERY}s, {WINDOWS} callers every {CALLER_EVERY}s")
    print(f"{len(asked) / lasted:.1f} requests/s, {moves} moves, answers {statuses}")
    print(f"{sum(one.size for one in asked) / lasted / 1024:.1f} KiB/s of bodies")
    print(
        f"worker: {spent / lasted:.0%} of one core, {1000 * spent / len(asked):.2f} ms of processor a request"
    )
    print(
        f"wait: median {1000 * waits[len(waits) // 2]:.1f} ms, p95 {1000 * waits[int(len(waits) * 0.95)]:.1f} ms"
    )


if __name__ == "__main__":
    main()
