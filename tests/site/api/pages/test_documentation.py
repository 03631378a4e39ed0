"""The documentation: every operation, readable, from our own server alone."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from kaocheng.site.api.document import parts_of
from kaocheng.site.api.interface import api

pytestmark = pytest.mark.django_db
DOCUMENT = api.get_openapi_schema(path_prefix="/api/v1/")


def test_every_operation_is_on_the_page(client: Client) -> None:
    """With its address, its fields and who may call it; nothing comes from elsewhere."""
    page = client.get(reverse("api:documentation"))
    assert 200 == page.status_code
    for path, methods in DOCUMENT["paths"].items():
        for method, told in methods.items():
            assert f"{method.upper()} {path}" in page.text
            assert told["summary"] in page.text
    assert [] == re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert "materials[].material_code" in page.text


def test_every_part_is_described() -> None:
    """No operation without its Chinese title and words, no field without its own."""
    bare = []
    for part in parts_of(DOCUMENT):
        for one in part.operations:
            rows = [*one.parameters, *one.body, *one.answer]
            bare += [f"{one.key} {row.path}" for row in rows if not row.about or "值" == row.kind]
            assert one.about
            assert one.answer
    assert [] == bare


def test_the_document_is_served(client: Client) -> None:
    """As JSON, to anybody."""
    answer = client.get(reverse("api:v1:openapi-json"))
    assert (200, "3.1.0") == (answer.status_code, answer.json()["openapi"])
