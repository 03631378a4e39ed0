"""Fuzzing from our own document: no breakdown, and every answer is one the document announces.

Alone: `pytest -m fuzz`. The examples are the same in every run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from kaocheng.site.cases.models import StoredCase
from kaocheng.site.feedback.services import token_of
from kaocheng.site.hall.services import take_ticket
from tests.site.api.conftest import Caller
from tests.site.cases.people import Desk
from tests.site.feedback.factory import Feedback
from tests.site.hall.conftest import Clock, clock
from tests.site.hall.halls import HALL, make_hall

__all__ = ["clock"]
pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]
EXAMPLES, EDGES, _FIRST_ERROR = 10, 50, 400
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
_CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
)  # fmt: skip


@dataclass
class Known:
    """Numbers of things that exist, so that half of the calls go further than 404; and what was answered."""

    values: dict[str, Any]
    materials: list[dict[str, Any]]
    answered: Counter[tuple[str, int]] = field(default_factory=Counter)
    turn: Any = field(default_factory=lambda: cycle([True, False]))
    keys: Any = field(default_factory=lambda: count(1))

    def put_into(self, case: Any) -> bool:
        """Every other time put what exists into the address, the query and the body, under a new key."""
        if not next(self.turn):
            return False
        if case.operation.definition.raw["operationId"] == "move":  # a move as it should be
            case.body = {"data_version": 0, "reason": "请尽快"}
        if case.operation.definition.raw["operationId"] == "apply" and isinstance(case.body, dict):
            case.body |= {"is_true": True, "apply_again": True, "materials": self.materials}
            for name in ("original_no", "original_end_date"):  # of a renewal, which this is not
                case.body.pop(name, None)
        for place in (case.path_parameters, case.query, case.body):
            if isinstance(place, dict):
                for name in place.keys() & self.values.keys():
                    value = self.values[name]
                    place[name] = value() if callable(value) else value
        if "Idempotency-Key" in (case.headers or {}):
            case.headers["Idempotency-Key"] = f"fuzz-{next(self.keys):08}"
        return True


@pytest.fixture
def known(desk: Desk, account_of: Any, clock: Clock, citizen: Caller) -> Known:
    """A case, a ticket, an invitation, an item."""
    row, at = desk.open(), timezone.now()
    feedback = Feedback(desk.county, account_of)
    make_hall(desk.county)
    ticket = take_ticket(county=desk.county, hall=HALL, group="A", by="device:K1", at=at)
    return Known({
        "project_no": row.number, "query_code": row.code, "task_code": "P001", "move": "urge",
        "hall_code": HALL, "business_code": "A", "ticket_code": ticket.code, "key": "kind",
        "evaluate_token": token_of(feedback.invite(at=at)), "situations": ["owned"],
        "data_version": lambda: StoredCase.objects.get(pk=row.pk).serial,
    }, [{"material_code": "form", "file_code": citizen.send().json()["file_code"]}])  # fmt: skip


@pytest.fixture
def described(known: Known, settings: Any) -> Iterator[Any]:
    """The API as its own document describes it, without limits of how often.

    Its requests leave the connection of the test alone, as those of Django's own client do.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    settings.API_PER_MINUTE = settings.API_TOKEN_PER_MINUTE = 10**9
    generation = GenerationConfig(
        deterministic=True, with_security_parameters=False, max_examples=EXAMPLES
    )
    config = SchemathesisConfig(
        projects=ProjectsConfig(default=ProjectConfig(generation=generation))
    )
    yield schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", get_wsgi_application(), config=config
    )
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@dataclass
class Fuzz:
    """Sends cases with the token of an applicant and holds every answer against the document."""

    citizen: Caller
    known: Known

    def send(self, case: Any) -> None:
        """One call; a value put in by us may make a wrong case right, so that is then not judged."""
        touched = self.known.put_into(case)
        answer = case.call(headers={"Authorization": f"Bearer {self.citizen.token}"})
        self.known.answered[case.operation.label, answer.status_code] += 1
        checks = _CHECKS if touched else (*_CHECKS, negative_data_rejection)
        case.validate_response(answer, checks=list(checks))

    def limits(self, operation: Any) -> None:
        """Every edge of every field, right and wrong."""
        made = operation.schema.iter_coverage_cases(
            operation, generation_modes=MODES, generation_config=GenerationConfig()
        )
        for case in islice(made, EDGES):
            self.send(case)

    def random(self, operation: Any, mode: GenerationMode) -> None:
        """The same examples in every run."""
        wanted = settings(
            max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        )  # fmt: skip
        wanted(given(case=operation.as_strategy(generation_mode=mode))(self.send_named))()

    @property
    def send_named(self) -> Any:
        """`send` as hypothesis wants it: a function of `case` alone."""

        def sent(case: Any) -> None:
            self.send(case)

        return sent


def test_every_answer_is_one_the_document_announces(
    described: Any, citizen: Caller, known: Known
) -> None:
    """Whatever is sent, by somebody who may call everything an applicant may; some of it succeeds."""
    fuzz = Fuzz(citizen, known)
    for found in described.get_all_operations():
        operation = found.ok()
        fuzz.limits(operation)
        takes = [*operation.path_parameters, *operation.query, *operation.headers, *operation.body]
        for mode in MODES if takes else MODES[:1]:  # where nothing is taken, nothing can be wrong
            fuzz.random(operation, mode)
    labels = {label for label, _ in known.answered}
    assert labels == {label for label, status in known.answered if status < _FIRST_ERROR}
