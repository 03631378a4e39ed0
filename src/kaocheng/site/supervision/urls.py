"""Addresses (网址): 监督."""

from __future__ import annotations

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page
from kaocheng.site.supervision.pages import (
    assessment,
    board,
    hollow,
    items,
    late,
    measures,
    proof,
    saved,
    subsidies,
)

WATCHERS = frozenset(
    {Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE}
)
HOLLOW = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.DEPARTMENT_MANAGER})
ASSESSING = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR})
PAYING = frozenset({Role.HALL_SUPERVISOR, Role.FINANCE_OFFICER})

app_name = "supervision"
urlpatterns = [
    page(
        "", board.board, name="board", may=WATCHERS,
        entry=Entry("运行看板", "在办、办结、超期和各部门负荷", Group.SUPERVISION, place=5, key="4"),
    ),
    page(
        "late/", late.late, name="late", may=WATCHERS,
        entry=Entry("超期件", "哪种时限超期，卡在哪个环节", Group.SUPERVISION, place=10),
    ),
    page(
        "measures/", measures.board_page, name="measures", may=WATCHERS,
        entry=Entry("运行指标", "办结率、按时办结率、网办率等，可逐件核对", Group.SUPERVISION, place=15),
    ),
    page(
        "items/", items.items, name="items", may=WATCHERS | {Role.FINANCE_OFFICER},
        entry=Entry("按事项统计", "跑动次数对照承诺，容缺、邮寄和寄递费用", Group.SUPERVISION, place=20),
    ),
    page("measures/figures/", measures.figures_page, name="measures-figures", may=WATCHERS),
    page("measures.csv", measures.csv_file, name="measures-csv", may=WATCHERS),
    page("measures.xlsx", measures.xlsx_file, name="measures-xlsx", may=WATCHERS),
    page("measures/<slug:key>/", measures.cases_page, name="measure", may=WATCHERS),
    page("measures/<slug:key>/cases.csv", measures.numbers_file, name="measure-csv", may=WATCHERS),
    page("figures/<slug:key>/", proof.proof, name="proof", may=WATCHERS),
    page(
        "hollow/", hollow.hollow, name="hollow", may=HOLLOW,
        entry=Entry("名进实不进", "登记进驻而不在大厅审批的部门", Group.SUPERVISION, place=30),
    ),
    page(
        "assessment/", assessment.notice, name="assessment", may=ASSESSING,
        entry=Entry("窗口考核", "按月考核、排名通报，分数可追到每条记录", Group.SUPERVISION, place=35),
    ),
    page(
        "assessment/mine/", assessment.mine, name="assessment-mine", may=STAFF,
        entry=Entry("我的考核", "本人每月的考核得分，可以提出异议", Group.HALL, place=90),
    ),
    page(
        "assessment/mine/<slug:rule>/object/", assessment.objection, name="assessment-object",
        may=STAFF,
    ),
    page("assessment/<slug:kind>/<str:subject>/", assessment.detail, name="assessed", may=ASSESSING),
    page(
        "assessment/<slug:kind>/<str:subject>/<slug:rule>/", assessment.evidence,
        name="assessment-records", may=ASSESSING,
    ),
    page(
        "assessment/<slug:kind>/<str:subject>/<slug:rule>/set/", assessment.rule_on,
        name="assessment-set", may={Role.HALL_SUPERVISOR},
    ),
    page(
        "subsidies/", subsidies.subsidies, name="subsidies", may=PAYING,
        entry=Entry("岗位补贴清单", "按考核等次逐人列出，可导出", Group.SUPERVISION, place=40),
    ),
    page("subsidies.csv", subsidies.csv_file, name="subsidies-csv", may=PAYING),
    page("subsidies.xlsx", subsidies.xlsx_file, name="subsidies-xlsx", may=PAYING),
    page("saved/", saved.save, name="save", may=WATCHERS),
    page("saved/<int:number>/drop/", saved.drop, name="drop", may=WATCHERS),
]  # fmt: skip
