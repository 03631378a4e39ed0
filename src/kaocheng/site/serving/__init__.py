"""Serving (开站): a store made ready, the first manager, the server."""
