"""Blank forms and samples: attached to a draft, open to everybody only once it is published."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.site.base.models import StoredFile
from kaocheng.site.catalogue.models import StoredItem
from kaocheng.site.catalogue.services import version_of
from kaocheng.site.catalogue.services.standing import draft_of
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import publish_ordinary
from tests.site.catalogue.pages.test_items import browser, press

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def send(client: Client, place: str, body: bytes = PNG, name: str = "样例.png") -> HttpResponse:
    """Upload a file to a place."""
    sent = {"place": place, "upload": SimpleUploadedFile(name, body)}
    return client.post(reverse("catalogue:files", args=["P001"]), sent)


def test_a_sample_is_open_once_it_is_published(desk: Desk, client: Client) -> None:
    """Before that only to those who keep the item; then the guide leads to it."""
    publish_ordinary(desk.county)
    desk.move("P001", "revise")
    department = browser(desk.filler)
    assert 302 == send(department, "materials-0-sample").status_code
    file = StoredFile.objects.get()
    draft = version_of(draft_of(StoredItem.objects.get(number="P001")))
    assert file.number == draft.materials[0].sample
    address = reverse("base:file", args=[file.number])
    assert 404 == client.get(address).status_code
    assert PNG == b"".join(department.get(address).streaming_content)
    press(department, "P001", "submit")
    press(browser(desk.manager), "P001", "publish", valid_from=timezone.localdate().isoformat())
    assert PNG == b"".join(client.get(address).streaming_content)
    assert address in client.get(reverse("catalogue:guide", args=["P001"])).content.decode()


def test_a_file_that_is_not_taken_is_told(desk: Desk) -> None:
    """Something else under a picture's name, or a place that is not there."""
    publish_ordinary(desk.county)
    desk.move("P001", "revise")
    department = browser(desk.filler)
    assert 200 == send(department, "materials-0-blank", b"MZ not a picture").status_code
    assert "place" in send(department, "fees-0-basis").context["form"].errors
    assert 0 == StoredFile.objects.count()
    assert 200 == department.get(reverse("catalogue:files", args=["P001"])).status_code
