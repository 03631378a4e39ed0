"""Making the move a form was filled in for (按表单办理): its uploads kept first, then the move."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from kaocheng.cases.records import Case
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.materialfiles import keep_files
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.moveforms import MoveForm
from kaocheng.site.cases.services import make_move
from kaocheng.site.cases.showing import OpenMove


def posted_before(request: HttpRequest, case: Case) -> bool:
    """Whether what was sent was filled in before the case moved on (页面已过时)."""
    told = request.POST.get("serial", "")
    return told.isascii() and told.isdigit() and int(told) != case.serial


def make_from_form(
    *, form: MoveForm, row: StoredCase, able: OpenMove, by: Account, at: datetime
) -> StoredCase:
    """Make the move of a valid form on this case, in the role that may."""
    given = form.given()
    if "received" in given:
        given["received"] = keep_files(given["received"], case=row.number, by=by, at=at)
    return make_move(
        county=row.county,
        number=row.number,
        move=able.move.key,
        given=given,
        by=by,
        role=able.role,
        at=at,
        expected_serial=form.cleaned_data["serial"],
    )
