"""A real browser against a real server, where there is a Chromium (fixtures, taken in by conftest.py)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kaocheng.site.accounts.models import Account

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
OpenPage = Callable[..., Page]
_AXE = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for the whole run; the tests are skipped where none is installed."""
    if not CHROMIUM:
        pytest.skip("No Chromium is installed; the tests in the browser were not run.")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as player:
        # the browser's driver keeps a loop in this thread, which makes Django think it is asynchronous
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        found = player.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, transactional_db: None, live_server: object) -> Iterator[OpenPage]:
    """Open a page, signed in as an account if one is given; a fault of a script, or a file refused, fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(
        path: str,
        *,
        account: Account | None = None,
        width: int = 1366,
        height: int = 800,
        display: str = "",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="Asia/Shanghai",
            base_url=str(live_server),
        )  # fmt: skip
        contexts.append(context)
        # a print shows as the title: no dialogue waits for anybody
        context.add_init_script("window.print = () => { document.title = 'printed'; }")
        if account is not None:
            context.add_cookies([_session(account, str(live_server))])
        if display:
            context.add_cookies([{"name": "display", "value": display, "url": str(live_server)}])
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on(
            "console",
            lambda said: faults.append(said.text) if "Content Security" in said.text else None,
        )
        page.goto(path)
        return page

    yield make
    for context in contexts:
        context.close()
    assert [] == faults


def _session(account: Account, address: str) -> dict[str, str]:
    client = Client()
    client.force_login(account)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}


def barriers(page: Page) -> list[str]:
    """What keeps people out of this page: findings of axe, each with the first place it was found at."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_AXE)
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def keeps_out(page: Page, *widths: int) -> list[str]:
    """Barriers of this page, and what runs over its edge, at each width of the window.

    The window is made narrower where it stands: what a wide page has unfolded stays in sight and is judged.
    """
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate("document.documentElement.scrollWidth") - width
        bad = barriers(page) + ([f"{over} px over the edge"] if over > 0 else [])
        found += [f"{width}: {one}" for one in bad]
    return found
