"""Errors are pages: in Chinese, with what happened and what to do; and they are noted where they should be."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site import urls
from kaocheng.site.audit.models import StoredRefusal
from kaocheng.site.base.routes import ANYONE, page
from tests.site.conftest import ClientOf

MIB = 1 << 20
FAULTS: dict[str, Exception] = {
    "400": SuspiciousOperation("bad"),
    "403": PermissionDenied("只有审批岗位可以这样做。"),
    "404": Http404("没有这个办件，或者您不能打开它。"),
    "409": Refusal("case.state", "此办件已经办结。", "请刷新。"),
    "500": ZeroDivisionError("a fault"),
}


def _raising(fault: Exception) -> Any:
    def view(request: HttpRequest) -> NoReturn:
        raise fault

    return view


urlpatterns = [
    page(f"raise/{name}/", _raising(f), name=name, may=ANYONE) for name, f in FAULTS.items()
]
urlpatterns += [path("", urls.home), *urls.urlpatterns]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture(autouse=True)
def raising(settings: Settings, client: Client) -> None:
    """The site with pages that raise."""
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("400", "请求无法处理"),
        ("403", "只有审批岗位可以这样做。"),
        ("404", "没有这个办件"),
        ("409", "此办件已经办结。"),
        ("500", "系统出错了"),
    ],
)
def test_each_fault_has_its_page(client: Client, name: str, said: str) -> None:
    """With the sentence, a way on, and none of the program's insides."""
    answer = client.get(f"/raise/{name}/")
    text = answer.content.decode()
    assert int(name) == answer.status_code
    assert said in text
    assert "回到首页" in text
    assert "Traceback" not in text
    assert "a fault" not in text


@pytest.mark.django_db
def test_an_unknown_address(client: Client) -> None:
    """Django's own words are not shown, and nothing is noted of a mistyped address."""
    answer = client.get("/no/such/page/")
    assert (404, True) == (answer.status_code, "没有这个页面" in answer.content.decode())
    assert not StoredRefusal.objects.exists()


def test_what_was_refused_is_noted(client_of: ClientOf) -> None:
    """Who asked for what: without the right, and for what is not his to see."""
    browser = client_of(Role.APPLICANT)
    for address in ("/account/people/", "/raise/404/"):
        browser.get(address)
    noted = StoredRefusal.objects.order_by("id").values_list("account", "what")
    who = browser.account.pk
    assert [(who, "/account/people/"), (who, "/raise/404/")] == list(noted)


@pytest.mark.django_db
def test_an_old_form_is_refused_with_a_sentence(client: Client) -> None:
    """Not with Django's page about cookies."""
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/login/", {"login": "x", "password": "y"})
    assert (403, True) == (answer.status_code, "这张表单已经失效" in answer.content.decode())


@pytest.mark.django_db
def test_too_much_is_refused_unread(client: Client, settings: Settings) -> None:
    """By the length that is told, whatever is sent."""
    answer = client.post(
        "/account/login/", b"x", content_type="text/plain", CONTENT_LENGTH=str(2048 * MIB)
    )
    assert (413, "close") == (answer.status_code, answer["Connection"])
    assert "2,048 MB" in answer.content.decode()


@pytest.mark.django_db
def test_every_page_tells_the_browser_what_it_may_do(client: Client) -> None:
    """Also one that went wrong."""
    for address in ("/account/login/", "/raise/404/", "/raise/500/"):
        headers = client.get(address).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "DENY" == headers["X-Frame-Options"]
        assert "nosniff" == headers["X-Content-Type-Options"]
        assert "same-origin" == headers["Referrer-Policy"]


@pytest.mark.django_db
def test_health(client: Client) -> None:
    """For machines, in one word."""
    assert (200, b"ok\n") == ((answer := client.get("/health/")).status_code, answer.content)


@pytest.mark.django_db
def test_a_page_of_another_post_says_once_whom_to_ask(client_of: ClientOf) -> None:
    """What happened and what to do are two sentences, and neither is said again."""
    said = client_of(Role.APPROVER).get("/desk/new/").content.decode()
    assert (1, 1) == (said.count("没有打开这个页面的权限"), said.count("请联系部门管理员"))
