"""Making a move (办理一步): the form of the move, and what comes of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.cases.moves import moves
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.cases.making import make_from_form, posted_before
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.moveforms import About, MoveForm
from kaocheng.site.cases.services.moving import raced
from kaocheng.site.cases.showing import SYSTEM_MADE, OpenMove, is_forged, moves_for
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.desk.pages.shared import seen_case, version_of_case


def move(request: SignedIn, number: str, key: str) -> HttpResponse:
    """The form of one move on one case; a move that is not open is refused with its reason."""
    row = seen_case(request.user, number)
    record = row.record()
    able = _able(request, row, key)
    about = About(record, version_of_case(row), request.user, request.GET.get("task", ""))
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MoveForm(*data, move=able.move, about=about)
    if request.method == "POST" and form.is_valid():
        try:
            at = timezone.now()
            moved = make_from_form(form=form, row=row, able=able, by=request.user, at=at)
            invite_after(row=moved, at=at, by=request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已办理“{able.move.title}”，现在是“{moved.state}”。")
            return redirect("desk:case", number)
    context = {"row": row, "move": able.move, "role": able.role, "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/move.html", context, status=status)


def _able(request: SignedIn, row: StoredCase, key: str) -> OpenMove:
    """The move in the role that allows it, or the reason why it is not open."""
    found = moves_for(row.record(), version_of_case(row), request.user, timezone.now()).get(key)
    if found is not None and key not in SYSTEM_MADE:
        return found
    if is_forged(key, request.user.roles):
        note_refusal(request, request.path)
    if key not in moves() or key in SYSTEM_MADE:
        raise Refusal("case.move", "没有这个动作。", "请从办件页所列的动作中选择。")
    record = row.record()
    if posted_before(request, record):
        raise raced(record)
    title = moves()[key].title
    raise Refusal(
        "case.move",
        f"办件 {row.number} 现在是“{row.state}”，您不能“{title}”。",
        "请回到办件页，从能办的里面选。",
    )
