"""Addresses (网址): 事项目录."""

from __future__ import annotations

from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.catalogue.pages import (
    departments,
    directories,
    drafts,
    items,
    reports,
    samples,
    searching,
    transfers,
    versions,
)
from kaocheng.site.catalogue.pages.shared import KEEPERS, MANAGER, READERS

app_name = "catalogue"
urlpatterns = [
    page("", searching.items, name="items", may=ANYONE,
         entry=Entry("办事指南", "查要办的事：材料、时限、地点、流程", Group.SERVICE, place=10)),
    page("items/<str:number>/", searching.guide, name="guide", may=ANYONE),
    page("lists/", directories.directories, name="directories", may=ANYONE,
         entry=Entry("清单公开", "权力、责任、中介服务等清单和历次调整", Group.SERVICE, place=80)),
    page("lists/<str:kind>/", directories.directory, name="directory", may=ANYONE),
    page("lists/<str:kind>/edit/", directories.edit, name="edit_directory", may=MANAGER),
    page("manage/", items.manage, name="manage", may=KEEPERS,
         entry=Entry("事项管理", "认领、填报、审核、发布、停用", Group.CATALOGUE, place=10, key="m")),
    page("manage/new/", items.new, name="new", may=MANAGER),
    page("manage/import/", transfers.take_in, name="import", may=KEEPERS,
         entry=Entry("导入导出", "从表格导入事项，下载模板和目录", Group.CATALOGUE, place=20)),
    page("manage/export/", transfers.give_out, name="export", may=KEEPERS),
    page("manage/departments/", departments.departments, name="departments", may=MANAGER,
         entry=Entry("部门", "登记部门和镇（街道）的编码、名称", Group.CATALOGUE, place=50)),
    page("manage/departments/<str:code>/", departments.departments, name="department", may=MANAGER),
    page("manage/delegations/", departments.delegations, name="delegations", may=MANAGER,
         entry=Entry("下沉", "把事项下放到镇（街道）受理", Group.CATALOGUE, place=40)),
    page("manage/delegations/<int:number>/end/", departments.end, name="end_delegation", may=MANAGER),
    page("manage/reports/", reports.reports, name="reports", may=READERS,
         entry=Entry("目录统计", "计数、覆盖率、精简压缩、循环证明", Group.CATALOGUE, place=60)),
    page("manage/items/<str:number>/", items.item, name="item", may=KEEPERS),
    page("manage/items/<str:number>/draft/", drafts.elements, name="draft", may=KEEPERS),
    page("manage/items/<str:number>/draft/checks/", drafts.checks, name="checks", may=KEEPERS),
    page("manage/items/<str:number>/draft/files/", samples.files, name="files", may=KEEPERS),
    page("manage/items/<str:number>/draft/<str:part>/", drafts.part, name="part", may=KEEPERS),
    page("manage/items/<str:number>/versions/<int:version>/", versions.version, name="version",
         may=KEEPERS),
]  # fmt: skip
