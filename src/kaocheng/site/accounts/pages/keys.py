"""What a manager does with an account (账号管理): lock, unlock, issue a password, take off second factors."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.site.accounts.forms import ReasonForm
from kaocheng.site.accounts.pages.people import managed
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.accounts.services import (
    issue_password,
    lock_account,
    reset_mfa,
    unlock_account,
)


def lock(request: SignedIn, number: int) -> HttpResponse:
    """Stop an account, with a reason."""
    account = managed(request, number)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        lock_account(account=account, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, "账号已停用，所有登录已退出。")
        return redirect("accounts:person", number)
    context = {"form": form, "title": "停用账号", "account": account, "danger": True}
    return render(request, "accounts/person_form.html", context)


@require_POST
def unlock(request: SignedIn, number: int) -> HttpResponse:
    """Let it sign in again."""
    unlock_account(account=managed(request, number), by=request.user, at=timezone.now())
    messages.success(request, "账号已启用，输错密码的次数已清零。")
    return redirect("accounts:person", number)


@require_POST
def new_password(request: SignedIn, number: int) -> HttpResponse:
    """Issue a one-time password, shown once on the next page."""
    account = managed(request, number)
    password = issue_password(account=account, by=request.user, at=timezone.now())
    request.session[f"password-{number}"] = password
    return redirect("accounts:person", number)


@require_POST
def no_second_factor(request: SignedIn, number: int) -> HttpResponse:
    """Take off second factors that were lost."""
    count = reset_mfa(account=managed(request, number), by=request.user, at=timezone.now())
    told = (
        f"已解除 {count} 项双重验证，本人下次登录时重新绑定。"
        if count
        else "这个账号没有绑定双重验证。"
    )
    messages.success(request, told)
    return redirect("accounts:person", number)
