"""Who comes in (登录): passwords, sessions, lock-out, second factors, the unified authentication."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from kaocheng.site.settings.environment import ENV, SITE_NAME

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"kaocheng.site.accounts.passwords.{rule}"}
    for rule in ("LongEnough", "Varied", "NotCommon", "NotLikeTheName", "NotUsedBefore")
]
PASSWORD_DAYS = ENV.int("KAOCHENG_PASSWORD_DAYS", default=0)
SESSION_COOKIE_AGE = ENV.int("KAOCHENG_SESSION_HOURS", default=12) * 3600
IDLE_LIMIT = timedelta(minutes=ENV.int("KAOCHENG_IDLE_MINUTES", default=30))
SESSIONS_MOST = ENV.int("KAOCHENG_SESSIONS", default=3)
MFA_ROLES = ENV.list("KAOCHENG_MFA_ROLES", default=["system_manager", "inspector"])
SIGNUP_OPEN = ENV.bool("KAOCHENG_SIGNUP", default=True)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kaocheng.site.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_USERNAME_MIN_LENGTH = 4
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}
"""Failed sign-ins are counted by axes, which keeps its count in the database."""
_FORMS = "kaocheng.site.accounts.entrance."
ACCOUNT_FORMS = {
    "login": f"{_FORMS}SignInForm",
    "signup": f"{_FORMS}SignUpForm",
    "change_password": f"{_FORMS}NewPasswordForm",
    "set_password": f"{_FORMS}FirstPasswordForm",
    "reauthenticate": f"{_FORMS}AgainForm",
}
MFA_FORMS = {
    "authenticate": f"{_FORMS}CodeForm",
    "reauthenticate": f"{_FORMS}CodeAgainForm",
    "activate_totp": f"{_FORMS}BindAppForm",
}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "kaocheng.site.accounts.lockout.locked_out"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
MFA_ADAPTER = "kaocheng.site.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = SITE_NAME
SOCIALACCOUNT_ADAPTER = "kaocheng.site.accounts.adapters.OutsideAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
OIDC_ISSUER = ENV("KAOCHENG_OIDC_ISSUER", default="")
OIDC_ORIGIN = "{0.scheme}://{0.netloc}".format(urlsplit(OIDC_ISSUER)) if OIDC_ISSUER else ""
OIDC_NAME = ENV("KAOCHENG_OIDC_NAME", default="统一身份认证")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid"],  # who it is, and nothing else of the person
        "APPS": [
            {
                "provider_id": "unified",
                "name": OIDC_NAME,
                "client_id": ENV("KAOCHENG_OIDC_CLIENT", default=""),
                "secret": ENV("KAOCHENG_OIDC_SECRET", default=""),
                "settings": {"server_url": OIDC_ISSUER, "token_auth_method": "client_secret_basic"},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
