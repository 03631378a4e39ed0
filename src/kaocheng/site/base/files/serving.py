"""Serving a file (下载): only to those its owner lets, and in a way no browser will execute."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse

from kaocheng.site.base.files.keeping import path_of
from kaocheng.site.base.files.kinds import Kind
from kaocheng.site.base.files.purposes import purpose_of
from kaocheng.site.base.models import StoredFile

NOT_HERE = "没有这个文件，或者您不能打开它。"


def address_of(file: StoredFile) -> str:
    """The address of a file; it opens only for those the owner of the file lets."""
    return reverse("base:file", args=[file.number])


def open_file(request: HttpRequest, number: str) -> FileResponse:
    """The page behind `address_of`."""
    file = StoredFile.objects.filter(county=settings.COUNTY, number=number).first()
    if file is None:  # guessed: the same answer, and it is logged as well
        raise Http404(NOT_HERE)
    return serve(file, request)


def serve(file: StoredFile, request: HttpRequest) -> FileResponse:
    """The file as a download; raises Http404, which is logged, for those who may not."""
    purpose = purpose_of(file.purpose)
    if not purpose.may_open(file, request.user):
        raise Http404(NOT_HERE)
    path = path_of(file)
    if not path.is_file() or path.stat().st_size != file.size:
        raise Http404("文件在存储中缺失或已损坏，请联系系统管理员。")
    if purpose.note is not None:
        purpose.note(file, request.user)
    answer = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type=Kind(file.kind).media_type,
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-store"
    return answer
