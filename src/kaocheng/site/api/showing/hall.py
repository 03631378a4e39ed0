"""Ratings, halls and tickets as the border tells them (评价、大厅、号票)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.reasons import reasons
from kaocheng.feedback.words import limit
from kaocheng.hall.tickets import TicketState
from kaocheng.site.api.mapping import code_map, field_map
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.hall.calendars import doors_of
from kaocheng.site.hall.models import StoredHall, StoredTicket
from kaocheng.site.hall.queues import queue_of


def invitation_of(row: StoredInvitation, channel: RatingChannel) -> dict[str, Any]:
    """What is asked about, and which reasons go with which level."""
    code = code_map("satisfaction").code
    fitting = {
        reason: [code(level.value) for level in Level if reason.fits(level, channel)]
        for reason in reasons().values()
    }
    return {
        "subject": row.subject,
        "service": row.service,
        "expires": timezone.localdate(row.expires_at),
        "text_limit": limit(),
        "reasons": [
            {"tag": reason.key, "text": reason.text, "satisfaction": codes}
            for reason, codes in fitting.items()
            if codes
        ],
    }


def rating_of(row: StoredRating) -> dict[str, Any]:
    """The receipt of a rating."""
    level = Level(row.level)
    return {
        "evaluate_no": row.number,
        "satisfaction": code_map("satisfaction").code(level.value),
        "evaluate_time": row.rated_at,
        "rectify": level.bad,
    }


def hall_of(hall: StoredHall, at: datetime) -> dict[str, Any]:
    """A hall and its queues now."""
    queue, doors = queue_of(hall, at), doors_of(hall, at)
    counts = queue.counts()
    return {
        "hall_code": hall.number,
        "hall_name": hall.name,
        "address": hall.address,
        "is_open": doors is None or doors.open,
        "windows": len(queue.posts),
        "business": [
            {
                "business_code": group.letter,
                "business_name": group.name,
                "waiting": counts.get(group.letter, 0),
                "items": list(group.items),
            }
            for group in hall.groups.filter(active=True)
        ],
    }


def ticket_of(row: StoredTicket, at: datetime) -> dict[str, Any]:
    """A ticket; while it waits, how many are before it and how long it may take."""
    told = field_map("ticket").of(row)
    if row.state != TicketState.WAITING:
        return told | {"ahead": None, "minutes": None}
    hall = StoredHall.objects.get(county=row.county, number=row.hall)
    found = queue_of(hall, at).estimate(row.record())
    return told | {"ahead": found.ahead, "minutes": found.minutes}
