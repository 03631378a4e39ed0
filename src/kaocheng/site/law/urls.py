"""Addresses (网址): 法定数据."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "law"
urlpatterns: list[URLPattern] = []
