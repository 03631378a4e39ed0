"""Addresses (网址): 事件与日志."""

from __future__ import annotations

from kaocheng.hall.posts import STAFF
from kaocheng.site.audit.pages import logs, seals, streams
from kaocheng.site.audit.streams import KEEPERS
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page

app_name = "audit"
urlpatterns = [
    page(
        "reads/", logs.reads, name="reads", may=KEEPERS,
        entry=Entry("查阅记录", "谁在何时为何查阅了谁的个人信息", Group.SUPERVISION, place=70),
    ),
    page(
        "refusals/", logs.refusals, name="refusals", may=KEEPERS,
        entry=Entry("拒绝记录", "谁想打开什么而被拒绝", Group.SUPERVISION, place=71),
    ),
    page(
        "streams/", streams.search, name="streams", may=KEEPERS,
        entry=Entry("事件核验", "按编号查看事件时间线，核验是否完整", Group.SUPERVISION, place=72),
    ),
    page("streams/<path:stream>/", streams.stream, name="stream", may=STAFF),
    page(
        "seals/", seals.seals, name="seals", may=KEEPERS,
        entry=Entry("事件封存", "封存摘要，抄存在外以备核验", Group.SUPERVISION, place=73),
    ),
    page("seals/new/", seals.seal, name="seal", may=KEEPERS),
]  # fmt: skip
