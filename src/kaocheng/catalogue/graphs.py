"""Directed graphs of names (先后关系): loops, layers, what is reached; for steps and for items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Graph = Mapping[str, Iterable[str]]
"""Each name with the names it waits for (前置)."""


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Every set of names that wait for one another, as one shortest round each, smallest name first.

    A name that waits for itself is a round of one.
    """
    found = []
    for knot in _knots(graph):
        first = min(knot)
        round_ = _round(graph, first, knot)
        if round_:
            found.append(round_)
    return tuple(sorted(found))


def layers(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The names by the longest way that leads to them; raises ValueError where there is a loop."""
    depth: dict[str, int] = {}
    waiting = {name: {w for w in waits if w in graph} for name, waits in graph.items()}
    while waiting:
        ready = [name for name, waits in waiting.items() if waits <= depth.keys()]
        if not ready:
            raise ValueError("、".join(sorted(waiting)))
        for name in ready:
            depth[name] = max((depth[w] + 1 for w in waiting[name]), default=0)
        for name in ready:
            del waiting[name]
    deepest = max(depth.values(), default=-1)
    return tuple(
        tuple(name for name in graph if depth[name] == level) for level in range(deepest + 1)
    )


def reached(graph: Graph, starts: Iterable[str]) -> frozenset[str]:
    """The starts and everything they wait for, directly or not."""
    todo, seen = list(starts), set()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += [other for other in graph.get(name, ()) if other in graph]
    return frozenset(seen)


def turned(graph: Graph) -> dict[str, list[str]]:
    """The same lines the other way round: each name with those that wait for it."""
    back: dict[str, list[str]] = {name: [] for name in graph}
    for name, waits in graph.items():
        for other in waits:
            if other in back:
                back[other].append(name)
    return back


def _knots(graph: Graph) -> Iterable[frozenset[str]]:
    """The strongly connected parts (Kosaraju), without recursion: a county has thousands of items."""
    back = turned(graph)
    seen: set[str] = set()
    for start in reversed(_finished(graph)):
        if start in seen:
            continue
        part, todo = set(), [start]
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                part.add(name)
                todo += back[name]
        yield frozenset(part)


def _finished(graph: Graph) -> list[str]:
    """The names in the order in which a depth-first walk leaves them."""
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        todo = [(start, False)]
        while todo:
            name, left = todo.pop()
            if left:
                order.append(name)
            elif name not in seen:
                seen.add(name)
                todo.append((name, True))
                todo += [(other, False) for other in graph[name] if other in graph]
    return order


def _round(graph: Graph, first: str, knot: frozenset[str]) -> tuple[str, ...]:
    """A shortest way from a name back to itself inside its knot; nothing when there is none."""
    ways: dict[str, tuple[str, ...]] = {first: (first,)}
    todo = [first]
    while todo:
        name = todo.pop(0)
        for other in graph[name]:
            if other == first:
                return ways[name]
            if other in knot and other not in ways:
                ways[other] = (*ways[name], other)
                todo.append(other)
    return ()
