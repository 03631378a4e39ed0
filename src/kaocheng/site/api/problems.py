"""Answers for what was not done (接口错误): one shape, a code, a sentence, what to do; never a page."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpResponse

from kaocheng.kernel.refusing import Refusal

_FOLDER = Path(__file__).parent
CONFLICT, TOO_OFTEN = 409, 429
_WAIT = {"ticket.often": "3600"}
"""Seconds to wait, where a minute is not enough (重试等待)."""
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was not done (错误): `fields` tells what is wrong with which field."""

    code: str
    message: str
    remedy: str = ""
    fields: Sequence[Mapping[str, str]] = field(default_factory=tuple)


def answer(status: int, problem: Problem) -> HttpResponse:
    """The problem as JSON."""
    text = json.dumps(asdict(problem), ensure_ascii=False)
    return HttpResponse(
        text.encode("utf-8", "replace"), status=status, content_type=f"{JSON}; charset=utf-8"
    )


def plain(status: int) -> HttpResponse:
    """The answer for a status that was given before the API was reached."""
    known = _data("statuses")["plain"]
    found = next((one for one in known if one["http"] == status), None)
    general = next(one for one in known if one["http"] == (400 if status < 500 else 500))
    words = {key: value for key, value in (found or general).items() if key != "http"}
    return answer(status, Problem(**words))


def refused(refusal: Refusal) -> HttpResponse:
    """The answer for a refusal, under the status its code has."""
    problem = Problem(refusal.code, refusal.message, refusal.remedy)
    told = answer(status_of(refusal.code), problem)
    if told.status_code == TOO_OFTEN:
        told["Retry-After"] = _WAIT.get(refusal.code, "60")
    return told


def status_of(code: str) -> int:
    """The HTTP status of a refusal (statuses.toml)."""
    exact, ending = _statuses()
    return exact.get(code, ending.get(code.rpartition(".")[2], CONFLICT))


def wording(kind: str, told: Mapping[str, Any]) -> str:
    """What is wrong with a field, in words (wording.toml)."""
    words = _data("wording")
    text: str = words["words"].get(kind, words["otherwise"])
    return text.format_map({key: str(value)[:120] for key, value in told.items()})


@lru_cache(maxsize=None)
def _statuses() -> tuple[dict[str, int], dict[str, int]]:
    rows = _data("statuses")["status"]
    exact = {code: row["http"] for row in rows for code in row["codes"]}
    return exact, {end: row["http"] for row in rows for end in row.get("endings", ())}


@lru_cache(maxsize=None)
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
