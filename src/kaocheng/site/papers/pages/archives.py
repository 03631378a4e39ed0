"""Pages of archives (档案): list, one archive with its index, checking, opening for a purpose."""

from __future__ import annotations

import json
import zipfile

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.cases.archive.packing import INDEX
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.base.paging import page_of
from kaocheng.site.papers.forms import ArchiveFilter, ArchivePurposeForm
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.papers.pages.papers import never_kept
from kaocheng.site.papers.services import check_archive, open_archive
from kaocheng.site.papers.services.archiving import path_of

_SOUND = {"yes": {"sound": True, "checked_at__isnull": False}, "no": {"sound": False},
          "never": {"checked_at__isnull": True}}  # fmt: skip


def archives(request: SignedIn) -> HttpResponse:
    """Archives by what is asked, the newest first."""
    form = ArchiveFilter(request.GET)
    form.is_valid()
    found = StoredArchive.objects.visible_to(request.user)
    for name in ("number", "case"):
        if word := (form.cleaned_data.get(name) or "").strip():
            found = found.filter(**{f"{name}__startswith": word})
    if asked := form.cleaned_data.get("sound"):
        found = found.filter(**_SOUND[asked])
    page = page_of(found, request, by=("-sealed_at", "-id"))
    context = {"form": form, "page": page, "today": timezone.localdate()}
    return render(request, "papers/archives.html", context)


def archive(request: SignedIn, pk: int) -> HttpResponse:
    """One archive: its head, its index without names, whether it is sound."""
    row = seen(request, pk)
    context = {
        "row": row,
        "index": _index(row),
        "form": ArchivePurposeForm(),
        "expired": row.expired(timezone.localdate()),
        "sealer": people_of(row.county, [row.sealed_by]).get(row.sealed_by, ""),
    }
    return never_kept(render(request, "papers/archive.html", context))


def _index(row: StoredArchive) -> list[dict[str, str]]:
    """The lines of the index; nothing where the package cannot be read (checking says why)."""
    try:
        with zipfile.ZipFile(path_of(row)) as package:
            found: list[dict[str, str]] = json.loads(package.read(INDEX))["entries"]
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        return []
    return found


@require_POST
def check(request: SignedIn, pk: int) -> HttpResponse:
    """Check an archive now."""
    row = seen(request, pk)
    found = check_archive(row=row, at=timezone.now())
    if found:
        for flaw in found:
            messages.error(request, str(flaw))
    else:
        messages.success(request, "校验相符：文件包、目录和事件记录都与归档时一致。")
    return redirect("papers:archive", row.pk)


@require_POST
def download(request: SignedIn, pk: int) -> HttpResponse | FileResponse:
    """The package, for a purpose; logged."""
    row = seen(request, pk)
    form = ArchivePurposeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请选择查阅用途。")
        return redirect("papers:archive", row.pk)
    try:
        path = open_archive(
            row=row, account=request.user, purpose=form.cleaned_data["purpose"], at=timezone.now()
        )
    except Refusal as refusal:
        note_refusal(request, f"档案 {row.number}")
        messages.error(request, str(refusal))
        return redirect("papers:archive", row.pk)
    if not path.is_file():
        raise Http404("归档文件包不在了，请联系系统管理员从备份恢复。")
    answer = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=f"{row.case}.zip",
        content_type="application/zip",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return never_kept(answer)


def seen(request: SignedIn, pk: int) -> StoredArchive:
    """The archive, if this account may see it; otherwise 404 with a sentence, and logged."""
    row = StoredArchive.objects.visible_to(request.user).filter(pk=pk).first()
    if row is None:
        note_refusal(request, f"档案 {pk}")
        raise Http404("没有这份档案，或者您不能打开它。")
    return row
