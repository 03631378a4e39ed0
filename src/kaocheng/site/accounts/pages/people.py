"""People (人员账号): the list, one account, opening and changing it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.forms import PeopleFilter, PersonForm
from kaocheng.site.accounts.models import Account, AccountQuerySet
from kaocheng.site.accounts.ranks import check_may_manage
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.accounts.services import change_account, open_account
from kaocheng.site.base.paging import page_of

NO_ACCOUNT = "没有这个账号，或者不在您的管理范围内。"


def people(request: SignedIn) -> HttpResponse:
    """The accounts I manage, narrowed by what is asked."""
    form = PeopleFilter(request.GET)
    form.is_valid()
    found = _narrowed(Account.objects.visible_to(request.user), form.cleaned_data)
    page = page_of(found.prefetch_related("posts"), request, by=("unit", "username"))
    today = timezone.localdate()
    rows = [(account, _titles(account, today)) for account in page]
    return render(request, "accounts/people.html", {"form": form, "page": page, "rows": rows})


def _narrowed(found: AccountQuerySet, asked: dict[str, str]) -> AccountQuerySet:
    if words := asked.get("words", "").strip():
        found = found.filter(Q(username__icontains=words) | Q(display_name__icontains=words))
    if role := asked.get("role"):
        found = found.holding(role, timezone.localdate())
    if state := asked.get("state"):
        found = found.filter(is_active=state == "on")
    return found


def _titles(account: Account, today: date) -> list[str]:
    """The titles of the posts held today, of posts that were fetched with the page."""
    held = [
        p for p in account.posts.all() if p.since <= today and not (p.until and p.until < today)
    ]
    return sorted({Role(post.role).title for post in held})


def managed(request: SignedIn, number: int) -> Account:
    """The account of this number, if I manage it; otherwise there is none."""
    found: Account | None = Account.objects.visible_to(request.user).filter(pk=number).first()
    if found is None:
        raise Http404(NO_ACCOUNT)
    return found


def person(request: SignedIn, number: int) -> HttpResponse:
    """One account with all its posts, and what I may do with it."""
    account = managed(request, number)
    try:
        check_may_manage(request.user, account)
        barred = ""
    except Refusal as refusal:
        barred = refusal.message
    context = {
        "account": account,
        "posts": account.posts.order_by("-since", "-id"),
        "today": timezone.localdate(),
        "barred": barred,
        "password": request.session.pop(f"password-{account.pk}", ""),
    }
    return render(request, "accounts/person.html", context)


def new_person(request: SignedIn) -> HttpResponse:
    """Open an account; its one-time password is shown once on the next page."""
    form = PersonForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        account, password = open_account(
            county=request.user.county,
            username=form.cleaned_data["username"],
            display_name=form.cleaned_data["display_name"],
            unit=form.cleaned_data["unit"],
            by=request.user,
            at=timezone.now(),
        )
        request.session[f"password-{account.pk}"] = password
        return redirect("accounts:person", account.pk)
    return render(request, "accounts/person_form.html", {"form": form, "title": "新建账号"})


def change_person(request: SignedIn, number: int) -> HttpResponse:
    """Change name or department."""
    account = managed(request, number)
    form = PersonForm(request.POST or None, instance=account, by=request.user)
    if request.method == "POST" and form.is_valid():
        change_account(
            account=account,
            display_name=form.cleaned_data["display_name"],
            unit=form.cleaned_data["unit"],
            by=request.user,
            at=timezone.now(),
        )
        return redirect("accounts:person", number)
    context = {"form": form, "title": "修改账号", "account": account}
    return render(request, "accounts/person_form.html", context)
