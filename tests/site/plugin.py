"""What the site's tests need before Django is set up: the option --store and a store of their own."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

SERVER = ("127.0.0.1", 5432)
SILENT = "No PostgreSQL server answers on 127.0.0.1:5432; the tests on PostgreSQL were not run."


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store=postgresql` runs the site's tests on the server of this machine."""
    parser.addoption(
        "--store",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="database of the site's tests: sqlite (default), or the PostgreSQL server of this machine",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Choose the store in the environment, before the settings read it."""
    _make_store(postgresql=early_config.known_args_namespace.store == "postgresql")
    return (yield)


def _make_store(*, postgresql: bool) -> None:
    if "KAOCHENG_TEST_RUN" in os.environ:  # a worker of a run shares its environment
        return
    store = tempfile.mkdtemp(prefix="kaocheng-tests-")
    (Path(store) / "static").mkdir()
    atexit.register(shutil.rmtree, store, ignore_errors=True)
    os.environ["KAOCHENG_TEST_RUN"] = str(os.getpid())
    os.environ["KAOCHENG_STORE"] = store
    os.environ.pop("KAOCHENG_DATABASE_URL", None)
    if postgresql and answers():
        os.environ["KAOCHENG_DATABASE_URL"] = "postgresql://postgres@127.0.0.1:5432/postgres"


def answers() -> bool:
    """Whether a server listens where PostgreSQL would."""
    try:
        with socket.create_connection(SERVER, timeout=2):
            return True
    except OSError:
        return False


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches the database is run; where no server answers, nothing, and said so."""
    if config.getoption("--store") != "postgresql":
        return
    others = [item for item in items if not _touches_database(item)]
    items[:] = [item for item in items if _touches_database(item)]
    config.hook.pytest_deselected(items=others)
    if not answers():
        for item in items:
            item.add_marker(pytest.mark.skip(reason=SILENT))


def _touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"})
