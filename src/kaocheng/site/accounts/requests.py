"""Requests (请求) of somebody who has signed in: what a page behind `page(may=…)` may rely on."""

from __future__ import annotations

from django.http import HttpRequest

from kaocheng.site.accounts.models import Account

SINCE = "since"
"""Where a session keeps the moment of the sign-in."""


class SignedIn(HttpRequest):
    """A request whose `user` is an account: the type of `request` in pages that are not for anyone."""

    user: Account
