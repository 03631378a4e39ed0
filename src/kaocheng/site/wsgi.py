"""The door for a WSGI server (WSGI 入口)."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
if not settings.SECRET_KEPT:
    raise ImproperlyConfigured(
        f"{settings.STORE} 还没有准备好：请先用 kaocheng serve 启动一次，或者设 KAOCHENG_SECRET_KEY。"
    )
application = get_wsgi_application()
