"""Items from and to files (导入导出): a workbook or csv files, every fault told, nothing half taken."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.catalogue.readers import Sheets, judged, read_items
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.registers import all_registers, rows_of
from kaocheng.hall.posts import Role
from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.registers import Listing
from kaocheng.kernel.registers.showing import shown
from kaocheng.reading.lists import lists
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.sending import XLSX, attached
from kaocheng.site.catalogue.forms.managing import ImportForm
from kaocheng.site.catalogue.pages.shared import acting
from kaocheng.site.catalogue.services import (
    Taking,
    department_titles,
    import_items,
    published_items,
    version_of,
)
from kaocheng.writing.registers import write_registers

ADVICE = "填好后在网站“事项管理 → 导入”里上传；有一处错误就一项也不收，改好再传。"
_SHOWN = 200
"""Faults told on one page; more are counted."""


def take_in(request: SignedIn) -> HttpResponseBase:
    """Upload, see every fault, or have everything taken in (导入)."""
    form = ImportForm(request.POST or None, request.FILES or None)
    faults: Sequence[Fault] = ()
    if request.method == "POST" and form.is_valid():
        sheets = _read(request, form)
        faults = sheets.faults
        if not sheets.errors and _taken(request, form, sheets):
            return redirect("catalogue:manage")
    context = {
        "form": form,
        "faults": faults[:_SHOWN],
        "counted": len(faults),
        "errors": sum(fault.is_error for fault in faults),
        "is_manager": Role.CATALOGUE_MANAGER in request.user.roles,
    }
    return render(request, "catalogue/import.html", context)


def give_out(request: SignedIn) -> HttpResponse:
    """The items in force as a workbook or csv files; or the empty template (导出)."""
    wanted = request.GET.get("form", "xlsx")
    held: list[ItemVersion] = []
    if "template" not in request.GET:
        rows = published_items(request.user.county, timezone.localdate())
        if Role.CATALOGUE_MANAGER not in request.user.roles:
            rows = rows.of_department(request.user.unit)
        held = [version_of(row) for row in rows.select_related("written")]
    name = "事项目录" if held else "事项目录模板"
    if wanted == "csv":
        return attached(HttpResponse(_zip(held), content_type="application/zip"), f"{name}.zip")
    return attached(HttpResponse(_workbook(held), content_type=XLSX), f"{name}.xlsx")


def _read(request: SignedIn, form: ImportForm) -> Sheets:
    """What the uploaded files hold, with what the rules say where it will apply at once."""
    on = form.cleaned_data["on"] or timezone.localdate()
    titles = department_titles(request.user.county)
    with TemporaryDirectory() as folder:
        listings: list[Listing] = []
        faults: list[Fault] = []
        for upload in form.cleaned_data["upload"]:
            listings += _listings(Path(folder), upload, faults)
        sheets = read_items(listings, titles, on)
    sheets = Sheets(sheets.versions, (*faults, *sheets.faults), sheets.places)
    return judged(sheets) if form.cleaned_data["taking"] == Taking.PUBLISHED else sheets


def _listings(folder: Path, upload: UploadedFile[bytes], faults: list[Fault]) -> Iterable[Listing]:
    """The worksheets of an upload; a file that cannot be read is a fault."""
    path = folder / PurePath(str(upload.name)).name
    with path.open("wb") as file:
        file.writelines(upload.chunks())
    try:
        return [_whole(listing) for listing in lists(path)]
    except Unreadable as torn:
        told = str(torn).replace(str(path), path.name)
        faults.append(Fault(path.name, "", 0, "", "", told, "请另存后再传"))
        return []


def _whole(listing: Listing) -> Listing:
    """The listing with its rows in memory: the file is gone when they are judged."""
    return Listing(listing.file, listing.sheet, list(listing.rows), listing.merged, listing.remarks)


def _taken(request: SignedIn, form: ImportForm, sheets: Sheets) -> bool:
    """Store everything; the form tells why when it cannot be."""
    given = form.cleaned_data
    manager = Role.CATALOGUE_MANAGER in request.user.roles
    role = Role.CATALOGUE_MANAGER if manager else Role.DEPARTMENT_MANAGER
    try:
        count = import_items(
            versions=sheets.versions,
            taking=Taking(given["taking"]),
            source=given["source"],
            **acting(request, role),
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"已导入 {count} 个事项。")
    return True


def _workbook(versions: Sequence[ItemVersion]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "items.xlsx"
        sheets = [(register, rows_of(versions, register)) for register in all_registers()]
        write_registers(path, sheets, {}, ADVICE)
        return path.read_bytes()


def _zip(versions: Sequence[ItemVersion]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for register in all_registers():
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(column.title for column in register.columns)
            for row in rows_of(versions, register):
                pairs = zip(register.columns, row, strict=True)
                writer.writerow(_safe(shown(column, value)) for column, value in pairs)
            archive.writestr(f"{register.name}.csv", "\ufeff" + text.getvalue())
    return held.getvalue()


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a tab before it is dropped when it is read."""
    return f"\t{text}" if text[:1] in ("=", "+", "-", "@") else text
