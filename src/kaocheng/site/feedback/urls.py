"""Addresses (网址): 好差评."""

from __future__ import annotations

from django.urls import URLPattern

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.feedback.pages.desk import desk, ledger
from kaocheng.site.feedback.pages.device import device, device_state, device_thanks, enrol
from kaocheng.site.feedback.pages.devices import KEEPERS, devices, revoke
from kaocheng.site.feedback.pages.honesty import honesty, sign
from kaocheng.site.feedback.pages.mine import mine
from kaocheng.site.feedback.pages.proofs import proof
from kaocheng.site.feedback.pages.public import public, public_csv, public_json
from kaocheng.site.feedback.pages.rating import rate_page, thanks
from kaocheng.site.feedback.pages.ratings import rating, ratings
from kaocheng.site.feedback.pages.rules import SETTERS, rule, rules
from kaocheng.site.feedback.pages.statistics import rankings, statistics
from kaocheng.site.feedback.pages.ticket import contact, step, ticket
from kaocheng.site.feedback.reach import DESK, HANDLERS, READERS

app_name = "feedback"
_WATCH = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR})
_RANKS = _WATCH | {Role.EVALUATOR}
_RULES = READERS | SETTERS
_OWN = frozenset({Role.WINDOW_CLERK, Role.APPROVER, Role.ISSUER, Role.CHIEF_REPRESENTATIVE})

urlpatterns: list[URLPattern] = [
    page("r/<str:token>/", rate_page, name="rate", may=ANYONE),
    page("thanks/", thanks, name="thanks", may=ANYONE),
    page("device/", device, name="device", may=ANYONE),
    page("device/state/", device_state, name="device-state", may=ANYONE),
    page("device/thanks/", device_thanks, name="device-thanks", may=ANYONE),
    page("device/enrol/", enrol, name="enrol", may=ANYONE),
    page("public/", public, name="public", may=ANYONE,
         entry=Entry("评价公开", "办事群众怎么评，指标怎么算", Group.FEEDBACK, place=90)),
    page("public/ratings.csv", public_csv, name="public-csv", may=ANYONE),
    page("public/ratings.json", public_json, name="public-json", may=ANYONE),
    page("bad/", desk, name="desk", may=DESK,
         entry=Entry("差评办理", "核实、整改、回访，时限和下一步", Group.FEEDBACK, place=10)),
    page("bad/ledger.csv", ledger, name="ledger", may=DESK),
    page("bad/<str:number>/", ticket, name="ticket", may=DESK),
    page("bad/<str:number>/contact/", contact, name="contact", may=HANDLERS),
    page("bad/<str:number>/<slug:key>/", step, name="step", may=DESK),
    page("ratings/", ratings, name="ratings", may=READERS,
         entry=Entry("评价查询", "逐条查看评价", Group.FEEDBACK, place=20)),
    page("ratings/<str:number>/", rating, name="rating", may=READERS),
    page("statistics/", statistics, name="statistics", may=READERS,
         entry=Entry("评价统计", "满意率、主动评价率、整改率，可逐条展开", Group.FEEDBACK, place=30)),
    page("statistics/<slug:key>/", proof, name="proof", may=READERS),
    page("ranking/<slug:field>/", rankings, name="ranking", may=_RANKS),
    page("honesty/", honesty, name="honesty", may=_WATCH,
         entry=Entry("评价真实性", "集中评价、秒评、文字雷同等迹象", Group.FEEDBACK, place=40)),
    page("honesty/<slug:key>/<int:place>/", sign, name="sign", may=_WATCH),
    page("mine/", mine, name="mine", may=_OWN,
         entry=Entry("我的评价", "别人怎么评我的服务（汇总）", Group.FEEDBACK, place=50)),
    page("rules/", rules, name="rules", may=_RULES,
         entry=Entry("好差评规则", "时限、默认评价、统计门槛及依据", Group.FEEDBACK, place=60)),
    page("rules/<slug:key>/", rule, name="rule", may=SETTERS),
    page("devices/", devices, name="devices", may=KEEPERS,
         entry=Entry("窗口评价器", "登记、停用窗口的评价设备", Group.FEEDBACK, place=70)),
    page("devices/<str:number>/revoke/", revoke, name="revoke", may=KEEPERS),
]  # fmt: skip
