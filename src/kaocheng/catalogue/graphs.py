"""Directed graphs of names (先后关系): loops, layers, what is reached; for steps and for items."""

from __future__ import annotations

from collections import deque
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
    missing = {name: len({w for w in waits if w in graph}) for name, waits in graph.items()}
    followed = turned(graph)
    depth = {name: 0 for name, count in missing.items() if not count}
    ready = deque(depth)
    while ready:
        name = ready.popleft()
        for other in set(followed[name]):
            missing[other] -= 1
            if not missing[other]:
                depth[other] = depth[name] + 1  # the last one waited for is the deepest
                ready.append(other)
    if len(depth) < len(missing):
        raise ValueError("、".join(sorted(missing.keys() - depth.keys())))
    found: dict[int, list[str]] = {}
    for name in graph:
        found.setdefault(depth[name], []).append(name)
    return tuple(tuple(found[level]) for level in sorted(found))


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
    came: dict[str, str] = {}
    todo = deque([first])
    while todo:
        name = todo.popleft()
        for other in graph[name]:
            if other == first:
                return _back(came, name, first)
            if other in knot and other not in came:
                came[other] = name
                todo.append(other)
    return ()


def _back(came: Mapping[str, str], last: str, first: str) -> tuple[str, ...]:
    """The way from the first name to the last."""
    way = [last]
    while way[-1] != first:
        way.append(came[way[-1]])
    return tuple(reversed(way))
