"""Write functions of accounts (账号服务)."""

from kaocheng.site.accounts.services.entering import change_own_password, note_sign_in
from kaocheng.site.accounts.services.keys import issue_password, one_time_password, reset_mfa
from kaocheng.site.accounts.services.people import (
    change_account,
    lock_account,
    open_account,
    register_applicant,
    unlock_account,
)
from kaocheng.site.accounts.services.posts import end_post, give_post
from kaocheng.site.accounts.services.sessions import end_sessions, limit_sessions

__all__ = [
    "change_account",
    "change_own_password",
    "end_post",
    "end_sessions",
    "give_post",
    "issue_password",
    "limit_sessions",
    "lock_account",
    "note_sign_in",
    "one_time_password",
    "open_account",
    "register_applicant",
    "reset_mfa",
    "unlock_account",
]
