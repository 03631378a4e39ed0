"""What may be done to cases and asked of them (办件服务)."""

from kaocheng.site.cases.services.history import events_of, rebuilt_case
from kaocheng.site.cases.services.lawful import fire_renewals, fire_silent_acceptances
from kaocheng.site.cases.services.moving import make_move
from kaocheng.site.cases.services.opening import open_case

__all__ = [
    "events_of",
    "fire_renewals",
    "fire_silent_acceptances",
    "make_move",
    "open_case",
    "rebuilt_case",
]
