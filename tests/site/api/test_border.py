"""Around the API: JSON out whatever happens, limits, hostile input on its way in."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from kaocheng.site.api.middleware import BODY_MOST
from kaocheng.site.api.problems import status_of
from kaocheng.site.audit.models import StoredRefusal
from tests.site.api.conftest import BASE, Caller
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db
APPLICATION = {"task_code": "P001", "situations": ["owned"], "is_true": True}


def _problem(answer: object, *statuses: int) -> dict[str, object]:
    """What every refusal is: JSON with a code, a sentence, a remedy."""
    assert answer.status_code in statuses, (answer.status_code, answer.content[:300])
    assert answer["Content-Type"].startswith("application/json")
    told = json.loads(answer.content)
    assert {"code", "message", "remedy", "fields"} == set(told)
    assert all(
        "\u4e00" <= told[name][0] <= "\u9fff" or "“" == told[name][0] for name in ("message",)
    )
    return told


BODIES = {
    "not json": (400, b"{"),
    "nothing": (422, b""),
    "a list": (422, b"[]"),
    "a number": (422, b"1"),
    "not utf-8": (400, b'{"task_code": "\xff"}'),
    "nul in a value": (400, json.dumps({"task_code": "P\x00"}).encode()),
    "nul in a name": (400, json.dumps({"P\x00": 1}).encode()),
    "half a character": (400, b'{"task_code": "\\ud800"}'),
    "not a number": (400, b'{"task_code": NaN}'),
    "deep": (400, b'{"a":' * 17 + b"1" + b"}" * 17),
    "very deep": (400, b"[" * 100_000),
    "a long number": (400, b'{"task_code": ' + b"9" * 5000 + b"}"),
    "a large number": (422, b'{"task_code": ' + b"9" * 400 + b"}"),
    "infinity": (422, b'{"task_code": 1e999}'),
}


@pytest.mark.parametrize("what", BODIES)
def test_what_cannot_be_read_is_refused_with_a_sentence(citizen: Caller, what: str) -> None:
    """Whatever the bytes are."""
    status, body = BODIES[what]
    _problem(citizen.client.post(
        f"{BASE}/cases", body, content_type="application/json",
        HTTP_IDEMPOTENCY_KEY="key-0000", **citizen.headers(),
    ), status)  # fmt: skip


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", ""])
def test_another_content_type_is_refused(citizen: Caller, kind: str) -> None:
    """415; a form that is none, 400."""
    answer = citizen.post("/cases", json.dumps(APPLICATION), content_type=kind)
    _problem(answer, 415)


def test_a_torn_upload_is_refused(citizen: Caller) -> None:
    """A form without a boundary, without a file, with a text file under a picture's name."""
    torn = citizen.post("/files", b"--x", content_type="multipart/form-data; boundary=")
    _problem(torn, 400, 422)
    _problem(citizen.post("/files", {}), 422)
    _problem(citizen.send("a.png", b"<script>"), 422)
    _problem(citizen.send("a\x00b.exe", b"MZ" * 50), 422)


def test_too_much_is_refused_before_it_is_read(citizen: Caller) -> None:
    """A body over the limit, and a length of 2 GiB of which nothing is sent."""
    body = b" " * (BODY_MOST + 1)
    _problem(citizen.post("/cases", body), 413)
    claimed = citizen.post("/cases", APPLICATION, CONTENT_LENGTH=str(2 << 30))
    _problem(claimed, 413)
    form = citizen.post("/files", b"", content_type="multipart/form-data; boundary=x",
                        CONTENT_LENGTH=str(2 << 30))  # fmt: skip
    _problem(form, 413)


@pytest.mark.parametrize("path", ["/nothing", "/cases/x/y", "/", "/items/", "/../cases", "/%FF"])
def test_an_unknown_address_is_told_in_json(stranger: Caller, path: str) -> None:
    """404, never a page."""
    _problem(stranger.get(path), 404, 401)


@pytest.mark.parametrize(
    "path", ["/items/a%00b", "/codes/%00", "/items?q=%00", "/items?cursor=a%00"]
)
def test_a_nul_in_an_address_is_refused(stranger: Caller, path: str) -> None:
    """Before any store sees it."""
    _problem(stranger.client.get(BASE + path), 400)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "head", "trace"])
def test_an_unknown_method_is_refused(stranger: Caller, method: str) -> None:
    """405 with the methods there are."""
    answer = getattr(stranger.client, method)(f"{BASE}/items")
    assert (405, "GET") == (answer.status_code, answer["Allow"])
    assert method == "head" or _problem(answer, 405)


def test_a_number_out_of_range_is_refused(citizen: Caller, desk: Desk) -> None:
    """In the query and in a body."""
    for limit in ("0", "101", "-1", "9" * 100, "x", "1.5", "", "٣٣٣"):
        _problem(citizen.get("/cases", limit=limit), 422)
    row = desk.open()
    for serial in (-1, 2**31, 10**30, "1", 1.5, True, None):
        _problem(citizen.post(f"/cases/{row.number}/moves/urge", {"data_version": serial}), 422)


@pytest.mark.parametrize("key", ["", "short", "x" * 81, "with blank", "非可见字符八个以上"])
def test_a_creating_call_needs_a_key(citizen: Caller, key: str) -> None:
    """422 that names the header."""
    told = _problem(citizen.post("/cases", APPLICATION, HTTP_IDEMPOTENCY_KEY=key), 422)
    assert "Idempotency-Key" == told["fields"][0]["field"]


def test_a_cookie_means_nothing_here(client: Client, desk: Desk) -> None:
    """A browser that is signed in is a stranger to the API, so no other site can make it call."""
    client.force_login(desk.citizen)
    _problem(client.get(f"{BASE}/cases"), 401)
    assert 200 == client.get("/my/").status_code


def test_a_forged_token_is_refused_and_logged(desk: Desk) -> None:
    """401 with the way to sign in; after many tries of an address only turned away."""
    before = StoredRefusal.objects.count()
    for token in ("kc-made-up", "x" * 5000, "", "Bearer"):
        answer = Caller(token).client.get(f"{BASE}/cases", HTTP_AUTHORIZATION=f"Bearer {token}")
        _problem(answer, 401)
        assert "Bearer" == answer["WWW-Authenticate"]
    assert before + 4 == StoredRefusal.objects.count()


def test_tries_of_forged_tokens_end(stranger: Caller, desk: Desk, settings: object) -> None:
    """429, and no more rows in the log."""
    settings.API_PER_MINUTE = 2
    got = [Caller("kc-x").get("/cases").status_code for _ in range(4)]
    assert [401, 401, 429, 429] == got
    assert 2 == StoredRefusal.objects.count()


def test_strangers_are_limited_by_address(stranger: Caller, settings: object) -> None:
    """429 with the time to wait; another address goes on."""
    settings.API_PER_MINUTE = 2
    assert [200, 200] == [stranger.get("/codes").status_code for _ in range(2)]
    last = stranger.get("/codes")
    _problem(last, 429)
    assert "60" == last["Retry-After"]
    assert 200 == stranger.client.get(f"{BASE}/codes", REMOTE_ADDR="192.0.2.7").status_code


def test_behind_a_proxy_the_address_is_the_one_it_saw(stranger: Caller, settings: object) -> None:
    """Its last word counts; what a caller adds before it does not."""
    settings.API_PER_MINUTE, settings.BEHIND_PROXY = 1, True
    seen = ["192.0.2.1, 192.0.2.9", "192.0.2.2, 192.0.2.9", "192.0.2.9, 192.0.2.3"]
    got = [
        stranger.client.get(f"{BASE}/codes", HTTP_X_FORWARDED_FOR=one).status_code for one in seen
    ]
    assert [200, 429, 200] == got


def test_a_token_is_limited_by_itself(citizen: Caller, settings: object) -> None:
    """The pace of a token is its own."""
    settings.API_TOKEN_PER_MINUTE = 1
    assert 200 == citizen.get("/cases").status_code
    often = citizen.get("/cases")
    _problem(often, 429)
    assert "60" == often["Retry-After"]


def test_a_breakdown_is_told_in_json(citizen: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should there be one: 500 with a sentence, and nothing of the inside."""

    def broken(**_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("kaocheng.site.api.routes.catalogue.version_in_force", broken)
    answer = citizen.get("/items/P001")
    assert "inside" not in json.dumps(_problem(answer, 500))


def test_a_strange_host_is_told_in_json(stranger: Caller) -> None:
    """400, as the framework refuses it before us."""
    _problem(stranger.client.get(f"{BASE}/codes", HTTP_HOST="elsewhere.example"), 400)


def test_pages_are_left_alone(client: Client, desk: Desk) -> None:
    """Outside the prefix an error stays a page."""
    assert client.get("/api/nothing/")["Content-Type"].startswith("text/html")


def test_statuses_by_code_and_by_ending() -> None:
    """The code counts before its ending; what is not listed is a conflict."""
    codes = ["api.scope", "case.role", "case.none", "file.size", "case.field", "case.state", "x"]
    assert [403, 403, 404, 413, 422, 409, 409] == [status_of(code) for code in codes]
