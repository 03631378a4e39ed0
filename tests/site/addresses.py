"""All addresses of the site, each with a way to fill its parameters (for the generated tests)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter

UNMADE = {
    "v1": "made by the API's router, which asks for the role itself (tests/site/api)",
}
"""Name spaces whose addresses are not made by `page()`, and why."""
_NOBODYS = {IntConverter: 0, UUIDConverter: "00000000-0000-0000-0000-000000000000"}
"""Values no object has."""


@dataclass(frozen=True, slots=True)
class Address:
    """One pattern of the URLconf: its full name, its view, the parameters it wants."""

    name: str
    view: Any
    parameters: tuple[tuple[str, Any], ...]

    @property
    def made(self) -> bool:
        """Whether `page()` has made it."""
        return hasattr(self.view, "may")

    def url(self) -> str:
        """An address of this pattern, for an object that does not exist where it wants one."""
        return reverse(self.name, kwargs=dict(self.parameters))


def all_addresses() -> list[Address]:
    """Every pattern that is not in a name space of `UNMADE`."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: Sequence[URLPattern | URLResolver], prefix: str) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace not in UNMADE:
                space = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from _walk(pattern.url_patterns, prefix + space)
        else:
            wanted = tuple(
                (name, _NOBODYS.get(type(converter), "0"))
                for name, converter in pattern.pattern.converters.items()
            )
            yield Address(f"{prefix}{pattern.name}", pattern.callback, wanted)
