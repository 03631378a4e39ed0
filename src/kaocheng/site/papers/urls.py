"""Addresses (网址): 文书与档案."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page
from kaocheng.site.papers.pages import archives, offices, papers

STAFF = frozenset({
    Role.WINDOW_CLERK, Role.APPROVER, Role.CHIEF_REPRESENTATIVE, Role.ISSUER, Role.DEPARTMENT_MANAGER,
    Role.HALL_SUPERVISOR, Role.INSPECTOR,
})  # fmt: skip
READERS = STAFF | {Role.APPLICANT}
KEEPERS = frozenset(
    {Role.ISSUER, Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE, Role.INSPECTOR}
)

app_name = "papers"
urlpatterns = [
    page(
        "", papers.papers, name="papers", may=STAFF,
        entry=Entry("文书", "查看、打印签发过的文书", Group.CASES, place=40),
    ),
    page("<int:pk>/", papers.paper, name="paper", may=READERS),
    page("<int:pk>/pdf/", papers.pdf, name="pdf", may=READERS),
    page("<int:pk>/docx/", papers.docx, name="docx", may=STAFF),
    page("case/<str:case>/", papers.dossier, name="dossier", may=READERS),
    page(
        "archives/", archives.archives, name="archives", may=KEEPERS,
        entry=Entry("档案", "归档案卷：校验、查阅", Group.CASES, place=50),
    ),
    page("archives/<int:pk>/", archives.archive, name="archive", may=KEEPERS),
    page("archives/<int:pk>/check/", archives.check, name="archive_check", may=KEEPERS),
    page("archives/<int:pk>/download/", archives.download, name="archive_download", may=KEEPERS),
    page(
        "offices/", offices.offices, name="offices", may={Role.SYSTEM_MANAGER},
        entry=Entry("发文机关", "各部门文书的落款、代字和印章", Group.SYSTEM, place=60),
    ),
    page("offices/<str:unit>/", offices.office, name="office", may={Role.SYSTEM_MANAGER}),
]  # fmt: skip
