"""The way of a version's steps (办理流程): as a graph, and how long its longest way takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kaocheng.catalogue.graphs import layers, loops
from kaocheng.catalogue.records import ItemVersion, Stage, Step
from kaocheng.kernel.clocks import Span

COUNTED = (Stage.REVIEW, Stage.DECIDE)
"""The stages the promised limit covers: it runs from acceptance to decision."""
ORDER = tuple(Stage)


def graph(steps: Iterable[Step]) -> Mapping[str, tuple[str, ...]]:
    """Each step's key with the keys it waits for."""
    return {step.key: step.after for step in steps}


def taken(version: ItemVersion, given: Collection[str]) -> tuple[Step, ...]:
    """The steps taken where these answers hold (所走环节), each waiting only for others that are taken.

    What waits for a step that is left out waits for what that one waits for. `given` are the answers that count
    (`situations.valid_answers`); the steps must be sound.
    """
    steps = {step.key: step for step in version.steps}
    kept = {
        key for key, step in steps.items() if not step.when or not set(given).isdisjoint(step.when)
    }

    def before(step: Step) -> Iterator[str]:
        for key in step.after:
            if key in kept:
                yield key
            elif key in steps:
                yield from before(steps[key])

    return tuple(
        replace(step, after=tuple(dict.fromkeys(before(step))))
        for step in version.steps
        if step.key in kept
    )


def is_sound(version: ItemVersion) -> bool:
    """Whether the steps can be walked at all: keys unique, known and free of loops."""
    keys = [step.key for step in version.steps]
    known = all(key in keys for step in version.steps for key in step.after)
    return known and len(keys) == len(set(keys)) and not loops(graph(version.steps))


def longest(version: ItemVersion) -> int | None:
    """Working days from acceptance to decision on the longest way; None where a step has none.

    Steps side by side count once, by the slower one.
    """
    if not is_sound(version):
        return None
    steps = {step.key: step for step in version.steps}
    until: dict[str, int] = {}
    for layer in layers(graph(version.steps)):
        for key in layer:
            own = _own(steps[key])
            if own is None:
                return None
            until[key] = own + max((until[before] for before in steps[key].after), default=0)
    return max(until.values(), default=None)


def _own(step: Step) -> int | None:
    if step.stage not in COUNTED:
        return 0
    if step.budget is None or step.budget.span is not Span.WORKDAY:
        return None
    return step.budget.amount
