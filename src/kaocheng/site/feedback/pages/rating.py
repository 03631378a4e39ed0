"""The rate page by a link or a square code (扫码、短信、网上评价), and its thanks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.feedback.pages.answering import Answer, answering, closed
from kaocheng.site.feedback.services import invited

SHELL = "feedback/shell_phone.html"


@never_cache
def rate_page(request: HttpRequest, token: str) -> HttpResponse:
    """Rate by a token; one that is used up, run out or forged gets a sentence."""
    at = timezone.now()
    try:
        invitation, channel = invited(token=token, at=at)
    except Refusal as refusal:
        return closed(request, refusal, SHELL)
    answer = Answer(invitation, channel, SHELL, request.path, reverse("feedback:thanks"), at)
    return answering(request, answer)


def thanks(request: HttpRequest) -> HttpResponse:
    """Thanks; after a bad rating also what happens now."""
    context = {"shell": SHELL, "bad": bool(request.GET.get("bad"))}
    return render(request, "feedback/rate_thanks.html", context)
