"""Tokens (接口令牌): the list, issuing one that is shown once, taking one back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.api.forms import TokenForm
from kaocheng.site.api.models import StoredToken
from kaocheng.site.api.services import issue_token, revoke_token
from kaocheng.site.base.paging import page_of

_ROLE = Role.SYSTEM_MANAGER.value


def tokens(request: SignedIn) -> HttpResponse:
    """Every token with its account, purpose, end and last use, the newest first."""
    found = StoredToken.objects.visible_to(request.user).select_related("account")
    page = page_of(found, request, by=("-issued_at", "-id"))
    issuers = people_of(request.user.county, (row.issued_by for row in page))
    rows = [(row, issuers[row.issued_by]) for row in page]
    return render(request, "api/tokens.html", {"page": page, "rows": rows, "now": timezone.now()})


def issue(request: SignedIn) -> HttpResponse:
    """Issue a token and show it, this once."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        issued = _issued(request, form)
        if issued is not None:
            return issued
    return render(request, "api/issue.html", {"form": form}, status=422 if form.errors else 200)


def _issued(request: SignedIn, form: TokenForm) -> HttpResponse | None:
    account = form.account(request.user)
    if account is None:
        form.add_error(
            "person", "没有这个人、同名的不止一个，或者不在您的管理范围内；同名的请写账号编号。"
        )
        return None
    try:
        row, text = issue_token(
            account=account, purpose=form.cleaned_data["purpose"], lasts=form.lasts,
            by=request.user, role=_ROLE, at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None
    reply = render(request, "api/token.html", {"row": row, "token": text})
    reply["Cache-Control"] = "no-store"
    return reply


@require_POST
def revoke(request: SignedIn, number: str) -> HttpResponse:
    """Take a token back."""
    if not StoredToken.objects.visible_to(request.user).filter(number=number).exists():
        raise Http404("没有这个令牌，或者不在您的管理范围内。")
    row = revoke_token(
        county=request.user.county, number=number, by=request.user, role=_ROLE, at=timezone.now()
    )
    messages.success(request, f"已收回“{row.purpose}”的令牌。")
    return redirect("api:tokens")
