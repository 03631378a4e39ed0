"""Citizens find an item by two characters, and read a guide that asks only for what they need."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.site.catalogue.pages.turning import SIZE
from tests.catalogue.versions import ordinary
from tests.site.catalogue.items import (
    publish,
    publish_immediate,
    publish_ordinary,
    publish_tolerant,
)

pytestmark = pytest.mark.django_db


def names(client: Client, **asked: str) -> list[str]:
    """The names the list shows."""
    page = client.get(reverse("catalogue:items"), asked).context["page"]
    return [row.name for row in page.rows]


@pytest.fixture
def three(county: str) -> None:
    """P001 to P003."""
    for make in (publish_ordinary, publish_immediate, publish_tolerant):
        make(county)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("许可", ["公共场所经营许可（示范）", "临时设施建设许可（示范）"]),
        ("开店", ["公共场所经营许可（示范）", "临时设施建设许可（示范）"]),
        ("公共 许可", ["公共场所经营许可（示范）", "临时设施建设许可（示范）"]),
        ("登记", ["从业登记证明（示范）"]),
        ("p002", ["从业登记证明（示范）"]),
        ("000199001001", ["公共场所经营许可（示范）"]),
        ("飞船", []),
        ("公共 飞船", []),
    ],
)
def test_words_are_looked_for_in_names_keywords_results_and_codes(
    client: Client, three: None, text: str, found: list[str]
) -> None:
    """Two Chinese characters are enough; every word must be there; nearest names first."""
    assert found == names(client, q=text)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"kind": "20"}, 1),
        ({"applicant": "2"}, 2),
        ({"theme": "设立变更"}, 2),
        ({"unit": "D001"}, 3),
        ({"way": "immediate"}, 1),
        ({"way": "online"}, 2),
        ({"way": "zero"}, 0),
        ({"kind": "nonsense", "page": "-1"}, 3),
    ],
)
def test_choices_narrow_the_list(
    client: Client, three: None, asked: dict[str, str], count: int
) -> None:
    """One by one; what is no choice is left out."""
    assert count == len(names(client, **asked))


def test_nothing_found_says_what_to_try(client: Client, three: None) -> None:
    """Not an empty page."""
    assert "换个说法" in client.get(reverse("catalogue:items"), {"q": "飞船"}).content.decode()


def test_only_what_applies_today_is_listed(client: Client, county: str) -> None:
    """A version of next month is not shown yet."""
    later = timezone.localdate() + timedelta(days=30)
    publish_ordinary(county, valid_from=later)
    assert [] == names(client)
    assert 404 == client.get(reverse("catalogue:guide", args=["P001"])).status_code


def test_long_lists_are_turned(client: Client, county: str) -> None:
    """By page, each item once."""
    for number in range(SIZE + 5):
        publish(county, ordinary(item=f"P{number:03d}", name=f"许可{number:03d}"))
    first = client.get(reverse("catalogue:items"), {"q": "许可"}).context["page"]
    second = client.get(reverse("catalogue:items") + first.next).context["page"]
    seen = [row.number for row in (*first.rows, *second.rows)]
    assert (SIZE + 5, SIZE + 5) == (len(seen), len(set(seen)))
    assert ("", SIZE + 5) == (second.next, second.counted)


def test_a_guide_tells_everything_a_citizen_asks(client: Client, three: None) -> None:
    """Materials, limits with their articles, fee, chart with branches, where, result, square code."""
    answer = client.get(reverse("catalogue:guide", args=["P001"]))
    text = answer.content.decode()
    for said in (
        "经营许可申请表", "10个工作日", "《行政许可法》第四十二条", "10.00 元", "示范县政务服务中心一楼",
        "公共场所经营许可证", "有固定场所", "现场勘验", "000199001001", "<svg", "同时进行：场所审查",
    ):  # fmt: skip
        assert said in text, said
    assert 2 == text.count("flow-review")


def test_answers_choose_the_materials(client: Client, three: None) -> None:
    """By a plain form in the address, so it can be printed and passed on."""
    address = reverse("catalogue:guide", args=["P001"])
    bare = [m.key for m in client.get(address).context["guide"].materials]
    owned = client.get(address, {"answer-1": "owned"}).context["guide"]
    assert ["form", "identity", "plan"] == bare
    assert ["form", "identity", "plan", "deed"] == [m.key for m in owned.materials]
    assert owned.answered


def test_an_item_in_words_of_a_stranger_does_no_harm(client: Client, county: str) -> None:
    """A script in a name is text."""
    publish(county, ordinary(name="<script>alert(1)</script>", keywords=('"><img>',)))
    for address in (reverse("catalogue:items"), reverse("catalogue:guide", args=["P001"])):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


def test_an_unknown_item_is_told(client: Client) -> None:
    """A sentence, not a breakdown."""
    assert 404 == client.get(reverse("catalogue:guide", args=["NONE"])).status_code


def test_a_list_needs_few_statements(
    client: Client, three: None, django_assert_max_num_queries: object
) -> None:
    """However long it is."""
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # a fixture of pytest-django
        client.get(reverse("catalogue:items"))
