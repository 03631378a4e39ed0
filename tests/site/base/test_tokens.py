"""Of a token only its digest is kept; codes on paper are read without mistakes."""

from __future__ import annotations

from kaocheng.site.base.tokens import digest_of, readable


def test_the_digest_is_sha256_of_the_token() -> None:
    """Changing it would turn every token given out so far into a stranger's."""
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == digest_of("abc")


def test_what_people_read_off_paper_has_no_look_alikes() -> None:
    """Neither 0 and O nor 1 and I; as long as it is asked to be."""
    codes = [readable(12) for _ in range(200)]
    assert {12} == {len(code) for code in codes}
    assert not set("01OI") & set("".join(codes))
