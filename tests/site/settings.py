"""Settings of the tests: those of the site, with a cheap password hash and a loud template."""

from __future__ import annotations

import os
from copy import deepcopy

from kaocheng.site import settings as site
from kaocheng.site.settings import *  # noqa: F403  # the way Django wants settings to be varied

SECRET_KEY = "only-for-tests-" * 4
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# two runs at once on one machine do not meet in one database
_run = os.environ["KAOCHENG_TEST_RUN"]
DATABASES = deepcopy(site.DATABASES)
DATABASES["default"]["TEST"] = {"NAME": f"kaocheng_test_{_run}"}
if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    DATABASES["default"]["TEST"] = {"NAME": str(site.STORE / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
# no collected files, and no second factor unless a test asks for it
STORAGES = {
    **site.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MFA_ROLES = []


class Undefined(str):
    """What a template shows for a name nobody gave it: here, an error that says which."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        """Django asks whether there is a place for the name."""
        return part == "%s"

    def __mod__(self, name: object) -> str:
        """Django puts the name in: the moment to object."""
        raise AssertionError(f"the template shows {name}, which nothing gives it")


TEMPLATES = deepcopy(site.TEMPLATES)
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined("undefined")
