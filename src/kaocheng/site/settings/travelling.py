"""What travels between browser and site (传输安全): https, cookies, headers."""

from __future__ import annotations

from kaocheng.site.settings.environment import ENV

HTTPS = ENV.bool("KAOCHENG_HTTPS", default=False)
BEHIND_PROXY = ENV.bool("KAOCHENG_BEHIND_PROXY", default=False)
# behind a proxy all lines come from one address, and counting them is the proxy's
LINES_EACH, SOCKETS_EACH, READS_EACH = (0, 0, 0) if BEHIND_PROXY else (32, 256, 16)
READS_MOST = 32
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kaocheng.site.base.errors.csrf_failure"
