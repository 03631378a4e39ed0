"""Channels of rating (评价渠道), and what is rated once: a visit on the spot, a case online."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

WHOLE_CASE = "全程"
"""The service step of an online rating: the whole case is rated once (一事一评)."""


class RatingChannel(StrEnum):
    """Where a rating comes in (评价渠道)."""

    WINDOW_DEVICE = "window_device"
    QR_CODE = "qr_code"
    KIOSK = "kiosk"
    ONLINE = "online"
    SMS_LINK = "sms_link"

    @property
    def title(self) -> str:  # type: ignore[override]  # nobody title-cases a channel
        """The official name (渠道名称)."""
        return str(_channels()[self]["title"])

    @property
    def code(self) -> str:
        """The code in the exchange format (渠道代码)."""
        return str(_channels()[self]["code"])

    @property
    def on_the_spot(self) -> bool:
        """Whether each visit is rated (现场一次一评); otherwise each case (网上一事一评)."""
        return bool(_channels()[self]["once"] == "visit")

    def occasion(self, service: str) -> str:
        """What is rated once within a case: this service step, or online the whole case."""
        return service if self.on_the_spot else WHOLE_CASE


@lru_cache(maxsize=None)
def _channels() -> dict[RatingChannel, dict[str, Any]]:
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {RatingChannel(one["key"]): one for one in raw["channel"]}
