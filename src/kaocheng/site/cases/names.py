"""Names for codes (名称): what departments, people and states are called on the page."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.cases.states import OPEN, State
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredDepartment, StoredVersion

_ENDED_WELL = (State.CLOSED, State.DELIVERED, State.ARCHIVED)


def unit_names(county: str) -> dict[str, str]:
    """Department names by code."""
    rows = StoredDepartment.objects.filter(county=county)
    return {row.code: str(row) for row in rows}


def items_named(county: str, text: str) -> list[str]:
    """Numbers of the items that bore such a name in any version (事项名称所指事项)."""
    versions = StoredVersion.objects.filter(county=county, name__contains=text)
    return sorted(set(versions.values_list("number", flat=True)))


def people_names(usernames: Iterable[str]) -> dict[str, str]:
    """What members of staff are called; an applicant's account is only called 申请人."""
    rows = Account.objects.filter(username__in=set(usernames)).prefetch_related("posts")
    staff = {
        r.username: r.display_name
        for r in rows
        if any(p.role != "applicant" for p in r.posts.all())
    }
    return {name: staff.get(name, "依法自动" if name == "law" else "申请人") for name in usernames}


def state_badge(state: str) -> str:
    """The badge of a state."""
    if state in _ENDED_WELL:
        return "badge-ok"
    if state == State.SUPPLEMENTING:
        return "badge-warn"
    return "badge-info" if state in OPEN else "badge-bad"
