"""Themes (一件事): themes over several items, compiled from the catalogue; opens their cases."""
