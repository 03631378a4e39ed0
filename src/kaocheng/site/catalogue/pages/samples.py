"""The files of a draft (附件): blank forms, filled-in samples, samples of results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render

from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.forms.boxes import Choices
from kaocheng.site.catalogue.pages.drafts import context_of, draft_or_404
from kaocheng.site.catalogue.pages.shared import acting
from kaocheng.site.catalogue.samplefiles import attached
from kaocheng.site.catalogue.services import attach_sample, version_of
from kaocheng.site.catalogue.services.samples import PLACES


class SampleForm(forms.Form):
    """A file and where it belongs."""

    place = forms.ChoiceField(label="挂在哪里")
    upload = forms.FileField(label="文件", help_text="PDF、图片、DOCX、XLSX 或 OFD，不超过 20 MiB")

    def __init__(self, *args: Any, places: Choices, **given: Any) -> None:
        super().__init__(*args, **given)
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            field.choices = places


def files(request: SignedIn, number: str) -> HttpResponseBase:
    """What is attached, and a form to attach more (附件)."""
    row, draft = draft_or_404(request, number)
    version = version_of(draft)
    places = [(f"{part}-{at}-{field}", title) for part, at, field, title, _ in _places(version)]
    form = SampleForm(request.POST or None, request.FILES or None, places=places)
    if request.method == "POST" and form.is_valid():
        part, at, field = form.cleaned_data["place"].split("-")
        try:
            attach_sample(
                number=number, part=part, row=int(at), field=field,
                upload=form.cleaned_data["upload"], **acting(request, Role.DEPARTMENT_MANAGER),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error("upload", str(refusal))
        else:
            messages.success(request, "已挂上。")
            return redirect("catalogue:files", number)
    held = attached(row.county, version)
    shown = [(title, text, held.get(text)) for *_, title, text in _places(version) if text]
    context = {**context_of(row, draft, "files"), "form": form, "shown": shown}
    return render(request, "catalogue/files.html", context)


def _places(version: ItemVersion) -> Iterable[tuple[str, int, str, str, str]]:
    """Part, row, field, words and what stands there, for every place a file can be at."""
    for (part, field), title in PLACES.items():
        for at, row in enumerate(getattr(version, part)):
            yield part, at, field, f"{row.name}：{title}", getattr(row, field)
