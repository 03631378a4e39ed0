"""Who helps or acts for applicants (帮办代办人员): those who sit at a window for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from kaocheng.cases.records import Case
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import StoredPost
from kaocheng.site.hall.models import StoredWindow

KIND = "assisting"
"""The kind of the windows for 帮办代办 (hall/windows.toml)."""
ENTRUST = "entrust"
"""The move that names who helps or acts (委托帮办代办)."""
_MOST = 400


def assisting(county: str) -> Sequence[StoredPost]:
    """Those who sit at a window for assistance today (帮办代办窗口人员)."""
    windows = StoredWindow.objects.filter(county=county, kind=KIND)
    held = StoredPost.objects.held_on(timezone.localdate()).select_related("account")
    held = held.filter(
        account__county=county,
        account__is_active=True,
        window__in=windows.values("number"),
    )
    return tuple(held.order_by("account__display_name", "pk")[:_MOST])


def check_assistant(case: Case, move: str, given: Mapping[str, Any]) -> None:
    """Refuse to entrust somebody who does not sit there, through whatever channel (委托帮办代办)."""
    if move != ENTRUST or not given.get("agent"):
        return
    if given["agent"] not in {post.account.get_username() for post in assisting(case.county)}:
        raise Refusal("case.agent", "所选的人不是帮办代办窗口的人员。", "请从帮办代办人员里选。")


def assistants(posts: Sequence[StoredPost]) -> list[tuple[str, str]]:
    """As a form offers them: by post, with name and window."""
    return [(str(post.pk), f"{post.account.display_name}（{post.window}）") for post in posts]


def assistant(posts: Sequence[StoredPost], key: str) -> str:
    """The name to sign in with behind one of these posts, "" for none of them."""
    return next((one.account.get_username() for one in posts if str(one.pk) == key), "")
