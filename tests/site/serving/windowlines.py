"""Clerks at work over HTTP (三十个窗口同时办件): each opens cases and moves them on, alone or on shared ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from itertools import count
from random import Random
from threading import Event, Lock, Thread
from time import monotonic, perf_counter
from urllib.parse import urlencode

from kaocheng.cases.opening import OPENING
from kaocheng.kernel.idnumbers import check_digit

ROUTE: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("accept", "clerk", {}),
    ("finish_task", "house", {"task": "house", "opinion": "通过"}),
    ("finish_task", "fireman", {"task": "fire", "opinion": "通过"}),
    ("grant", "chief", {"certificate": "证0001"}),
    ("close", "issuer", {}),
    ("deliver", "issuer", {"mode": "现场", "receiver": "本人"}),
)
"""What is done to a case after it was opened; the two tasks stand side by side."""
_GROUPS = ({0}, {1, 2}, {3}, {4}, {5})
TRIES = 8
AWAY = 120.0
"""Seconds after which a site that does not answer is given up."""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_SERIAL = re.compile(r'name="serial" value="(\d+)"')
_REASONS = ("您的操作没有保存", "此办件刚由", "您不能", "正忙", "登录")
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Told:
    """What a clerk was told of one step: done, refused, or nothing (unknown)."""

    move: str
    by: str
    said: str
    case: str = ""
    serial: int = 0
    person: str = ""
    sentence: str = ""


@dataclass(slots=True)
class Journal:
    """What all clerks were told, and how long each answer took."""

    steps: list[Told] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Board:
    """The cases some clerks work on together (同办的件), each with the steps of the route that are done."""

    most: int
    cases: dict[str, set[int]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def one(self, random: Random) -> tuple[str, int] | None:
        """A step that waits in a case; nothing when there is room for another case."""
        with self.lock:
            waiting = [(n, at) for n, done in self.cases.items() for at in _next(done)]
            room = len({n for n, _ in waiting}) < self.most
            return None if room else random.choice(waiting)

    def passed(self, number: str, step: int | None = None) -> None:
        """The case is open, or that step of it is done."""
        with self.lock:
            self.cases.setdefault(number, set()).update(() if step is None else {step})


def _next(done: set[int]) -> set[int]:
    """The steps that may be tried: the first group that is not done."""
    return next((group - done for group in _GROUPS if group - done), set())


@dataclass(slots=True)
class Hours:
    """Until when the windows are open, which may be put off while they are (下班时间); and whether they work now."""

    end: float
    working: Event = field(default_factory=Event)
    """Set while people are at work; cleared for a break (歇息)."""

    def __post_init__(self) -> None:
        """The day begins with work."""
        self.working.set()

    @property
    def over(self) -> bool:
        """Whether no new step is begun."""
        return monotonic() > self.end


class Gone(Exception):
    """The server did not answer any more."""


class Line(Thread):
    """A window and the people behind it: opens cases and walks them to the hand-over until the end."""

    people = count()

    def __init__(
        self, name: str, port: int, sessions: Mapping[str, str], hours: Hours, board: Board | None
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.port, self.hours, self.board = port, hours, board
        self.cookies = {who: {"sessionid": value} for who, value in sessions.items()}
        self.journal, self.random = Journal(), Random(name)  # noqa: S311  # a replay, not a secret
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def run(self) -> None:
        """Until the time is over; what breaks is kept for the report."""
        try:
            while not self.hours.over:
                self.hours.working.wait()
                self._share(self.board) if self.board else self._walk()
        except Exception as error:  # noqa: BLE001  # of a thread nobody else would hear
            self.journal.broken.append(f"{self.name}: {error!r}")
        finally:
            self.connection.close()

    def _walk(self) -> None:
        """A case of its own."""
        number = self._open()
        for move, who, given in ROUTE:
            if number and not self.hours.over:
                self._move(number, move, who, given)

    def _share(self, board: Board) -> None:
        """The next step of a case others work on too, or a new case for all."""
        chosen = board.one(self.random)
        if chosen is None:
            if number := self._open():
                board.passed(number)
            return
        number, at = chosen
        if self._move(number, *ROUTE[at]):
            board.passed(number, at)

    def _open(self) -> str:
        """Take a new applicant in; the number of the case, empty if it is not known."""
        by, address, index = f"clerk-{self.name}", "/desk/new/P001/", next(self.people)
        token = _token(self._get("clerk", address)[2])
        person = f"510904{1950 + index // 1000}0101{index % 1000:03d}"
        person += check_digit(person)
        told = {
            "kind": "natural", "id_kind": "resident", "id_number": person, "name": "申请人甲",
            "channel": "窗口", "situation-0": "owned",
            **{f"received-{m}": "on" for m in ("form", "identity", "plan", "deed")},
        }  # fmt: skip
        try:
            status, where, text = self._post("clerk", address, told | token)
        except Gone:
            self.journal.steps.append(Told(OPENING, by, "unknown", person=person))
            return ""
        said = "done" if status == 302 else "refused"
        number = where.rstrip("/").rsplit("/", 1)[-1] if status == 302 else ""
        self.journal.steps.append(
            Told(OPENING, by, said, number, person=person, sentence=_sentence(text))
        )
        return number

    def _move(self, number: str, move: str, who: str, given: Mapping[str, str]) -> bool:
        """Try until it is done or no longer open; whether it is behind the case now."""
        address = f"/desk/cases/{number}/moves/{move}/"
        for _ in range(TRIES):
            status, _, text = self._get(who, address)
            if status != 200:
                return status == 409
            serial = _SERIAL.search(text)
            assert serial, text
            step = Told(move, f"{who}-{self.name}", "", number, int(serial[1]))
            form = {**_token(text), **given, "serial": serial[1]}
            if self._send(step, form, who, address):
                return True
            if self.hours.over:
                return False
        return False

    def _send(self, step: Told, form: Mapping[str, str], who: str, address: str) -> bool:
        """Send the form and write down what was said."""
        try:
            status, _, text = self._post(who, address, form)
        except Gone:
            status, text = 0, ""
        said = {302: "done", 0: "unknown"}.get(status, "refused")
        self.journal.steps.append(
            Told(step.move, step.by, said, step.case, step.serial, "", _sentence(text))
        )
        return status == 302

    def _get(self, who: str, address: str) -> tuple[int, str, str]:
        """A page; asked again while the server is away."""
        end = monotonic() + AWAY
        while True:
            try:
                return self._ask(who, "GET", address, "")
            except Gone:
                if monotonic() > end:
                    raise

    def _post(self, who: str, address: str, form: Mapping[str, str]) -> tuple[int, str, str]:
        """A form, sent once."""
        return self._ask(who, "POST", address, urlencode(form))

    def _ask(self, who: str, verb: str, address: str, body: str) -> tuple[int, str, str]:
        jar = self.cookies[who]
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in jar.items())}
        if verb == "POST":
            headers["Content-Type"] = _FORM
        begun = perf_counter()
        try:
            self.connection.request(verb, address, body or None, headers)
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            self.connection.close()
            raise Gone(address) from error
        self.journal.waits.append(perf_counter() - begun)
        self.journal.statuses.append(answer.status)
        _keep_cookies(jar, answer)
        return answer.status, answer.headers.get("Location", ""), text


def _token(page: str) -> dict[str, str]:
    found = _TOKEN.search(page)
    assert found, page
    return {"csrfmiddlewaretoken": found[1]}


def _keep_cookies(jar: dict[str, str], answer: HTTPResponse) -> None:
    for line in answer.headers.get_all("Set-Cookie") or ():
        with suppress(ValueError):
            name, value = line.split(";", 1)[0].split("=", 1)
            jar[name.strip()] = value


def _sentence(page: str) -> str:
    """Which reason a page gives."""
    return next((reason for reason in _REASONS if reason in page), "")
