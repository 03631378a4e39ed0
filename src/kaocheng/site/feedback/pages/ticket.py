"""One bad rating (差评工单): what was said, its clocks, what was done, the next steps, a step, the contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kaocheng.feedback.deadlines import Deadline, budget, deadlines
from kaocheng.feedback.guards import Scene
from kaocheng.feedback.moves import Move, moves
from kaocheng.feedback.moving import open_moves
from kaocheng.feedback.reasons import words_of
from kaocheng.feedback.records import TicketEvent, TicketState
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import Line, explain_clock
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.feedback.faces import face_of
from kaocheng.site.feedback.forms import MoveForm
from kaocheng.site.feedback.models import StoredBadRating
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.services import contact_of, handle_bad_rating, steps_of
from kaocheng.site.feedback.services.acted import acted_on
from kaocheng.site.feedback.services.handling import scene_of

NO_TICKET = "没有这条差评，或者您不能打开它。"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was made (已办步骤), in words."""

    title: str
    at: datetime
    who: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock with the sum it is made of (时限及算法)."""

    deadline: Deadline
    lines: tuple[Line, ...]


def ticket(request: SignedIn, number: str) -> HttpResponse:
    """All of one bad rating."""
    row, at = seen_ticket(request, number), timezone.now()
    scene = scene_of(row, request.user, at)
    offers = open_moves(scene)
    context = _told(row) | {
        "row": row,
        "clocks": _clocks(scene),
        "steps": _steps(row),
        "offers": [offer for offer in offers if not offer.why_not],
        "barred": [offer for offer in offers if offer.why_not],
        "may_call": row.state == TicketState.CALLING
        and row.named
        and row.handler == request.user.get_username(),
    }
    return render(request, "feedback/ticket.html", context)


def step(request: SignedIn, number: str, key: str) -> HttpResponse:
    """One step of a bad rating: its form, and making it."""
    row, at = seen_ticket(request, number), timezone.now()
    move = moves().get(key)
    if move is None:
        raise Http404("没有这个办理步骤。")
    form = MoveForm(move, row, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _made(request, row, move, form, at):
        messages.success(request, f"已办理“{move.title}”。")
        return redirect("feedback:ticket", number=number)
    offer = next((o for o in open_moves(scene_of(row, request.user, at)) if o.move is move), None)
    barred = offer.why_not if offer else f"现在是“{row.state}”，不能办理这一步。"
    context = _told(row) | {"row": row, "move": move, "form": form, "barred": barred}
    return render(request, "feedback/step.html", context)


@require_POST
@never_cache
def contact(request: SignedIn, number: str) -> HttpResponse:
    """The contact of the rater, shown once to whoever calls back; the look is logged."""
    row = seen_ticket(request, number)
    person = contact_of(row=row, account=request.user, at=timezone.now())
    return render(request, "feedback/contact.html", {"row": row, "person": person})


def seen_ticket(request: SignedIn, number: str) -> StoredBadRating:
    """The bad rating of this number, if the account may see it; otherwise there is none."""
    rows = StoredBadRating.objects.visible_to(request.user).select_related("rating__invitation")
    row: StoredBadRating | None = rows.filter(number=number).first()
    if row is None:
        raise Http404(NO_TICKET)
    return row


def _made(
    request: SignedIn, row: StoredBadRating, move: Move, form: MoveForm, at: datetime
) -> bool:
    given = {name: str(value) for name, value in form.cleaned_data.items() if name != "serial"}
    try:
        handle_bad_rating(
            county=row.county, number=row.number, move=move.key, given=given, by=request.user,
            at=at, expected_serial=form.cleaned_data.get("serial"),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _told(row: StoredBadRating) -> dict[str, object]:
    """What a page says of the rating: never who gave it."""
    from_level = row.rating.record().level
    acted = acted_on(row.county, row.case)
    people = people_of(row.county, (row.handler, row.rated, *acted))
    return {
        "face": face_of(from_level),
        "reasons": words_of(row.rating.reasons),
        "window": names_of("window", row.county, [row.window]).get(row.window, ""),
        "unit": names_of("unit", row.county, [row.unit]).get(row.unit, ""),
        "handler": people.get(row.handler, ""),
        "rated": people.get(row.rated, ""),
        "acted": sorted(people[name] for name in acted),
    }


def _clocks(scene: Scene) -> list[Clock]:
    found = deadlines(scene.ticket, scene.calendar, scene.at)
    return [
        Clock(
            one,
            explain_clock(
                budget(scene.ticket, one.clock),
                scene.ticket.ledger(one.clock),
                scene.calendar,
                scene.at,
            ),
        )
        for one in found
    ]


def _steps(row: StoredBadRating) -> list[Step]:
    events = steps_of(row)
    receivers = (event.get("receiver") for event in events)
    people = people_of(row.county, [*(event.actor for event in events), *receivers])
    return [_step(event, people) for event in events]


def _step(event: TicketEvent, people: dict[str, str]) -> Step:
    move = moves()[event.move]
    told = tuple(
        (field.label, people.get(value, value) if field.kind == "account" else value)
        for field in move.fields
        if (value := event.get(field.name))
    )
    role = Role(event.role).title if event.role in set(Role) else ""
    return Step(move.title, event.at, f"{people.get(event.actor, event.actor)}（{role}）", told)
