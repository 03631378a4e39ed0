"""A check at the start (启动检查): the digest that was chosen can be computed on this machine."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error

from kaocheng.kernel.events import digest
from kaocheng.site.audit.services.choosing import algorithm


def check_digest(**_: Any) -> list[CheckMessage]:
    """An error where the setting names an algorithm that is unknown, or that this OpenSSL does not have."""
    try:
        digest(algorithm(), "")
    except ValueError as error:
        return [
            Error(
                f"审计摘要算法“{algorithm()}”不能用：{error}",
                hint="KAOCHENG_DIGEST 可写 sha256 或 sm3；sm3 须 OpenSSL 1.1.1 以上。",
                id="audit.E001",
            )
        ]
    return []
