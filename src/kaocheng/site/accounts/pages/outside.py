"""The way in from outside (统一身份认证): allauth's, with a page instead of a breakdown when nobody answers."""

from __future__ import annotations

from collections.abc import Callable

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

View = Callable[[HttpRequest, str], HttpResponse]


def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the reader to the provider."""
    return _answered(views.login, request, provider_id)


def from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the reader back from the provider."""
    return _answered(views.callback, request, provider_id)


def _answered(view: View, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return view(request, provider_id)
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=502)
