"""Posts given and ended (任职、离任)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.forms import EndPostForm, PostForm
from kaocheng.site.accounts.pages.people import managed
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.accounts.services import end_post, give_post


def new_post(request: SignedIn, number: int) -> HttpResponse:
    """Give a post to an account I manage."""
    account = managed(request, number)
    form = PostForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            give_post(
                account=account,
                role=Role(given["role"]),
                unit=given["unit"],
                window=given["window"],
                since=given["since"],
                until=given["until"],
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "岗位已授予。")
            return redirect("accounts:person", number)
    context = {"form": form, "title": "授予岗位", "account": account}
    return render(request, "accounts/person_form.html", context)


def last_day(request: SignedIn, number: int, post: int) -> HttpResponse:
    """End a post on a day."""
    account = managed(request, number)
    held = account.posts.filter(pk=post).first()
    if held is None:
        raise Http404("没有这个岗位。")
    form = EndPostForm(request.POST or None, initial={"last": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            end_post(post=held, last=form.cleaned_data["last"], by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已办理离任。")
            return redirect("accounts:person", number)
    context = {"form": form, "title": f"离任：{held.get_role_display()}", "account": account}
    return render(request, "accounts/person_form.html", context)
