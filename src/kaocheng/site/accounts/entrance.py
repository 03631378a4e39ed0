"""Forms at the entrance (登录、注册、改密、双重验证): allauth's, with our words and labels above the boxes."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.contrib.auth.password_validation import password_validators_help_texts


class Plain:
    """Takes the words out of the boxes, where they would vanish while one types; sets our labels."""

    labels: dict[str, str] = {}  # noqa: RUF012  # read only
    helps: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
        if "password1" in fields:
            fields["password1"].help_text = "；".join(password_validators_help_texts()) + "。"


class SignInForm(Plain, LoginForm):  # type: ignore[misc]  # allauth has no types
    """Name and password."""

    labels = {"login": "登录名", "password": "密码"}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class SignUpForm(Plain, SignupForm):  # type: ignore[misc]
    """Registration of an applicant: who he is he says later, when he applies."""

    labels = {"username": "登录名", "password1": "密码", "password2": "再输一次密码"}  # noqa: RUF012
    helps = {"username": "4 个字符以上，可用汉字、字母、数字；不要用身份证号、手机号。"}  # noqa: RUF012


class NewPasswordForm(Plain, ChangePasswordForm):  # type: ignore[misc]
    """The old password, and the new one twice."""

    labels = {"oldpassword": "现在的密码", "password1": "新密码", "password2": "再输一次新密码"}  # noqa: RUF012


class FirstPasswordForm(Plain, SetPasswordForm):  # type: ignore[misc]
    """A password for an account that has had none."""

    labels = {"password1": "新密码", "password2": "再输一次新密码"}  # noqa: RUF012


class AgainForm(Plain, ReauthenticateForm):  # type: ignore[misc]
    """The password, once more."""

    labels = {"password": "密码"}  # noqa: RUF012


_CODE = {"code": "验证码"}
_NUMERIC = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class CodeForm(Plain, AuthenticateForm):  # type: ignore[misc]
    """The code of the second factor."""

    labels = _CODE


class CodeAgainForm(Plain, ReauthenticateByCodeForm):  # type: ignore[misc]
    """The code, once more."""

    labels = _CODE


class BindAppForm(Plain, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of the app that was just bound."""

    labels = _CODE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= _NUMERIC
