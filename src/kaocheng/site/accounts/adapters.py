"""How allauth works here (登录组件的适配): applicants by registration, staff by their manager."""

from __future__ import annotations

import base64
import hashlib
import time
from functools import lru_cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import STAFF
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SINCE, SignedIn
from kaocheng.site.accounts.services import change_own_password, register_applicant

_FRESH = 300


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Signing in and registering."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "登录名或密码不正确。连续输错 5 次，15 分钟内不能登录。",
        "username_taken": "这个登录名已经有人用了，请换一个。",
        "enter_current_password": "请输入现在的密码。",
        "incorrect_password": "密码不正确。",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Applicants may register unless the settings say otherwise."""
        return bool(settings.SIGNUP_OPEN)

    def new_user(self, request: HttpRequest) -> Account:
        """An account of this county."""
        return Account(county=settings.COUNTY)

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        """A name to sign in with is seen by others: it is no number of a person."""
        digits = sum(letter.isdigit() for letter in username)
        if digits >= 11 and digits >= len(username) - 1:
            raise ValidationError("请不要用身份证号、手机号作登录名。", code="personal")
        name: str = super().clean_username(username, shallow)
        return name

    def save_user(
        self,
        request: HttpRequest,
        user: Account,
        form: Any,
        commit: bool = True,  # noqa: FBT001, FBT002
    ) -> Account:
        """A registered account is that of an applicant."""
        user.display_name = form.cleaned_data.get("username", "")
        user.password_changed_at = timezone.now()
        super().save_user(request, user, form, commit)
        if commit:
            register_applicant(account=user, at=timezone.now())
        return user

    def set_password(self, user: Account, password: str) -> None:
        """The owner has chosen a new password."""
        change_own_password(account=user, password=password, at=timezone.now())

    def get_login_redirect_url(self, request: SignedIn) -> str:
        """Staff come to their workbench, applicants to the hall."""
        return reverse("base:workbench") if request.user.roles & STAFF else "/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where one's account is shown."""
        return reverse("accounts:mine")

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who signed in within the last minutes need not say again who he is."""
        since = context.request.session.get(SINCE, 0)
        asked: bool = super().is_reauthentication_required(app=app, **more)
        return asked and time.time() - since > _FRESH

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No mail is sent: a hall's machine has no mail server, and accounts have no address."""


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in through the unified authentication (统一身份认证): nothing of a person is kept here."""

    def populate_user(
        self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]
    ) -> Account:
        """A name made of the provider's number for this person; what else it tells is dropped here."""
        sociallogin.account.extra_data = {}
        sociallogin.email_addresses = []
        account: Account = sociallogin.user
        digest = hashlib.sha256(f"{settings.COUNTY}/{sociallogin.account.uid}".encode()).hexdigest()
        account.username = account.display_name = f"u{digest[:15]}"
        return account

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Account:
        """Who comes through the provider for the first time is an applicant."""
        account: Account = super().save_user(request, sociallogin, form)
        register_applicant(account=account, at=timezone.now())
        return account


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors; their secrets are kept encrypted under the key of the store."""

    def encrypt(self, text: str) -> str:
        """As it is stored."""
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it is used."""
        return _cipher(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Account) -> str:
        """What the app on the telephone calls the account."""
        return user.username


@lru_cache(maxsize=2)
def _cipher(secret: str) -> Fernet:
    digest = hashlib.sha256(b"kaocheng.mfa:" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
