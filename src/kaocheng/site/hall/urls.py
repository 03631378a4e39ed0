"""Addresses (网址): 大厅."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "hall"
urlpatterns: list[URLPattern] = []
