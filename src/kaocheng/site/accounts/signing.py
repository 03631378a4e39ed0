"""Addresses of signing in and out (登录退出), served by allauth in our own templates."""

from __future__ import annotations

from allauth.account import views

from kaocheng.site.base.routes import ANYONE, SIGNED_IN, page

urlpatterns = [
    page("login/", views.login, name="account_login", may=ANYONE),
    page("logout/", views.logout, name="account_logout", may=ANYONE),
    page("signup/", views.signup, name="account_signup", may=ANYONE),
    page("password/", views.password_change, name="account_change_password", may=SIGNED_IN),
]
