"""What people are called (姓名), for the names to sign in with that rows and events keep."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.site.accounts.models import Account

NOBODY = {"law": "依法自动", "system": "系统"}
"""What acts without being anybody."""


def people_of(county: str, usernames: Iterable[str]) -> dict[str, str]:
    """The name of each by the name to sign in with; itself where nobody has it (a device)."""
    wanted = {username for username in usernames if username}
    rows = Account.objects.filter(county=county, username__in=wanted)
    known = NOBODY | dict(rows.values_list("username", "display_name"))
    return {username: known.get(username) or username for username in wanted}
