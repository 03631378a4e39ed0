"""Guards (前提), named in moves.toml: each looks at an attempt and says why it may not be, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.guards import (
    authority,
    confirming,
    deciding,
    deferred,
    examining,
    intake,
    noticing,
    renewing,
    serving,
    waiting,
)
from kaocheng.kernel.refusing import Refusal

Guard = Callable[[Attempt], Refusal | None]


def _guards_of(module: ModuleType) -> dict[str, Guard]:
    """The public functions a module itself defines."""
    return {
        name: thing
        for name, thing in vars(module).items()
        if getattr(thing, "__module__", "") == module.__name__ and not name.startswith("_")
    }


GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        name: guard
        for module in (
            authority,
            noticing,
            intake,
            confirming,
            examining,
            waiting,
            deferred,
            deciding,
            renewing,
            serving,
        )
        for name, guard in _guards_of(module).items()
    }
)
"""Every guard by its name."""
