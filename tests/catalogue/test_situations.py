"""Answers select materials: what nobody asked for is always needed, a follow-up only after its cause."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.records import Material, Situation
from kaocheng.catalogue.situations import (
    needed_materials,
    open_questions,
    questions,
    valid_answers,
)
from tests.catalogue.versions import ordinary

TREE = ordinary(
    materials=tuple(Material(key, key) for key in ("form", "deed", "lease", "consent")),
    situations=(
        Situation("owned", "场所？", "自有", ("deed",)),
        Situation("rented", "场所？", "租赁", ("lease",)),
        Situation("shared", "是否转租？", "是", ("consent",), when=("rented",)),
        Situation("direct", "是否转租？", "否", when=("rented",)),
    ),
)
keys = st.sets(st.sampled_from(["owned", "rented", "shared", "direct", "unknown"]))


def test_each_answer_brings_its_own() -> None:
    """In the order of the list, whatever the order of the answers."""
    listed = [m.key for m in needed_materials(TREE, ["shared", "rented"])]
    assert ["form", "lease", "consent"] == listed
    assert ["form", "deed"] == [m.key for m in needed_materials(TREE, ["owned"])]
    assert ["form"] == [m.key for m in needed_materials(TREE, [])]


def test_a_follow_up_is_asked_after_its_cause_only() -> None:
    """And an answer to it counts only then."""
    assert ["场所？"] == [q.text for q in questions(TREE)]
    assert ["是否转租？"] == [q.text for q in open_questions(TREE, ["rented"])]
    assert [] == list(open_questions(TREE, ["rented", "direct"]))
    assert {"owned"} == valid_answers(TREE, ["owned", "shared"])
    assert ["form", "deed"] == [m.key for m in needed_materials(TREE, ["owned", "shared"])]


@given(keys)
def test_one_answer_a_question_counts_and_materials_only_grow(chosen: set[str]) -> None:
    """Nothing unknown counts; without answers the list is shortest."""
    given_answers = valid_answers(TREE, chosen)
    asked = [s.question for s in TREE.situations if s.key in given_answers]
    assert len(asked) == len(set(asked))
    assert given_answers <= chosen
    few, many = (set(needed_materials(TREE, some)) for some in ((), chosen))
    assert few <= many <= set(TREE.materials)


def test_an_item_without_questions_needs_all_its_materials() -> None:
    """Nothing to ask, nothing to leave out."""
    version = ordinary(situations=())
    assert () == questions(version)
    assert version.materials == needed_materials(version, ["owned"])
