"""Items of the demonstration (示范事项): a short form filled up to a whole implementing list."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kaocheng.catalogue.encoding import decode
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import Budget

_ELEMENTS = [
    ["link_way", "0000-12345"],
    ["supervise_way", "0000-12345 转 2"],
    ["transact_addr", "示范县政务服务中心"],
    ["transact_time", "工作日 9:00–12:00，13:00–17:00"],
]
_BUREAU = "D001"


def demo_versions(since: date) -> Iterator[ItemVersion]:
    """Every item of items.toml as its first version, valid from that day."""
    path = Path(__file__).with_name("items.toml")
    for raw in tomllib.loads(path.read_text("utf-8"))["item"]:
        yield decode(ItemVersion, _filled(raw, since))


def revised(since: date, valid_from: date) -> ItemVersion:
    """The second version of the first item: promised a day sooner (压缩时限)."""
    first = next(demo_versions(since))
    limits = replace(first.limits, promised=Budget(first.limits.promised.amount - 1))
    return replace(first, version=2, limits=limits, valid_from=valid_from)


def _filled(raw: Mapping[str, Any], since: date) -> dict[str, Any]:
    minutes = raw.get("immediate")
    promised = _budget(minutes, "分钟") if minutes else _budget(raw["promised"])
    return {
        "item": raw["item"],
        "version": 1,
        "name": raw["name"],
        "kind": raw["kind"],
        "level": "4",
        "body": raw["body"],
        "handling_body": raw["body"],
        "limits": {"promised": promised, "statutory_note": raw.get("statutory_note", "")}
        | ({"statutory": _budget(raw["statutory"])} if "statutory" in raw else {}),
        "immediate": bool(minutes),
        "max_visits": 1,
        "channels": ["1"] if minutes else ["1", "2"],
        "materials": [dict(material) for material in raw["materials"]],
        "steps": list(_steps(raw)),
        "valid_from": since.isoformat(),
        "situations": [dict(situation) for situation in raw.get("situations", ())],
        "results": [{"kind": "10", "name": name} for name in raw["results"]],
        "conditions": raw["conditions"],
        "bases": list(raw["bases"]),
        "special": list(raw.get("special", ())),
        "promise_allowed": raw.get("promise_allowed", False),
        "codes": [["基本编码", f"0001{raw['item'][1:]}001000"]],
        "elements": _ELEMENTS,
        "applicants": list(raw["applicants"]),
        "keywords": list(raw["keywords"]),
    }


def _steps(raw: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Accepting, the steps told, deciding and issuing; one step alone where all is done at once."""
    if any(step.get("decide") for step in raw["steps"]):
        yield {**_step(raw["steps"][0]), "stage": "决定"}
        return
    yield {
        "key": "accept",
        "name": "受理",
        "role": "window_clerk",
        "unit": _BUREAU,
        "stage": "受理",
    }
    for step in raw["steps"]:
        yield _step(step) | {"after": ["accept"]}
    yield {
        "key": "decide", "name": "决定", "role": "chief_representative", "unit": _BUREAU,
        "after": [step["key"] for step in raw["steps"]], "stage": "决定",
    }  # fmt: skip
    yield {
        "key": "issue", "name": "制证送达", "role": "issuer", "unit": _BUREAU, "after": ["decide"],
        "stage": "送达",
    }  # fmt: skip


def _step(raw: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: raw[name] for name in ("key", "name", "role", "unit", "reads") if name in raw}
    return kept | ({"budget": _budget(raw["days"])} if "days" in raw else {})


def _budget(amount: int, span: str = "工作日") -> dict[str, Any]:
    return {"amount": amount, "span": span}
