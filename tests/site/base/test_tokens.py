"""Of a token only its digest is kept."""

from __future__ import annotations

from kaocheng.site.base.tokens import digest_of


def test_the_digest_is_sha256_of_the_token() -> None:
    """Changing it would turn every token given out so far into a stranger's."""
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == digest_of("abc")
