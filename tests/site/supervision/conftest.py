"""Fixtures of the tests of supervision: the small hall of the cases, and browsers of its people."""

from tests.site.desk.conftest import browser, desk

__all__ = ["browser", "desk"]
