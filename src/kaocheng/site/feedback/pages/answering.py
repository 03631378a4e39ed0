"""Answering an invitation (评价): choose a level, confirm with reasons and words, thanks. No script needed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.words import look
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.feedback.faces import FACES, face_of
from kaocheng.site.feedback.forms import RatingForm
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.services import rate, token_of

COOKIE = "rater"
_HALF_YEAR = 180 * 86_400


@dataclass(frozen=True, slots=True)
class Answer:
    """An invitation being answered (作答): where, through which channel, on which screen."""

    invitation: StoredInvitation
    channel: RatingChannel
    shell: str
    here: str
    thanks: str
    at: datetime
    device: str = ""

    @property
    def window(self) -> str:
        """The name of the window, "" where none was concerned."""
        row = self.invitation
        return names_of("window", row.county, [row.window]).get(row.window, "")


def answering(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The page of this step: all levels, one level to confirm, or what was sent."""
    level = _level(request.POST.get("level") or request.GET.get("level", ""))
    if level is None:
        context = {"answer": answer, "faces": FACES, "shell": answer.shell}
        return render(request, "feedback/rate_levels.html", context)
    form = RatingForm(level, answer.channel, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        sent = _send(request, answer, level, form)
        if sent is not None:
            return sent
    return _confirm(request, answer, level, form)


def _confirm(request: HttpRequest, answer: Answer, level: Level, form: RatingForm) -> HttpResponse:
    warned = form.is_bound and bool(form.non_field_errors())
    context = {
        "answer": answer,
        "face": face_of(level),
        "form": form,
        "shell": answer.shell,
        "warned": warned,
    }
    return render(request, "feedback/rate_confirm.html", context)


def _send(
    request: HttpRequest, answer: Answer, level: Level, form: RatingForm
) -> HttpResponse | None:
    """Store the rating; None when the writer is first to be warned of personal data, or of a fault."""
    device = answer.device or request.COOKIES.get(COOKIE, "") or secrets.token_urlsafe(16)
    try:
        personal = look(form.cleaned_data["text"]).personal
        if personal and not request.POST.get("seen"):
            form.add_error(None, _warning(personal))
            return None
        rating = _rate(request, answer, level, form, device)
    except Refusal as refusal:
        if refusal.code in ("feedback.text", "feedback.reason"):
            form.add_error(None, str(refusal))
            return None
        if refusal.code == "feedback.self":
            note_refusal(request, f"评价自己的服务 {answer.invitation.number}")
        return closed(request, refusal, answer.shell)
    done = redirect(f"{answer.thanks}{'?bad=1' if level.bad else ''}")
    if not answer.device:
        _remember(done, device)
    return done if rating.pk else None


def _rate(
    request: HttpRequest, answer: Answer, level: Level, form: RatingForm, device: str
) -> StoredRating:
    return rate(
        token=token_of(answer.invitation, answer.channel),
        level=level,
        at=answer.at,
        reasons=form.cleaned_data["reasons"],
        text=form.cleaned_data["text"],
        device=device,
        account=request.user if request.user.is_authenticated else None,
    )


def closed(request: HttpRequest, refusal: Refusal, shell: str) -> HttpResponse:
    """An invitation that cannot be used (any more), said in large letters."""
    context = {"refusal": refusal, "shell": shell}
    return render(request, "feedback/rate_closed.html", context, status=410)


def _warning(personal: tuple[str, ...]) -> str:
    kinds = "、".join(personal)
    return f"文字里有像{kinds}的内容。建议删去；不删的话，再按一次提交，我们会把它遮住再保存。"


def _remember(response: HttpResponse, device: str) -> None:
    """A random number for this device, by which mass rating shows itself; it tells nothing about anybody."""
    response.set_cookie(
        COOKIE, device[:48], max_age=_HALF_YEAR, httponly=True, samesite="Lax",
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )  # fmt: skip


def _level(text: str) -> Level | None:
    return Level(text) if text in set(Level) else None
