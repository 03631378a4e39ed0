"""What is done for callers of the API (接口服务)."""

from kaocheng.site.api.services.applying import apply_for
from kaocheng.site.api.services.moving import move_case
from kaocheng.site.api.services.repeating import Call, once
from kaocheng.site.api.services.tokens import issue_token, revoke_token, token_holder
from kaocheng.site.api.services.uploads import keep_file

__all__ = [
    "Call",
    "apply_for",
    "issue_token",
    "keep_file",
    "move_case",
    "once",
    "revoke_token",
    "token_holder",
]
