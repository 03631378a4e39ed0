"""Rules for passwords (密码规则), each with the sentence it says."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from kaocheng.site.accounts.models import Account, UsedPassword

LEAST, LONG, REMEMBERED = 10, 16, 3
_KINDS = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^A-Za-z0-9]")


class LongEnough(MinimumLengthValidator):
    """At least ten characters."""

    def __init__(self) -> None:
        super().__init__(LEAST)

    def get_error_message(self) -> str:
        """The sentence."""
        return f"密码太短，至少 {LEAST} 个字符。"

    def get_help_text(self) -> str:
        """What is asked."""
        return f"至少 {LEAST} 个字符"


class Varied:
    """Three of four kinds of character, unless it is long."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError with the sentence."""
        kinds = sum(1 for kind in _KINDS if re.search(kind, password))
        if len(password) < LONG and kinds < 3:
            raise ValidationError(
                f"密码要含大写字母、小写字母、数字、符号中的三种；{LONG} 个字符以上的不限。",
                code="varied",
            )

    def get_help_text(self) -> str:
        """What is asked."""
        return f"大写字母、小写字母、数字、符号中至少三种（{LONG} 个字符以上的不限）"


class NotCommon(CommonPasswordValidator):
    """Not one everybody tries first, nor built on a word of that kind."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError with the sentence."""
        letters = re.sub(r"[^a-z]", "", password.lower())
        few = len(set(password)) < 5
        if few or password.lower().strip() in self.passwords or letters in _words():
            raise ValidationError("这个密码太常见，容易被猜中，请换一个。", code="common")

    def get_help_text(self) -> str:
        """What is asked."""
        return "不能是常见密码"


class NotLikeTheName(UserAttributeSimilarityValidator):
    """Not like the name signed in with, nor like the person's."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "display_name"))

    def get_error_message(self) -> str:
        """The sentence."""
        return "密码与登录名或姓名太相近，请换一个。"

    def get_help_text(self) -> str:
        """What is asked."""
        return "不能与登录名或姓名相近"


class NotUsedBefore:
    """None of the last three."""

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raise ValidationError with the sentence."""
        if user is None or user.pk is None:
            return
        used = UsedPassword.objects.filter(account=user).values_list("encoded", flat=True)
        known = {user.password, *used[:REMEMBERED]}
        if any(check_password(password, encoded) for encoded in known):
            raise ValidationError(f"不能使用最近 {REMEMBERED} 次用过的密码。", code="used")

    def password_changed(self, password: str, user: Account | None = None) -> None:
        """Remember it, as the hash that is stored anyway."""
        if user is not None and user.pk and user.has_usable_password():
            UsedPassword.objects.create(account=user, encoded=user.password, since=timezone.now())

    def get_help_text(self) -> str:
        """What is asked."""
        return f"不能是最近 {REMEMBERED} 次用过的"


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    page = files("kaocheng.site.accounts") / "common_passwords.toml"
    return frozenset(tomllib.loads(page.read_text("utf-8"))["words"])
