"""Square codes (二维码): an address as a picture for the telephone."""

from __future__ import annotations

import segno


def square_code(address: str) -> str:
    """The address as the source of an image (data:…)."""
    return str(segno.make(address, error="m").svg_data_uri(border=2, dark="#000", light="#fff"))
