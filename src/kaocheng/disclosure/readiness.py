"""Everything that is read once (备齐): the rulebook, the forms, and what rules look up in data."""

from __future__ import annotations

import gc
from collections.abc import Callable

from kaocheng.disclosure.between.links import links
from kaocheng.disclosure.compositions import compositions
from kaocheng.disclosure.concepts import concepts
from kaocheng.disclosure.identities import identities
from kaocheng.disclosure.profiles import kinds
from kaocheng.disclosure.registry import rulebook
from kaocheng.disclosure.signatures import signatures
from kaocheng.editions.codes import old_names
from kaocheng.editions.loading import forms
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.standards import national, scorecards

_LOADED: tuple[Callable[[], object], ...] = (
    rulebook,
    forms,
    signatures,
    kinds,
    concepts,
    links,
    identities,
    compositions,
    old_names,
    vocabulary,
    scorecards,
    national,
)


def prepare() -> None:
    """Load what checking any document needs, so that processes forked afterwards share it.

    For the start of a program; nothing depends on it having been called, but without it the first
    document pays for the loading. What is loaded stays as long as the process does, so the garbage
    collector is told not to look through it again with every document.
    """
    for load in _LOADED:
        load()
    gc.freeze()
