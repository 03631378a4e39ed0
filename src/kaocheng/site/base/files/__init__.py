"""Uploaded files (上传文件): checked by content, kept by hash, opened only through who owns them."""

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
