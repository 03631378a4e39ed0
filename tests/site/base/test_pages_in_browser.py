"""Pages in a real browser: nobody is kept out, nothing runs over the edge, keys lead everywhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kaocheng.hall.posts import Role
from tests.site.browsing import OpenPage, keeps_out
from tests.site.conftest import PASSWORD, AccountOf

pytestmark = pytest.mark.django_db(transaction=True)
PUBLIC = ["/", "/account/login/", "/account/signup/", "/no/such/page/"]
OWN = [
    "/base/workbench/", "/account/mine/", "/account/password/", "/account/people/", "/account/people/new/",
    "/account/factors/", "/account/sessions/",
]  # fmt: skip


@pytest.mark.parametrize(
    ("widths", "display"), [((1366, 390), ""), ((1366,), "large-contrast"), ((390,), "large")]
)
def test_nobody_is_kept_out(
    open_page: OpenPage, account_of: AccountOf, widths: tuple[int, ...], display: str
) -> None:
    """On a desk and on a telephone, in large type and high contrast: no barrier, no sideways scrolling."""
    account = account_of(Role.SYSTEM_MANAGER, unit="甲局")
    person = account_of(Role.WINDOW_CLERK, unit="甲局")
    found = {}
    stranger = open_page("/", width=widths[0], display=display)
    reader = open_page("/account/mine/", account=account, width=widths[0], display=display)
    pages = [(stranger, path) for path in PUBLIC]
    pages += [(reader, path) for path in [*OWN, f"/account/people/{person.pk}/"]]
    for page, path in pages:
        page.goto(path)
        if bad := keeps_out(page, *widths):
            found[path] = bad
    assert {} == found


def test_signing_in_by_keys_alone(open_page: OpenPage, account_of: AccountOf) -> None:
    """The first key leads to the text; a wrong password is said where the eye is; the right one opens the bench."""
    account = account_of(Role.APPROVER, unit="甲局")
    page = open_page("/account/login/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#id_login")).to_be_focused()
    for password in ("wrong", PASSWORD):
        page.locator("#id_login").fill(account.username)
        page.keyboard.press("Tab")
        page.keyboard.type(password)
        page.keyboard.press("Enter")
        if password == "wrong":
            expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("h1")).to_have_text("工作台")


def test_a_fault_leads_to_its_field(open_page: OpenPage, account_of: AccountOf) -> None:
    """Each line of the summary is a link to the box it speaks of."""
    page = open_page("/account/people/new/", account=account_of(Role.SYSTEM_MANAGER))
    page.locator("form.card").evaluate("form => form.noValidate = true")
    page.locator("form.card button").click()
    page.locator(".error-summary a").first.click()
    expect(page.locator("#id_username")).to_be_focused()


def test_display_is_switched_without_script(open_page: OpenPage) -> None:
    """Large type is larger; the reader stays on the page."""
    page = open_page("/account/signup/")
    size = "() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(size) > before * 1.25
    assert page.url.endswith("/account/signup/")
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")


def test_a_security_key_is_bound_and_used(open_page: OpenPage, account_of: AccountOf) -> None:
    """With the browser's own stand-in for a key; a second sign-in asks for it."""
    account = account_of(Role.INSPECTOR)
    page = open_page("/account/login/")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "usb", "hasResidentKey": False,
                     "hasUserVerification": True, "isUserVerified": True}},
    )  # fmt: skip
    _sign_in(page, account.username)
    page.goto("/account/factors/keys/add/")
    page.get_by_role("button", name="添加").click()
    page.wait_for_url("**/account/factors/**")
    page.context.clear_cookies()
    page.goto("/account/login/")
    _sign_in(page, account.username)
    page.get_by_role("button", name="用安全密钥").click()
    expect(page.locator("h1")).to_have_text("工作台")


def _sign_in(page: Page, name: str) -> None:
    page.locator("#id_login").fill(name)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main button.button-primary").click()
