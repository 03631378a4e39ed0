"""Feedback (好差评)."""
