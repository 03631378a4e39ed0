"""Themes (一件事): several items done as one, compiled from their versions: one form, one set of papers, one date."""
