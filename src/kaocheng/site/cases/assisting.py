"""Who helps or acts for applicants (帮办代办人员): those who sit at a window for it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from kaocheng.site.accounts.models import StoredPost
from kaocheng.site.hall.models import StoredWindow

KIND = "assisting"
"""The kind of the windows for 帮办代办 (hall/windows.toml)."""
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


def assistants(posts: Sequence[StoredPost]) -> list[tuple[str, str]]:
    """As a form offers them: by post, with name and window."""
    return [(str(post.pk), f"{post.account.display_name}（{post.window}）") for post in posts]


def assistant(posts: Sequence[StoredPost], key: str) -> str:
    """The name to sign in with behind one of these posts, "" for none of them."""
    return next((one.account.get_username() for one in posts if str(one.pk) == key), "")
