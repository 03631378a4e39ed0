"""Purposes of files (用途): each app says for its own files what is taken and who may open them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kaocheng.site.base.files.kinds import Kind

if TYPE_CHECKING:
    from kaocheng.site.base.models import StoredFile

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is for (用途): key, title, who may open it, kinds taken, most bytes.

    `may_open(file, account)` is asked at each opening; `account` may be anonymous. It answers from
    the thing that owns the file (the case, the item, the paper), never from the file alone. `note(file, account)`
    is told of each opening, for files that hold personal data. `refers(county, files)` gives the numbers of those
    that something still refers to; what nothing does is swept after a while (see `sweeping`).
    """

    key: str
    title: str
    may_open: Callable[[StoredFile, Any], bool]
    kinds: frozenset[Kind] = field(default=frozenset(Kind))
    most: int = 20 * MIB
    note: Callable[[StoredFile, Any], None] | None = None
    refers: Callable[[str, Sequence[StoredFile]], set[str]] | None = None


_PURPOSES: dict[str, Purpose] = {}


def register(purpose: Purpose) -> None:
    """Make a purpose known; called once by the app whose files they are, when the site starts."""
    known = _PURPOSES.setdefault(purpose.key, purpose)
    if known is not purpose:
        raise ValueError(f"two purposes of files are called {purpose.key}")


def purpose_of(key: str) -> Purpose:
    """A purpose by its key; raises KeyError for one nobody registered."""
    return _PURPOSES[key]
