"""Who may call what: every operation of the document, without a token and with one of every role."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.api.interface import api
from kaocheng.site.hall import services
from tests.site.api.conftest import Caller, CallerOf
from tests.site.conftest import AccountOf
from tests.site.hall.halls import HALL, MANAGER, make_hall

ME = {Role.APPLICANT}
TAKERS = ME | {
    Role.WINDOW_CLERK, Role.ISSUER, Role.CHIEF_REPRESENTATIVE, Role.HALL_SUPERVISOR,
}  # fmt: skip
PUBLIC: set[Role] = set()
MAY = {
    "items": PUBLIC, "item": PUBLIC, "codes": PUBLIC, "code_list": PUBLIC, "progress": PUBLIC,
    "invitation": PUBLIC, "rate": PUBLIC, "halls": PUBLIC, "hall": PUBLIC, "ticket": PUBLIC,
    "upload": ME, "apply": ME, "cases": ME, "case": ME, "move": ME, "take": TAKERS,
}  # fmt: skip
"""Who may call each operation; PUBLIC needs no token."""
Operation = tuple[str, str, str]


def _operations() -> list[Operation]:
    """Key, method and address of each, with numbers nobody has."""
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    return [
        (told["operationId"], method, re.sub(r"{\w+}", "nobodys-number", path))
        for path, methods in paths.items()
        for method, told in methods.items()
    ]


def _status(caller: Caller, operation: Operation) -> int:
    _, method, path = operation
    return int((caller.get(path) if method == "get" else caller.post(path, {})).status_code)


def test_every_operation_has_its_line() -> None:
    """A new one has to say here who may call it, and the document says the same."""
    assert set(MAY) == {key for key, _, _ in _operations()}
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    open_ones = {
        told["operationId"]
        for of in paths.values()
        for told in of.values()
        if "security" not in told
    }
    assert {key for key, may in MAY.items() if not may} == open_ones


@pytest.mark.django_db
def test_without_a_token(stranger: Caller) -> None:
    """401 wherever a token is needed, and nowhere else."""
    wrong = {
        op[0]: got
        for op in _operations()
        if (401 == (got := _status(stranger, op))) != bool(MAY[op[0]])
    }
    assert {} == wrong


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_each_role_calls_its_operations_and_no_other(
    account_of: AccountOf, caller_of: CallerOf, role: Role
) -> None:
    """403 without the role; with it neither 401 nor 403 nor a breakdown."""
    caller = caller_of(account_of(role, unit="D001"))
    wrong: dict[str, Any] = {}
    for operation in _operations():
        lets = not MAY[operation[0]] or role in MAY[operation[0]]
        got = _status(caller, operation)
        if (lets and got in (401, 403, 500)) or (not lets and got != 403):
            wrong[operation[0]] = got
    assert {} == wrong


@pytest.mark.django_db
def test_a_kiosk_takes_tickets_and_nothing_else(county: str) -> None:
    """The token of a device opens the tickets; that of a display opens nothing."""
    make_hall(county)
    given: Any = {"county": county, "at": timezone.now(), **MANAGER}
    for kind in ("kiosk", "display"):
        services.register_device(hall=HALL, kind=kind, name="设备", number=kind, **given)
    kiosk, display = (
        Caller(services.issue_token(number=kind, **given)) for kind in ("kiosk", "display")
    )
    needing = [op for op in _operations() if MAY[op[0]]]
    assert {"take": 422} == {op[0]: got for op in needing if 401 != (got := _status(kiosk, op))}
    assert {401} == {_status(display, op) for op in needing}
