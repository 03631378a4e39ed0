"""The OpenAPI document as it was agreed: a change of the API is a change of this file, and read."""

from __future__ import annotations

import json

from tests.site.api.golden import GOLDEN, document


def test_the_api_is_what_was_agreed() -> None:
    """`make golden` writes the file anew where the change is meant."""
    assert json.loads(GOLDEN.read_text("utf-8")) == json.loads(document())
