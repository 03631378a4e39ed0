"""Editions and their forms."""

from __future__ import annotations

import pytest

from kaocheng.editions.loading import Edition, edition, editions, forms, kind_titled

EDITIONS = editions()


@pytest.mark.parametrize("one", EDITIONS, ids=lambda one: one.key)
def test_every_table_of_a_set_has_its_form(one: Edition) -> None:
    """No document can promise a table nobody described."""
    assert [] == [kind for kinds in one.sets.values() for kind in kinds if kind not in one.forms]


@pytest.mark.parametrize("one", EDITIONS, ids=lambda one: one.key)
def test_columns_and_rows_of_a_form_have_names_of_their_own(one: Edition) -> None:
    """On each side; every form tells where it comes from."""
    for form in one.forms.values():
        columns = [(column.side, column.name) for column in form.columns]
        rows = [(row.side, row.name) for row in form.rows]
        assert len(set(columns)) == len(columns), form.kind
        assert len(set(rows)) == len(rows), form.kind
        assert form.basis


def test_an_heir_keeps_what_it_does_not_change() -> None:
    """Yunnan renames one table of the common set and replaces the columns of another."""
    heir, parent = edition("yunnan_2020"), edition("national")
    assert heir.forms["income"] == parent.forms["income"]
    assert heir.forms["appropriation"].columns == parent.forms["appropriation"].columns
    assert 13 == len(heir.forms["general_public"].columns)


@pytest.mark.parametrize(
    ("key", "count"), [("yunnan_2020", 9), ("sichuan_2023", 13), ("shanghai_2024", 9)]
)
def test_the_final_accounts_have_as_many_tables_as_the_province_publishes(
    key: str, count: int
) -> None:
    """Nine in Yunnan and Shanghai, thirteen in Sichuan."""
    assert count == len(edition(key).sets["部门决算公开"])


def test_columns_from_general_knowledge_are_marked() -> None:
    """Sichuan's detailed tables were never seen."""
    assert False is edition("sichuan_2023").forms["appropriation_detail"].confirmed


def test_a_title_has_one_kind() -> None:
    """Two kinds under one title could not be told apart."""
    kinds: dict[str, set[str]] = {}
    for form in forms():
        for title in form.titles:
            kinds.setdefault(title, set()).add(form.kind)
    assert {} == {title: found for title, found in kinds.items() if len(found) > 1}
    assert "income" == kind_titled("收入决算表")


def test_an_unknown_edition_is_refused() -> None:
    """By the name of its folder."""
    with pytest.raises(FileNotFoundError):
        edition("atlantis_2020")
