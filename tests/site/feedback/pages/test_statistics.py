"""Statistics, ranking, honesty, own sums, public figures: right numbers, opened into ratings, nobody exposed."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import count, measures
from kaocheng.hall.posts import Role
from kaocheng.site.feedback.counting import monthly, numbers, shares
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.feedback.periods import Period
from kaocheng.site.feedback.services import expire_invitations
from tests.site.feedback.factory import MONDAY, Feedback
from tests.site.feedback.pages.test_desk import of, text

pytestmark = pytest.mark.django_db
MARCH = {"from": "2026-03", "to": "2026-03"}


@pytest.fixture
def march(feedback: Feedback) -> Feedback:
    """Four active ratings (one bad and struck, one bad), one default, one open, one run out."""
    feedback.switch("default_rating", "是")
    feedback.rated(Level.VERY_SATISFIED)
    feedback.rated(Level.SATISFIED)
    struck = feedback.move(feedback.bad(), "appeal", role=Role.CHIEF_REPRESENTATIVE)
    feedback.move(struck, "strike", role=Role.INSPECTOR)
    feedback.move(feedback.bad(), "claim", "mend_at_once", "call_agreed")
    feedback.invite()
    expire_invitations(county=feedback.county, at=MONDAY + timedelta(days=8))
    return feedback


def test_the_measures_of_a_month(march: Feedback) -> None:
    """Counted by hand."""
    found = shares(march.county, Period("2026-03", "2026-03"), MONDAY)
    assert {
        "satisfied_rate": "66.67%",
        "good_rate": "66.67%",
        "good_rate_with_default": "75.00%",
        "active_rate": "75.00%",
        "default_rate": "25.00%",
        "response_rate": "100.00%",
        "bad_rate": "33.33%",
        "rectified_rate": "100.00%",
        "on_time_rate": "100.00%",
        "called_rate": "100.00%",
    } == {key: share.shown for key, share in found.items()}
    told = numbers(march.county, Period("2026-03", "2026-03"))
    assert (3, 1, 1, 1) == (told.active, told.default, told.struck, told.bad)


def test_rows_and_records_give_the_same_rates(march: Feedback) -> None:
    """Grouped in the database or counted one by one: one declaration."""
    records = list(StoredRating.objects.of(march.county).records())
    found = shares(march.county, Period("2026-03", "2026-03"), MONDAY)
    of_ratings = {key: m for key, m in measures().items() if m.of == "ratings"}
    assert {key: found[key] for key in of_ratings} == {
        key: count(measure, records) for key, measure in of_ratings.items()
    }


def test_an_empty_month_has_no_data(march: Feedback) -> None:
    """Neither nothing nor all."""
    found = monthly(march.county, Period("2026-02", "2026-03"), MONDAY)
    assert {"无数据"} == {share.shown for share in found["2026-02"].values()}
    assert "66.67%" == found["2026-03"]["good_rate"].shown


@pytest.mark.parametrize("key", measures())
def test_every_measure_opens_into_its_records(march: Feedback, key: str) -> None:
    """As many as the figure says, numerator and denominator."""
    client = of(march, Role.INSPECTOR)
    share = shares(march.county, Period("2026-03", "2026-03"), timezone.now())[key]
    for part, wanted in (("0", share.whole), ("1", share.part)):
        page = text(client, "proof", key, part=part, **MARCH)
        assert wanted == page.count('data-label="编号"')
        assert share.measure.formula in page


def test_a_department_sees_its_own_figures(march: Feedback) -> None:
    """D02 has none: 无数据, and no ranking of others."""
    other = Client()
    other.force_login(march.account_of(Role.DEPARTMENT_MANAGER, unit="D02"))
    assert "66.67%" not in text(other, "statistics", **MARCH)
    assert 403 == other.get(reverse("feedback:ranking", args=["window"])).status_code
    assert "66.67%" in text(of(march, Role.DEPARTMENT_MANAGER), "statistics", **MARCH)


def test_nobody_counts_his_own_ratings(march: Feedback) -> None:
    """A manager who also serves reads nothing about himself off the figures of his department."""
    manager = march.person(Role.DEPARTMENT_MANAGER)
    client, inspector = of(march, Role.DEPARTMENT_MANAGER), of(march, Role.INSPECTOR)
    march.rated(Level.VERY_DISSATISFIED, rated=manager)
    own = text(client, "statistics", **MARCH).partition("<main")[2]
    assert ("66.67%" in own, "50.00%" in own) == (True, False)
    assert "50.00%" in text(inspector, "statistics", **MARCH).partition("<main")[2]
    for key in measures():
        page = text(client, "proof", key, **MARCH)
        shown = page.count('data-label="编号"')
        assert f"分母 {shown}" in page


def test_small_numbers_are_not_ranked(march: Feedback) -> None:
    """Three ratings make no place; with a threshold of three they do."""
    client = of(march, Role.INSPECTOR)
    assert "不排名" in text(client, "ranking", "window", **MARCH)
    march.switch("rank_least", "3")
    page = text(client, "ranking", "unit", **MARCH)
    assert "不排名" not in page.replace("不足3条的不排名", "")
    assert 404 == client.get(reverse("feedback:ranking", args=["person"])).status_code


def test_the_public_page_shows_formulas_and_no_persons(march: Feedback, client: Client) -> None:
    """Nor windows, cases, texts, accounts."""
    page = text(client, "public", **MARCH)
    assert "66.67%" in page
    for measure in measures().values():
        assert measure.formula in page
    for hidden in ("W1", "C1", march.clerk.username, march.clerk.display_name, "device"):
        assert hidden not in page.partition("<main")[2]


def test_the_files_say_the_same_as_the_page(march: Feedback, client: Client) -> None:
    """CSV for people, JSON for machines; without data null."""
    answer = client.get(reverse("feedback:public-csv"), MARCH)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    good = next(row for row in rows if row["指标"] == "好评率")
    assert ("2", "3", "66.67%") == (good["分子"], good["分母"], good["结果"])
    told = json.loads(
        client.get(reverse("feedback:public-json"), {"from": "2026-02", "to": "2026-03"}).content
    )
    assert {"part": 2, "whole": 3, "rate": "66.67%"} == told["total"]["good_rate"]
    assert told["months"]["2026-02"]["good_rate"]["rate"] is None


def test_honesty_opens_into_the_ratings_it_counts(feedback: Feedback) -> None:
    """A burst of five on one device, seconds after closing; the clerk's own pages show nothing of it."""
    for index in range(5):
        feedback.rated(
            Level.VERY_SATISFIED, at=MONDAY + timedelta(seconds=10 * index), device="device:E1"
        )
    client = of(feedback, Role.HALL_SUPERVISOR)
    page = text(client, "honesty", **MARCH)
    assert "评价器E1" in page
    opened = text(client, "sign", "burst", 0, **MARCH)
    assert 5 == opened.count('class="number" href=')
    assert 404 == client.get(reverse("feedback:sign", args=["burst", 9]), MARCH).status_code
    assert 404 == client.get(reverse("feedback:sign", args=["nothing", 0]), MARCH).status_code


def test_the_person_rated_sees_sums_only_when_there_are_enough(feedback: Feedback) -> None:
    """Nine are hidden, ten are summed; no number, no time, no case."""
    client = Client()
    client.force_login(feedback.clerk)
    ratings = [feedback.rated(reasons=("quick",)) for _ in range(9)]
    assert "暂不显示" in text(client, "mine", month="2026-03")
    ratings.append(feedback.rated(reasons=("quick",)))
    page = text(client, "mine", month="2026-03")
    assert "办得快" in page
    assert not any(rating.number in page or f">{rating.case}<" in page for rating in ratings)
    assert 403 == client.get(reverse("feedback:ratings")).status_code


def test_the_running_month_is_shown_to_nobody_who_could_read_a_rating_off_it(
    feedback: Feedback, client: Client
) -> None:
    """Looking before and after a service would tell how it was rated: not on the own nor the public page."""
    now = timezone.localtime()
    for _ in range(12):
        feedback.rated(at=now - timedelta(minutes=2))
    month = f"{now:%Y-%m}"
    clerk = Client()
    clerk.force_login(feedback.clerk)
    assert "暂不显示" in text(clerk, "mine", month=month)
    told = json.loads(
        client.get(reverse("feedback:public-json"), {"from": month, "to": month}).content
    )
    assert month not in told["months"]
    assert "12" in text(of(feedback, Role.INSPECTOR), "statistics", **{"from": month, "to": month})


def test_the_public_page_hides_what_few_have_said(march: Feedback, client: Client) -> None:
    """Three ratings of a department are no rate to publish."""
    page = text(client, "public", **MARCH)
    assert "不公布" in page
    assert "2 ／ 3</td>" not in page


def test_ratings_are_filtered(march: Feedback) -> None:
    """By level, origin, standing, number."""
    client = of(march, Role.INSPECTOR)
    counts = {
        query: text(client, "ratings", **dict([query.split("=")])).count('class="number" href=')
        for query in ("level=bad", "origin=默认", "standing=剔除", "words=C1", "window=W9")
    }
    assert {
        "level=bad": 2,
        "origin=默认": 1,
        "standing=剔除": 1,
        "words=C1": 1,
        "window=W9": 0,
    } == counts
