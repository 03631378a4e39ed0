"""What the made-up bureau promised and reached in examples/year: goals, indicators, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from year_told import COURSES, assessments, remarks

Row = dict[str, str]
WHOLE = "部门整体"
_GOALS = (
    (WHOLE, "青禾县行政审批局", "保障政务服务大厅全年正常运行，压减办事时限，方便企业和群众办事",
     "大厅全年正常运行，窗口设置和设备能够满足进驻部门和办事群众需要", "",
     "制度健全，预算执行较好，年度任务完成", "信息化建设和装修的工程款因验收推迟，有一部分没有在年内支付",
     "完善项目进度台账，按季度核对支付进度"),
    ("XM2301", "政务服务大厅运转经费", "保障大厅水电、通信、办公和维修，为办事群众免费复印",
     "水电、通信、办公和维修得到保障，免费复印份数超过目标", "民生保障项目",
     "资金使用规范，大厅运转得到保障", "报修高峰时响应不及时，消毒服务的验收记录还不够细",
     "与维修单位约定夏季增派人员，消毒服务按次签收、按月汇总"),
    ("XM2302", "政务服务综合楼信息化建设和装修经费", "建成机房、评价和排号系统，完成大厅装修",
     "机房、评价和排号系统建成使用，装修工程完工，尾款待审计后支付", "基础设施（设备购置）项目",
     "建设内容完成，质量合格", "装修工程结算审计推迟，尾款没有在年内支付", "与审计单位商定时限，资金结转下年支付"),
    ("XM2303", "企业开办印章和专家评审经费", "为新开办企业免费刻制首套印章，支付项目评审专家劳务",
     "新开办企业申领的首套印章全部免费刻制，评审场次满足需要", "民生保障项目",
     "企业开办成本下降，评审工作按时完成", "印章申领高峰期等候时间偏长", "高峰期增加刻制点"),
    ("XM2304", "政务服务大厅物业管理经费", "保障大厅安保、保洁和电工服务",
     "物业服务全年不间断，群众评价较好", "民生保障项目",
     "物业服务基本达到合同要求", "保洁班组更换期间服务质量下降，夜间值守记录不够完整",
     "更换班组前先交接考核，夜间值守实行交接签字"),
    ("XM2305", "政务服务大厅外广场改造经费", "完成大厅外广场和停车位改造",
     "改造工程按期竣工并通过验收", "基础设施（设备购置）项目",
     "工程按期完成，质量合格", "停车位指示牌偏少", "补充设置指示牌"),
)  # fmt: skip
_INDICATORS = """
XM2301 产出指标 数量指标 维修维护面积 ＝ 8000 平方米 5 8000 维修台账
XM2301 产出指标 数量指标 免费复印份数 ≥ 200000 份 10 216480 复印机计数器
XM2301 产出指标 数量指标 公共场所消毒次数 ≥ 1100 次 15 1164 消毒签收单
XM2301 产出指标 质量指标 设备设施完好率 ≥ 98 % 10 98.6 设备巡检记录
XM2301 产出指标 时效指标 报修当日响应率 ≥ 95 % 10 93.1 报修系统
XM2301 效益指标 社会效益指标 大厅正常开放天数 ≥ 248 天 20 250 大厅考勤系统
XM2301 满意度指标 服务对象满意度指标 办事群众满意度 ≥ 95 % 10 97.8 好差评系统
XM2301 成本指标 经济成本指标 免费复印单价 ≤ 0.2 元/份 10 0.19 复印服务结算单
XM2302 产出指标 数量指标 建成机房数量 ＝ 1 个 15 1 竣工验收单
XM2302 产出指标 数量指标 建成排号评价系统数量 ＝ 2 套 15 2 竣工验收单
XM2302 产出指标 质量指标 验收合格率 ＝ 100 % 10 100 竣工验收单
XM2302 产出指标 时效指标 系统上线月份 ≤ 10 月 10 9 系统上线通知
XM2302 效益指标 社会效益指标 排号系统使用率 ≥ 95 % 20 98.1 排号系统
XM2302 满意度指标 服务对象满意度指标 窗口人员满意度 ≥ 95 % 10 96.3 问卷调查
XM2302 成本指标 经济成本指标 装修单位造价 ≤ 600 元/平方米 10 562 结算审核书
XM2303 产出指标 数量指标 免费刻制印章套数 ≥ 500 套 20 506 印章领取台账
XM2303 产出指标 数量指标 项目评审场次 ≥ 70 场 10 73 评审签到台账
XM2303 产出指标 质量指标 印章刻制合格率 ＝ 100 % 10 100 印章领取台账
XM2303 产出指标 时效指标 印章刻制时长 ≤ 2 小时 10 1.5 企业开办系统
XM2303 效益指标 社会效益指标 新开办企业申领率 ≥ 90 % 20 93.4 企业开办系统
XM2303 满意度指标 服务对象满意度指标 申领企业满意度 ≥ 95 % 10 98.2 好差评系统
XM2303 成本指标 经济成本指标 印章单套成本 ≤ 290 元/套 10 290 印章结算单
XM2304 产出指标 数量指标 物业服务人数 ＝ 11 人 20 11 物业考勤系统
XM2304 产出指标 质量指标 月度考核合格率 ≥ 95 % 15 91.67 物业考核表
XM2304 产出指标 时效指标 服务月数 ＝ 12 月 15 12 物业合同
XM2304 效益指标 社会效益指标 安全保障天数 ≥ 365 天 20 365 值守记录
XM2304 满意度指标 服务对象满意度指标 办事群众满意度 ≥ 95 % 10 97.1 好差评系统
XM2304 成本指标 经济成本指标 物业月均费用 ≤ 3.33 万元/月 10 3.33 物业合同
XM2305 产出指标 数量指标 广场改造面积 ＝ 3200 平方米 20 3200 竣工验收单
XM2305 产出指标 数量指标 新增停车位数量 ≥ 60 个 15 64 竣工验收单
XM2305 产出指标 质量指标 工程验收合格率 ＝ 100 % 10 100 竣工验收单
XM2305 产出指标 时效指标 竣工月份 ≤ 11 月 5 11 竣工验收单
XM2305 效益指标 社会效益指标 停车位日均使用率 ≥ 70 % 20 82.5 停车场系统
XM2305 满意度指标 服务对象满意度指标 周边群众满意度 ≥ 90 % 10 94.6 问卷调查
XM2305 成本指标 经济成本指标 改造工程造价 ≤ 129.5 万元 10 129.48 结算审核书
"""
_DATES = (
    ("事前评估", "2022-09-20", "青审批〔2022〕31号"), ("目标", "2022-10-18", "青审批〔2022〕36号"),
    ("批复", "2023-02-10", "青财预〔2023〕5号"), ("监控", "2023-06-30", "青财绩〔2023〕9号"),
    ("监控", "2023-09-30", "青财绩〔2023〕9号"), ("监控", "2023-11-30", "青财绩〔2023〕9号"),
    ("自评", "2024-02-26", "青财绩〔2024〕2号"), ("结果应用", "2024-05-15", "青审批〔2024〕11号"),
)  # fmt: skip
_CARD = (
    (WHOLE, "目标制定", "9.5", "", "6个对象的绩效目标要素齐全；2个指标的数据来源写得不够细，扣0.5分"),
    (WHOLE, "违纪违规问题数", "0", "", ""), (WHOLE, "结余注销额", "0", "", ""),
    (WHOLE, "自评公开", "", "是", "随同决算公开"),
    (WHOLE, "结果整改", "3.5", "", "监控发现的3个问题已整改，1项制度还在修订，扣0.5分"),
    (WHOLE, "应用反馈", "", "是", "按时向县财政局反馈"),
)  # fmt: skip
_COMMON = (
    ("程序严密", "", "完善", "经评估论证并入库"), ("规划合理", "", "合理", "与年度目标一致"),
    ("分配合理", "", "是", "按批复分配"), ("资金使用不合规处数", "0", "", ""),
    ("实施管理不合规处数", "0", "", ""),
    ("违规记录", "", "合规", "没有发现违规"),
)  # fmt: skip
_SCOPED = {
    "民生保障项目": (
        ("区域均衡性", "", "均衡", "面向全县办事群众"), ("对象公平性", "", "公平", "不设门槛"),
    ),
    "基础设施（设备购置）项目": (
        ("未实现的功能项数", "0", "", ""), ("配套性", "", "较好", "主体完成，指示设施还要补充"),
    ),
}  # fmt: skip


def entries() -> Iterator[tuple[str, list[Row]]]:
    """Every register of performance with its rows."""
    fields = ("subject", "name", "text", "done", "scope", "conclusion", "problems", "measures")
    goals = [dict(zip(fields, goal, strict=True)) for goal in _GOALS]
    yield "goals", [goal | {"course": COURSES.get(goal["subject"], "")} for goal in goals]
    planned = [_indicator(at, line) for at, line in enumerate(_INDICATORS.split("\n")[1:-1], 1)]
    yield "indicators", [row for row, _, _ in planned]
    yield (
        "steps",
        [
            {"subject": goal[0], "stage": stage, "on": on, "basis": basis, "post": "财务负责人"}
            for goal in _GOALS
            for stage, on, basis in _DATES
            if goal[0] != WHOLE or stage != "事前评估"
        ],
    )
    yield "assessments", list(assessments())
    yield "remarks", list(remarks())
    yield "monitoring", [row for item, value, _ in planned for row in _readings(item, value)]
    yield "evidence", list(_evidence(planned))


def _indicator(at: int, line: str) -> tuple[Row, str, str]:
    """An indicator, its value at the year's end and the system that tells it."""
    subject, level1, level2, name, nature, target, unit, weight, value, system = line.split()
    row = {
        "number": f"ZB{subject[-2:]}{at:02d}", "subject": subject, "level1": level1,
        "level2": level2, "name": name, "nature": nature, "target": target, "unit": unit,
        "weight": weight, "source": system,
    }  # fmt: skip
    return row, value, system


def _readings(item: Row, value: str) -> Iterator[Row]:
    """Readings in June, September and November; counts grow, everything else stands as it is."""
    growing = item["unit"] in {"份", "次", "天", "套", "场"}
    for month, day, share in ((6, 30, 50), (9, 30, 76), (11, 30, 93)):
        reached = str(int(float(value) * share / 100)) if growing and float(value) > 9 else value
        yield {
            "indicator": item["number"], "on": f"2023-{month:02d}-{day}", "value": reached,
            "expected": value,
        }  # fmt: skip


def _evidence(planned: list[tuple[Row, str, str]]) -> Iterator[Row]:
    number = 0
    for item, value, system in planned:
        number += 1
        yield {
            "number": f"ZJ{number:04d}", "subject": item["subject"], "about": item["number"],
            "value": value, "unit": item["unit"], "cutoff": "2023-12-31", "system": system,
            "records": f"TZ-2023-{number:03d}",
        }  # fmt: skip
    for subject, about, value, level, note in _judged():
        number += 1
        yield {
            "number": f"ZJ{number:04d}", "subject": subject, "about": about, "value": value,
            "level": level, "cutoff": "2023-12-31", "system": "绩效自评工作底稿",
            "records": f"DG-2023-{number:03d}", "note": note,
        }  # fmt: skip


def _judged() -> Iterator[tuple[str, str, str, str, str]]:
    yield from _CARD
    for subject, _, _, _, scope, *_ in _GOALS[1:]:
        for about, value, level, note in (*_COMMON, *_SCOPED[scope]):
            yield subject, about, value, level, note
