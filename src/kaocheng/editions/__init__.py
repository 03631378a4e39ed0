"""Editions (版式): what differs by province and year, as data."""
