"""A real browser against a real server, where there is a Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kaocheng.site.accounts.models import Account

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the tests are skipped where none is installed."""
    if not CHROMIUM:
        pytest.skip("No Chromium is installed; the tests in the browser were not run.")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as player:
        # the browser's driver keeps a loop in this thread, which makes Django think it is asynchronous
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        found = player.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, live_server: object, emptied_store: None) -> Iterator[OpenPage]:
    """Open a page of a size, signed in as an account if one is given; any fault of a script fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(path: str, *, width: int, height: int, account: Account | None = None) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="Asia/Shanghai",
            base_url=str(live_server),
        )  # fmt: skip
        contexts.append(context)
        context.add_init_script("window.print = () => { document.title = 'printed'; }")
        if account is not None:
            context.add_cookies([_session(account, str(live_server))])
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
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


@pytest.fixture
def now() -> datetime:
    """The time in the browser is the real one; the hall of these tests has no hours."""
    return datetime.now(UTC)
