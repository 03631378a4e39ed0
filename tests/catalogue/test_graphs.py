"""Loops are found and named, layers keep the order; compared with slow, plain counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.graphs import layers, loops, reached, turned

names = st.sampled_from("abcdef")
graphs = st.dictionaries(names, st.lists(names, max_size=3, unique=True), max_size=6)


def _ways(graph: dict[str, list[str]], start: str) -> set[str]:
    """Everything a name waits for, by walking until nothing is new."""
    found: set[str] = set()
    while True:
        more = {o for n in found | {start} for o in graph.get(n, []) if o in graph} - found
        if not more:
            return found
        found |= more


@given(graphs)
def test_exactly_the_names_in_some_round_are_told(graph: dict[str, list[str]]) -> None:
    """Each knot once, by a real round through the lines of the graph."""
    knotted = {name for name in graph if name in _ways(graph, name)}
    found = loops(graph)
    for round_ in found:
        for one, other in zip(round_, (*round_[1:], round_[0]), strict=True):
            assert other in graph[one]
        assert set(round_) <= knotted
    parts = {
        frozenset(o for o in graph if o in _ways(graph, n) and n in _ways(graph, o))
        for n in knotted
    }
    assert len(parts) == len(found)


@given(graphs)
def test_layers_put_everybody_after_what_he_waits_for(graph: dict[str, list[str]]) -> None:
    """And each as early as can be; with a loop there are none."""
    if loops(graph):
        with pytest.raises(ValueError, match=r"[a-f]"):
            layers(graph)
        return
    depth = {name: level for level, layer in enumerate(layers(graph)) for name in layer}
    assert set(graph) == set(depth)
    for name, waits in graph.items():
        deepest = max((depth[w] for w in waits if w in graph), default=-1)
        assert deepest + 1 == depth[name]


@given(graphs, st.lists(names, max_size=2))
def test_reached_is_what_walking_reaches(graph: dict[str, list[str]], starts: list[str]) -> None:
    """The starts themselves included."""
    expected = set(starts) | {name for start in starts for name in _ways(graph, start)}
    assert expected == reached(graph, starts)


def test_turned_lines_point_back() -> None:
    """To names of the graph only."""
    assert {"a": ["b"], "b": []} == turned({"a": ["x"], "b": ["a"]})


def test_a_long_chain_needs_no_deep_stack() -> None:
    """Five thousand items in a row, and the same with a loop."""
    chain = {str(n): [str(n + 1)] for n in range(5000)}
    assert () == loops(chain)
    assert 5001 == len(layers({**chain, "5000": []}))
    assert 5000 == len(loops({**chain, "4999": ["0"]})[0])
