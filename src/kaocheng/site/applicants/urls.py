"""Addresses (网址): 申请人."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "applicants"
urlpatterns: list[URLPattern] = []
