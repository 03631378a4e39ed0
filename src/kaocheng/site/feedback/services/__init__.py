"""What may be asked of feedback and done to it (好差评服务)."""

from kaocheng.site.feedback.services.asking import CaseRating, for_case, open_invitations
from kaocheng.site.feedback.services.devices import device_of, register_device, revoke_device
from kaocheng.site.feedback.services.expiring import Expired, expire_invitations
from kaocheng.site.feedback.services.handling import (
    contact_of,
    handle_bad_rating,
    open_bad_rating,
    steps_of,
)
from kaocheng.site.feedback.services.inviting import invite_rating, push_rating
from kaocheng.site.feedback.services.localvalues import rules_on, set_local_value
from kaocheng.site.feedback.services.rating import invited, rate
from kaocheng.site.feedback.services.tallying import recount
from kaocheng.site.feedback.services.tokens import address_of, token_of

__all__ = [
    "CaseRating",
    "Expired",
    "address_of",
    "contact_of",
    "device_of",
    "expire_invitations",
    "for_case",
    "handle_bad_rating",
    "invite_rating",
    "invited",
    "open_bad_rating",
    "open_invitations",
    "push_rating",
    "rate",
    "recount",
    "register_device",
    "revoke_device",
    "rules_on",
    "set_local_value",
    "steps_of",
    "token_of",
]
