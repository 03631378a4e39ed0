"""Square codes (二维码): an address as a picture for the telephone."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def square_code(address: str) -> str:
    """The address as the source of an image (data:…)."""
    return str(segno.make(address, error="m").svg_data_uri(border=2, dark="#000", light="#fff"))


def outside_address(request: HttpRequest, name: str, *args: str) -> str:
    """The address of a page as a telephone outside reaches it (公网网址).

    A kiosk may know the site under an inner name, so the public address of the settings goes before.
    """
    path = reverse(name, args=args)
    return (
        f"{settings.PUBLIC_ADDRESS.rstrip('/')}{path}"
        if settings.PUBLIC_ADDRESS
        else request.build_absolute_uri(path)
    )
