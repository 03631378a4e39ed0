"""What a guide shows (办事指南内容): a version in the citizen's words, with what his answers ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import segno
from django.utils.safestring import SafeString, mark_safe

from kaocheng.catalogue.codes import named
from kaocheng.catalogue.elements import elements, filled
from kaocheng.catalogue.fields import shown
from kaocheng.catalogue.flowchart import Chart, chart
from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.catalogue.situations import Question, needed_materials, questions, valid_answers
from kaocheng.catalogue.terms import Term, terms
from kaocheng.site.catalogue.samplefiles import Attached

SERVICE = (
    "transact_addr", "transact_time", "link_way", "supervise_way", "is_schedule", "is_express",
    "handle_area", "online_handle_depth",
)  # fmt: skip
"""Elements of the box beside a guide, in its order."""
DETAIL = (
    "power_source", "entrust_name", "dept_type", "other_dept", "service_type", "limit_explain",
    "topics",
)  # fmt: skip
"""Elements of the table at the end."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide (办事指南): the version, its materials for the answers given, limits, chart and names."""

    version: ItemVersion
    body: str
    handling_body: str
    asked: tuple[Question, ...]
    given: frozenset[str]
    materials: tuple[Material, ...]
    terms: tuple[Term, ...]
    chart: Chart | None
    service: tuple[tuple[str, str], ...]
    detail: tuple[tuple[str, str], ...]
    files: Mapping[str, Attached]

    @property
    def answered(self) -> bool:
        """Whether every question asked has its answer."""
        return all(any(a.key in self.given for a in q.answers) for q in self.asked)

    @property
    def remedies(self) -> str:
        """救济途径, as the department wrote it."""
        return self.version.element("remedies")

    @property
    def faq(self) -> str:
        """常见问题, as the department wrote them."""
        return self.version.element("faq")

    @property
    def kind(self) -> str:
        """事项类型."""
        return named("kind", self.version.kind)

    @property
    def level(self) -> str:
        """行使层级."""
        return named("level", self.version.level)

    @property
    def channels(self) -> str:
        """办理形式."""
        return "、".join(named("channel", code) for code in self.version.channels)

    @property
    def applicants(self) -> str:
        """服务对象."""
        return "、".join(named("applicant", code) for code in self.version.applicants)


def guide(
    version: ItemVersion,
    *,
    titles: Mapping[str, str],
    shorts: Mapping[str, str],
    chosen: Collection[str],
    on: date,
    files: Mapping[str, Attached],
) -> Guide:
    """The guide of a version for these answers; departments by full name, in the chart by short one."""
    given = valid_answers(version, chosen)
    return Guide(
        version=version,
        body=titles.get(version.body, version.body),
        handling_body=titles.get(version.handling_body, version.handling_body),
        asked=questions(version, given),
        given=given,
        materials=needed_materials(version, given),
        terms=terms(version, on),
        chart=chart(version, shorts),
        service=_told(version, SERVICE),
        detail=_told(version, DETAIL),
        files=files,
    )


def qr(address: str) -> SafeString:
    """The square code of an address, as a picture inside the page."""
    drawn = segno.make(address, error="m").svg_inline(scale=3, border=2)
    return mark_safe(drawn)  # noqa: S308  # segno draws squares; the address is not in the text


def _told(version: ItemVersion, wanted: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Titles and texts of those elements that were filled in."""
    by_id = {element.id: element for element in elements()}
    pairs = []
    for name in wanted:
        element = by_id[name]
        if element.field and (text := shown(element.field, filled(version, element))):
            pairs.append((element.title, text))
    return tuple(pairs)
