"""Uploaded files (上传文件): checked by content, kept by hash, opened only through who owns them.

Names are fetched when first used, so that an app may register its purposes before rows can be imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaocheng.site.base.files.keeping import keep_upload, path_of
    from kaocheng.site.base.files.kinds import Kind, recognised
    from kaocheng.site.base.files.purposes import Purpose, purpose_of, register
    from kaocheng.site.base.files.serving import address_of, serve

__all__ = [
    "Kind",
    "Purpose",
    "address_of",
    "keep_upload",
    "path_of",
    "purpose_of",
    "recognised",
    "register",
    "serve",
]
_HOMES = {
    "keeping": ("keep_upload", "path_of"),
    "kinds": ("Kind", "recognised"),
    "purposes": ("Purpose", "purpose_of", "register"),
    "serving": ("address_of", "serve"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(name)
