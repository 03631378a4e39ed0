"""The OpenAPI document as text: `python -m tests.site.api.golden` prints it (make golden writes it)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import django
from django.apps import apps
from django.utils.module_loading import import_string

GOLDEN = Path(__file__).parents[2] / "golden" / "openapi.json"


def document() -> str:
    """The document, its keys in order, so that only a change changes it."""
    api = import_string("kaocheng.site.api.interface.api")
    told = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
    if not apps.ready:
        django.setup()
    print(document(), end="")  # noqa: T201
