"""Addresses (网址): 事项目录."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "catalogue"
urlpatterns: list[URLPattern] = []
