"""Pages of feedback (好差评页面)."""
