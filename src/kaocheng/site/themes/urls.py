"""Addresses (网址): 一件事."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "themes"
urlpatterns: list[URLPattern] = []
