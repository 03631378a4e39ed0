"""Lists of cases speak the words of the catalogue."""

from __future__ import annotations

from kaocheng.cases.lists import special_kinds
from kaocheng.catalogue.codes import code_list


def test_every_special_procedure_an_item_may_name_is_known_to_cases() -> None:
    """One thing, one name: what may stand in an implementing list can be begun in a case."""
    assert set() == set(code_list("special").names) - set(special_kinds())
