"""Templates: each is used, and none shows a name nobody gives it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import get_template

import kaocheng.site

SITE = Path(kaocheng.site.__file__).parent
TEMPLATES = sorted(SITE.glob("*/templates/**/*.*"))
# looked up by Django and allauth themselves
OF_OTHERS = ("account/", "mfa/", "usersessions/", "socialaccount/", "django/", "404", "500")


def _names() -> dict[str, Path]:
    return {path.as_posix().partition("/templates/")[2]: path for path in TEMPLATES}


def test_an_undefined_name_is_an_error_here() -> None:
    """Whatever the filters; a test of it with `if` is none."""
    with pytest.raises(AssertionError, match="nobody"):
        Template("{{ nobody|default:'x' }}").render(Context())
    assert "" == Template("{% if nobody %}x{% endif %}").render(Context())


def test_every_template_is_used() -> None:
    """Named by a page, by a tag or by another template; what nobody names is gone."""
    sources = [*SITE.rglob("*.py"), *TEMPLATES]
    said = "\n".join(path.read_text("utf-8") for path in sources)
    unused = [
        name
        for name in _names()
        if not name.startswith(OF_OTHERS) and not re.search(rf"[\"']{re.escape(name)}[\"']", said)
    ]
    assert [] == unused


@pytest.mark.parametrize("name", sorted(_names()))
def test_every_template_can_be_read(name: str) -> None:
    """No unknown tag, no block left open; ours, not one of allauth's with the same name."""
    if name.endswith((".html", ".txt")):
        assert str(_names()[name]) == get_template(name).origin.name


def test_nothing_is_refused_by_the_content_policy() -> None:
    """No script, style or handler inside a page: the browser would not run it."""
    inline = re.compile(
        r"<script(?![^>]*\b(src|type=\"application/json\"))|\sstyle=|\son[a-z]+=|<style|javascript:"
    )
    found = {
        name: match[0]
        for name, path in _names().items()
        if (match := inline.search(path.read_text("utf-8")))
    }
    assert {} == found
