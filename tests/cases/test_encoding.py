"""A case as JSON and back: exact, small, and only what changed is written anew."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaocheng.cases.encoding import decode_case, encode_case, encode_changes
from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import SHANGHAI
from tests.cases.examples import PASSES
from tests.cases.walking import Walk

times = st.datetimes(datetime(2004, 1, 1), datetime(2030, 1, 1), timezones=st.just(SHANGHAI))  # noqa: DTZ001
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
st.register_type_strategy(datetime, times)
cases = st.builds(Case, county=texts, number=texts, item=texts, received_at=times)


@given(cases)
@settings(max_examples=60, deadline=None)
def test_any_case_comes_back_as_it_was(case: Case) -> None:
    """Through JSON text, whatever is in it."""
    assert case == decode_case(json.loads(json.dumps(encode_case(case))))


@pytest.mark.parametrize("key", list(PASSES))
def test_what_a_move_changed_is_written_anew(key: str) -> None:
    """Writing the changes gives what writing the whole gives."""
    example = PASSES[key]
    walk = example.make()
    before = walk.case
    walk.to(key, example.who, **example.given)
    assert encode_case(walk.case) == encode_changes(encode_case(before), before, walk.case)


def test_defaults_are_left_out() -> None:
    """A new case is a few lines, not fifty fields."""
    stored = encode_case(Walk().case)
    assert "extension" not in stored
    assert "legal" not in stored
    assert "entries" not in stored


def test_a_moment_is_kept_in_beijing_time() -> None:
    """Whatever zone it came in, it is the same moment."""
    at = datetime(2026, 3, 2, 1, 0, tzinfo=ZoneInfo("UTC"))
    stored = encode_case(Walk(at=at).case)
    assert "2026-03-02T09:00:00+08:00" == stored["received_at"]
    assert at == decode_case(stored).received_at


def test_a_word_nobody_knows_is_refused() -> None:
    """A state that is none, and a field that is none, are not read as something else."""
    stored = encode_case(Walk().case)
    with pytest.raises(ValueError, match="乱写"):
        decode_case({**stored, "state": "乱写"})
    with pytest.raises(TypeError, match="invented"):
        decode_case({**stored, "invented": 1})
