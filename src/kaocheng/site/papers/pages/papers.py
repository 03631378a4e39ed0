"""Pages of issued papers (文书): list, the paper as it is printed, PDF and Word."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.naming import NOBODY
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.days import within
from kaocheng.site.base.files import path_of
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.base.paging import page_of
from kaocheng.site.base.sending import DOCX, attached
from kaocheng.site.papers.forms import PaperFilter
from kaocheng.site.papers.letters import shown
from kaocheng.site.papers.models import StoredArchive, StoredPaper
from kaocheng.site.papers.reach import case_is_seen
from kaocheng.site.papers.services import docx_of, issue_outstanding, printed, words_of
from kaocheng.site.papers.services.printing import note_look

NOT_HERE = "没有这份文书，或者您不能打开它。"


def papers(request: SignedIn) -> HttpResponse:
    """Issued papers by what is asked, the newest first."""
    form = PaperFilter(request.GET)
    form.is_valid()
    found = narrowed(StoredPaper.objects.visible_to(request.user), form.cleaned_data)
    page = page_of(found.defer("words"), request, by=("-issued_at", "-id"))
    return render(request, "papers/papers.html", {"form": form, "page": page})


def narrowed(found: QuerySet[StoredPaper], asked: dict[str, Any]) -> QuerySet[StoredPaper]:
    """The papers that fit what was asked."""
    for name in ("number", "case", "kind"):
        if word := (asked.get(name) or "").strip():
            found = found.filter(**{name if name == "kind" else f"{name}__startswith": word})
    return found.filter(within("issued_at", asked.get("since"), asked.get("until")))


def paper(request: SignedIn, pk: int) -> HttpResponse:
    """One paper as it was issued; that it was opened is logged, for it names the applicant."""
    at = timezone.now()
    row = seen(request, pk)
    if issue_outstanding(county=row.county, case=row.case, at=at):
        row.refresh_from_db()
    note_look(row, request.user, f"查看文书 {row.number}", at)
    versions = StoredPaper.objects.of(row.county).filter(number=row.number).order_by("version")
    context = {
        "row": row,
        "letter": shown(words_of(row)),
        "versions": versions.defer("words"),
        "signer": signer_of(row),
    }
    return never_kept(render(request, "papers/paper.html", context))


def signer_of(row: StoredPaper) -> str:
    """What who signed is called (签发人): members of staff by name, the law and applicants as such."""
    if row.issued_by in NOBODY:
        return NOBODY[row.issued_by]
    names = Account.objects.filter(county=row.county, username=row.issued_by)
    return names.values_list("display_name", flat=True).first() or "申请人"


def pdf(request: SignedIn, pk: int) -> FileResponse:
    """The printed form; the same bytes each time."""
    row = seen(request, pk)
    file = printed(row=row, account=request.user, at=timezone.now())
    answer = FileResponse(
        path_of(file).open("rb"), filename=f"{row.title}.pdf", content_type="application/pdf"
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return never_kept(answer)


def docx(request: SignedIn, pk: int) -> HttpResponse:
    """The paper as a Word document."""
    row = seen(request, pk)
    note_look(row, request.user, f"下载文书 {row.number}", timezone.now())
    answer = HttpResponse(docx_of(row), content_type=DOCX)
    return never_kept(attached(answer, f"paper-{row.pk}.docx"))


def dossier(request: SignedIn, case: str) -> HttpResponse:
    """All papers and archives of one case; what it still owes is issued now."""
    if case_is_seen(request.user, case):
        issue_outstanding(county=request.user.county, case=case, at=timezone.now())
    rows = StoredPaper.objects.visible_to(request.user).filter(case=case)
    archives = StoredArchive.objects.visible_to(request.user).filter(case=case)
    if not rows and not archives:
        raise Http404("这个办件还没有文书，或者您不能打开它。")
    context = {
        "case": case,
        "rows": rows.defer("words").order_by("issued_at", "id"),
        "archives": archives,
    }
    return render(request, "papers/dossier.html", context)


def seen(request: SignedIn, pk: int) -> StoredPaper:
    """The paper, if this account may see it; otherwise 404 with a sentence, and logged."""
    account: Account = request.user
    row = StoredPaper.objects.visible_to(account).filter(pk=pk).first()
    if row is None:
        note_refusal(request, f"文书 {pk}")
        raise Http404(NOT_HERE)
    return row


_Answer = TypeVar("_Answer", bound=HttpResponseBase)


def never_kept(answer: _Answer) -> _Answer:
    """An answer that no browser and no proxy keeps."""
    answer["Cache-Control"] = "private, no-store"
    return answer
