"""Feedback (好差评): ratings, what follows a bad one, and the public figures."""
