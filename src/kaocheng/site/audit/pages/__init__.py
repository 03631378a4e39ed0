"""Pages of the audit (审计页面)."""
