"""Addresses of signing in and out (登录退出), served by allauth in our own templates.

Pages of a sign-in that is under way (second factor, return from the provider) are open to anyone:
allauth itself sends away whoever has not begun one.
"""

from __future__ import annotations

from allauth.account import views
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as outside
from allauth.usersessions import views as sessions

from kaocheng.site.accounts.pages import outside as provider
from kaocheng.site.base.routes import ANYONE, SIGNED_IN, page

urlpatterns = [
    page("login/", views.login, name="account_login", may=ANYONE),
    page("logout/", views.logout, name="account_logout", may=ANYONE),
    page("signup/", views.signup, name="account_signup", may=ANYONE),
    page("inactive/", views.account_inactive, name="account_inactive", may=ANYONE),
    page("again/", views.reauthenticate, name="account_reauthenticate", may=SIGNED_IN),
    page("password/", views.password_change, name="account_change_password", may=SIGNED_IN),
    page("password/set/", views.password_set, name="account_set_password", may=SIGNED_IN),
    page("sessions/", sessions.list_usersessions, name="usersessions_list", may=SIGNED_IN),
    page("factors/", factors.index, name="mfa_index", may=SIGNED_IN),
    page("factors/login/", factors.authenticate, name="mfa_authenticate", may=ANYONE),
    page("factors/again/", factors.reauthenticate, name="mfa_reauthenticate", may=SIGNED_IN),
    page("factors/app/", totp.activate_totp, name="mfa_activate_totp", may=SIGNED_IN),
    page("factors/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp", may=SIGNED_IN),
    page("factors/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes", may=SIGNED_IN),
    page(
        "factors/codes/new/", codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes", may=SIGNED_IN,
    ),
    page(
        "factors/codes/file/", codes.download_recovery_codes,
        name="mfa_download_recovery_codes", may=SIGNED_IN,
    ),
    page("factors/keys/", webauthn.list_webauthn, name="mfa_list_webauthn", may=SIGNED_IN),
    page("factors/keys/add/", webauthn.add_webauthn, name="mfa_add_webauthn", may=SIGNED_IN),
    page(
        "factors/keys/again/", webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn", may=SIGNED_IN,
    ),
    page("factors/keys/<int:pk>/off/", webauthn.remove_webauthn, name="mfa_remove_webauthn", may=SIGNED_IN),
    page("factors/keys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn", may=SIGNED_IN),
    page("outside/", outside.connections, name="socialaccount_connections", may=SIGNED_IN),
    page("outside/signup/", outside.signup, name="socialaccount_signup", may=ANYONE),
    page("outside/cancelled/", outside.login_cancelled, name="socialaccount_login_cancelled", may=ANYONE),
    page("outside/error/", outside.login_error, name="socialaccount_login_error", may=ANYONE),
    page("outside/<slug:provider_id>/", provider.to_provider, name="openid_connect_login", may=ANYONE),
    page(
        "outside/<slug:provider_id>/back/", provider.from_provider,
        name="openid_connect_callback", may=ANYONE,
    ),
]  # fmt: skip
