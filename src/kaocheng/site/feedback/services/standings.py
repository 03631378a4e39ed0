"""Changing whether a rating counts (评价效力): the row and the counts together."""

from __future__ import annotations

from kaocheng.feedback.records import Standing
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.feedback.services.tallying import restand


def set_standing(rating: StoredRating, standing: Standing) -> None:
    """Let a rating stand so from now on, inside the caller's transaction."""
    restand(rating, standing.value)
    rows = StoredRating.objects.of(rating.county).filter(pk=rating.pk)
    rows.update(standing=standing.value)
