"""My account (我的账号)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def mine(request: HttpRequest) -> HttpResponse:
    """Who I am here and what I may do."""
    return render(request, "accounts/mine.html")
