"""The time line of a stream (事件时间线): what happened to one thing, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kaocheng.hall.posts import Role
from kaocheng.kernel.events import Break, SealedHead, check_stream
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.naming import NOBODY
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.forms import StreamForm
from kaocheng.site.audit.models import StoredEvent, StoredSealedHead
from kaocheng.site.audit.streams import may_see, title_of
from kaocheng.site.base.paging import page_of

NO_STREAM = "没有这条事件流，或者您不能打开它。"


def search(request: SignedIn) -> HttpResponse:
    """Open a time line by its name."""
    form = StreamForm(request.GET or None)
    if form.is_valid():
        return redirect("audit:stream", form.cleaned_data["stream"].strip())
    return render(request, "audit/search.html", {"form": form})


def stream(request: SignedIn, stream: str) -> HttpResponse:
    """The events of a stream in their order, each with who, as what, when and what."""
    county = request.user.county
    events = StoredEvent.objects.filter(county=county, stream=stream)
    if not may_see(request.user, stream) or not events.exists():
        raise Http404(NO_STREAM)
    page = page_of(events, request, by=("serial", "id"))
    names = _names(page.rows, county)
    return render(
        request,
        "audit/stream.html",
        {
            "title": title_of(stream),
            "stream": stream,
            "page": page,
            "rows": [_shown(event, names) for event in page],
            "breaks": list(_breaks(county, stream)),
        },
    )


def _shown(event: StoredEvent, names: dict[str, str]) -> dict[str, Any]:
    role = next((role.title for role in Role if role.value == event.role), event.role)
    return {
        "event": event,
        "who": names.get(event.actor, event.actor),
        "role": role,
        "facts": [(name, _said(value)) for name, value in event.told.items()],
    }


def _said(value: Any) -> str:
    """A fact in words: lists with commas, yes and no, nothing."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(_said(inner) for inner in value)
    if isinstance(value, dict):
        return "；".join(f"{name}：{_said(inner)}" for name, inner in value.items())
    return "" if value is None else str(value)


def _names(rows: Any, county: str) -> dict[str, str]:
    """The names of the people who acted, by their user names."""
    wanted = {row.actor for row in rows}
    found = Account.objects.filter(county=county, username__in=wanted)
    told = found.values_list("username", "display_name", "pk")
    return NOBODY | {username: f"{name}（账号编号{pk}）" for username, name, pk in told}


def _breaks(county: str, stream: str) -> Iterator[Break]:
    rows = StoredSealedHead.objects.filter(county=county, stream=stream).order_by("seal")
    heads = [SealedHead(*row) for row in rows.values_list("stream", "serial", "digest")]
    yield from check_stream(StoredEvent.objects.of(county, stream).events(), heads)
