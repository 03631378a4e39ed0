"""One made-up paper of every kind, about made-up cases of nobody's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import segno

from kaocheng.cases.papers.reckoning import reckoned
from kaocheng.cases.papers.records import (
    Acceptance,
    Approval,
    Content,
    Correction,
    Delivered,
    Extension,
    Handed,
    Handover,
    Issue,
    JointOpinion,
    Lack,
    MaterialCorrection,
    Matter,
    NotAccepted,
    Office,
    Opinion,
    Owing,
    Preview,
    Promise,
    Receipt,
    Rectification,
    Rejection,
    Revocation,
    ServiceReceipt,
    SpecialProcedure,
    Termination,
    Tolerance,
    Tracking,
)
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn, explain_clock
from kaocheng.law.calendar import work_calendar

DAY = date(2026, 9, 22)
DUE = date(2026, 10, 27)
OFFICE = Office(
    "示范县行政审批局", "示审批", "示范县人民政府", "示范县人民法院", "行政许可专用章",
    "示范县政务服务中心二楼", "0000-1234567",
)  # fmt: skip
MATTER = Matter(
    case="510904202609220001",
    item="公共场所卫生许可（新办）",
    received=DAY,
    tracking=Tracking("7KQ4MX2P", "https://hall.example/t/510904202609220001/7KQ4MX2P"),
)
SQUARES = tuple(
    "".join("1" if dark else "0" for dark in row)
    for row in segno.make(MATTER.tracking.address, error="m").matrix
)
ISSUE = Issue("申请人甲", DAY, 15, SQUARES)
HANDED = (
    Handed("公共场所卫生许可证申请表", "纸质", 1, 0),
    Handed("营业执照", "电子证照", 0, 0, "由部门共享取得"),
    Handed("公共场所地址方位示意图、平面图和卫生设施平面布局图", "纸质", 1, 1),
    Handed("公共场所卫生检测或者评价报告", "纸质", 0, 1, "原件已核对，退回申请人"),
)
_RULES = "《公共场所卫生管理条例实施细则》第二十三条"
LACKS = (
    Lack(
        "公共场所卫生检测或者评价报告",
        "检测日期超过一年",
        "一年内由有资质的机构出具，加盖检验检测专用章",
        _RULES,
    ),
    Lack("公共场所卫生管理制度", "未提交", "包括从业人员健康检查、用品用具消毒等制度", _RULES),
)


def reckoning() -> tuple:
    """How the due day is reached, over a holiday and a pause."""
    start = datetime(2026, 9, 22, 9, 30, tzinfo=SHANGHAI)
    ledger = (
        Entry(Turn.START, start, "受理", "示审批许受〔2026〕15号"),
        Entry(
            Turn.PAUSE, start + timedelta(days=20, minutes=-60), "专家评审", "示审批许特〔2026〕3号"
        ),
        Entry(Turn.RESUME, start + timedelta(days=23, minutes=600), "专家评审结束"),
    )
    return reckoned(explain_clock(Budget(20), ledger, work_calendar(), start + timedelta(days=25)))


CONTENTS: tuple[Content, ...] = (
    Receipt(HANDED, "综合窗口03号", date(2026, 9, 30)),
    Acceptance(DAY, Budget(20), DUE, reckoning(), HANDED),
    Correction(LACKS, date(2026, 10, 20)),
    NotAccepted(
        "所申请的经营场所位于邻近县",
        ("《公共场所卫生管理条例实施细则》第二十二条",),
        authority="邻近县行政审批局",
        authority_contact="联系电话：0000-7654321",
    ),
    SpecialProcedure(
        "专家评审", "该场所使用集中空调通风系统", date(2026, 10, 12), Budget(3),
        ("《公共场所卫生管理条例实施细则》第二十四条",), date(2026, 10, 30),
    ),
    Extension(
        "现场核查遇连续降雨未能完成", Budget(10), DUE, date(2026, 11, 10),
        "示范县行政审批局负责人", reckoning(),
    ),
    Tolerance(
        DAY, (Owing("公共场所卫生管理制度", date(2026, 10, 20), "包括用品用具消毒等制度"),),
        "依法作出不予许可决定，并将失信情况记入信用记录", DUE,
    ),
    Promise(
        ("经营场所符合卫生标准", "直接为顾客服务的人员取得健康合格证明"),
        ("已经知悉告知的全部内容", "已经达到告知的办理条件", "所提交的材料真实、有效"),
        "自作出许可决定之日起2个月内对承诺内容进行检查",
        "撤销许可决定，并将失信情况记入信用记录", ("《公共场所卫生管理条例》第八条",),
    ),
    Approval(
        date(2026, 10, 15), "准许在示范县示范路1号从事住宿业（宾馆）经营活动。",
        ("《公共场所卫生管理条例》第八条",), "公共场所卫生许可证", "示卫公证字〔2026〕第0008号",
        date(2026, 10, 15), date(2030, 10, 14), ("亮证经营", "每年对卫生状况检测不少于一次"),
    ),
    Rejection(
        date(2026, 10, 15),
        ("经现场核查，清洗消毒间面积不符合卫生要求", "卫生检测报告有2项指标不合格"),
        ("《公共场所卫生管理条例》第四条",),
    ),
    MaterialCorrection(LACKS[:1], "示范县卫生健康局", "场所审查", DUE),
    Revocation(
        date(2026, 11, 5), date(2026, 10, 15), ("以欺骗手段取得卫生检测报告",), "示审批许准〔2026〕9号",
        "示卫公证字〔2026〕第0008号", (), "可以向本机关陈述申辩",
    ),
    Rectification(
        date(2026, 10, 20), date(2026, 10, 15), "证照或批文编号", "示卫公证字〔2026〕第0008号",
        "示卫公证字〔2026〕第0009号", "录入有误", "示审批许准〔2026〕9号",
    ),
    ServiceReceipt(
        (
            Delivered("准予行政许可决定书", "示审批许准〔2026〕9号"),
            Delivered("公共场所卫生许可证", "示卫公证字〔2026〕第0008号"),
        ),
        "直接送达", "示范县政务服务中心出件窗口",
    ),
    Termination(
        "撤回理由成立", date(2026, 9, 28), date(2026, 9, 25), (), HANDED[2:],
    ),
    JointOpinion(
        "示范县示范工业园一期工程",
        (
            Opinion("住房和城乡建设局", "合格", "工程质量符合要求", date(2026, 10, 9)),
            Opinion("自然资源和规划局", "整改", "西侧绿地面积少于批准面积，应当补足", date(2026, 10, 10)),
            Opinion("人民防空办公室", "合格", "防空地下室符合设计要求", date(2026, 10, 10)),
        ),
        "整改后通过", "住房和城乡建设局", ("西侧绿地补足至批准面积",),
    ),
    Handover("邻近县行政审批局", "经营场所位于你县行政区域内", date(2026, 10, 12), HANDED[:2]),
    Preview("主要材料符合要求，可以先行开展装修设计", LACKS[1:], date(2027, 3, 21)),
)  # fmt: skip
