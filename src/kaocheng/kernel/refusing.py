"""A refusal (拒绝办理): what was asked cannot be done, said so that the person knows what to do next."""

from __future__ import annotations


class Refusal(Exception):
    """Something that may not be done (不予执行).

    `code` names the reason for machines (for example "case.state"), `message` says what cannot be
    done and why, `remedy` what to do instead. Nothing has been changed when it is raised.
    """

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}{self.remedy}"
