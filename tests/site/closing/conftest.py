"""Fixtures of the tests of what follows a case: the same small hall, and browsers of its people."""

from tests.site.desk.conftest import browser, desk

__all__ = ["browser", "desk"]
