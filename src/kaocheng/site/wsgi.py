"""The door for a WSGI server (WSGI 入口)."""

from __future__ import annotations

import multiprocessing
import os
import signal
from functools import partial
from threading import Thread

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from kaocheng.site.base.gate import Gate
from kaocheng.site.base.lines import Bounds, Lines, watch
from kaocheng.site.base.readers import Readers
from kaocheng.site.base.sockets import close_beyond, close_silent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaocheng.site.settings")
if not settings.SECRET_KEPT:
    raise ImproperlyConfigured(
        f"{settings.STORE} 还没有准备好：请先用 kaocheng serve 启动一次，或者设 KAOCHENG_SECRET_KEY。"
    )


def _follow_parent() -> None:
    """End with the process that started this one, however that ended: no worker is left behind."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


Thread(target=_follow_parent, daemon=True).start()
_FOLDER = settings.FILE_UPLOAD_TEMP_DIR
_LINES = Lines(Bounds(each=settings.LINES_EACH, quiet=settings.LINE_SECONDS), close_silent)
application = Gate(
    get_wsgi_application(),
    most=settings.UPLOAD_MOST,
    folder=str(_FOLDER) if _FOLDER else None,
    lines=_LINES,
    reads=Lines(
        Bounds(most=settings.READS_MOST, each=settings.READS_EACH), lambda _address, _silent: None
    ),
)
watch(
    _LINES.look,
    Readers(Bounds(quiet=settings.LINE_SECONDS)).look,
    partial(close_beyond, settings.SOCKETS_EACH),
)
