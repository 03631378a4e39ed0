"""Who calls (调用方): a bearer token, acting as its account; for tickets also the token of a device."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.limiting import CALLERS, FAILURES, address_of
from kaocheng.site.api.services import token_holder
from kaocheng.site.hall.models import StoredDevice
from kaocheng.site.hall.services import device_of

KIOSK = "kiosk"
_TOKEN_MOST = 200


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls (调用方): an account or a device; `name` stands for it beside its idempotency keys."""

    name: str
    county: str
    account: Account | None = None
    device: StoredDevice | None = None


class Bearer(HttpBearer):
    """`Authorization: Bearer …`; `request.user` is then the account of the token, with its rights and no more."""

    def __init__(self, *may: Role, devices: bool = False) -> None:
        super().__init__()
        self.may = frozenset(may)
        self.devices = devices

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller, or nothing: 401. Refuses an account without one of the roles."""
        caller = self._caller(token[:_TOKEN_MOST])
        if caller is None:
            _failed(request)
            return None
        if caller.account is not None:
            request.user = caller.account
            if not self.may & caller.account.roles:
                raise Refusal("api.role", f"这个接口供{self.said}使用。", "请用相应账号的令牌。")
        return caller

    @property
    def said(self) -> str:
        """Who may call, in words (谁能调用)."""
        titles = [role.title for role in Role if role in self.may]
        return "、".join([*titles, "自助取号机"] if self.devices else titles)

    def _caller(self, token: str) -> Caller | None:
        held = token_holder(token, timezone.now())
        if held is not None:
            _paced(held.number, settings.API_TOKEN_PER_MINUTE)
            return Caller(f"account/{held.account_id}", held.county, account=held.account)
        device = device_of(token) if self.devices else None
        if device is None or device.kind != KIOSK:
            return None
        _paced(device.number, device.per_minute)
        return Caller(f"device/{device.number}", device.county, device=device)


def _paced(name: str, most: int) -> None:
    if CALLERS.count(name, timezone.now(), most) > most:
        raise Refusal("api.often", f"这个令牌每分钟最多调用 {most} 次。", "请稍后再发。")


def _failed(request: HttpRequest) -> None:
    """It is logged as a refusal; after too many tries of an address it is only turned away."""
    most: int = settings.API_PER_MINUTE
    if FAILURES.count(address_of(request), timezone.now(), most) > most:
        raise Refusal("api.often", "无效的令牌尝试过多。", "请核对令牌，一分钟后再试。")
