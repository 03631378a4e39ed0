"""Texts as hostile as a document may bring them."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "</style></script><!--",
            "=HYPERLINK(1)",
            "\x1b[2J\x00\u202e",
            "a|b`c`\n# d\u2028e",
            "\ud800",
            "]]>&amp;&#x3c;",
        ]
    ),
)
