"""Write functions of the audit (审计服务)."""

from kaocheng.site.audit.services.appending import append, append_draft, drafted
from kaocheng.site.audit.services.logging import log_read, log_refusal
from kaocheng.site.audit.services.sealing import seal_events

__all__ = ["append", "append_draft", "drafted", "log_read", "log_refusal", "seal_events"]
