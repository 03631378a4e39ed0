"""What the made-up bureau wrote in examples/year: courses, reasons, and what was found beforehand."""

from __future__ import annotations

from collections.abc import Iterator

Row = dict[str, str]
COURSES = {
    "XM2301": "年初按月编排用款计划，水电、通信据实结算，维修和消毒由中标单位按合同实施，每次完成后由大厅管理股签收",
    "XM2302": "立项后通过政府采购选定施工和设备单位，先装修、后安装设备，竣工后组织验收，结算送审计单位审核",
    "XM2303": "企业登记后当场申领印章，刻制单位按月结算；项目评审由业务股提出，专家随机抽取，劳务费逐场核对签到后支付",
    "XM2304": "续签物业服务合同，按月考核安保、保洁和电工服务，考核结果作为支付当月服务费的依据",
    "XM2305": "设计方案征求周边单位意见后公开招标，施工期间分区围挡，竣工后组织验收并移交管理",
}
"""实施内容及过程概述 by project."""

_REASONS = (
    ("XM2301", "ZB0105", "夏季空调集中报修，维修人员不足，一部分报修次日才到场处理"),
    ("XM2304", "ZB0424", "年中更换保洁班组，有一个月的保洁考核不合格，已扣减当月服务费"),
)

_FUNDS = {"XM2305": "政府性基金预算"}
_FINDINGS = {
    "XM2301": (
        "大厅每天接待办事群众，水电、通信和维修是日常运转的必需支出",
        "单价按上年结算价和询价结果测算，没有超出同类大厅的水平",
        "指标覆盖维修、消毒和免费复印，都能计量",
        "管理制度和合同文本齐备，有专人签收",
    ),
    "XM2302": (
        "原有机房和叫号设备已到报废年限，大厅布局不能满足一窗受理",
        "工程量由设计单位测算，设备价格经三家询价",
        "目标与建设内容一致，质量和时间都有指标",
        "设计方案经过论证，场地已经落实",
    ),
    "XM2303": (
        "免费刻制首套印章是优化营商环境的既定措施，评审专家劳务须由部门承担",
        "印章单价和专家劳务标准按上年合同和规定执行",
        "数量按近两年新开办企业户数测算，能够计量",
        "刻制单位和专家库已经选定，流程已经运行一年",
    ),
    "XM2304": (
        "大厅人员密集，安保、保洁和电工服务不可缺少",
        "人员数量按面积和岗位测算，单价低于上年中标价",
        "按人数、月数和考核合格率设定，能够计量",
        "合同和考核办法齐备",
    ),
    "XM2305": (
        "广场地面破损，停车位不足，影响群众到大厅办事",
        "造价经财政评审",
        "面积、车位和使用率都能计量",
        "施工图已经完成，不影响大厅开放",
    ),
}


def remarks() -> Iterator[Row]:
    """Why an indicator was not reached."""
    for subject, about, reason in _REASONS:
        yield {"subject": subject, "about": about, "reason": reason}


def assessments() -> Iterator[Row]:
    """What 事前绩效评估 found of each project, and the post that approved it."""
    for subject, (necessity, economy, aims, feasibility) in _FINDINGS.items():
        yield {
            "subject": subject, "necessity": necessity, "economy": economy, "aims": aims,
            "feasibility": feasibility, "funding": f"由{_FUNDS.get(subject, '一般公共预算')}安排，不形成债务",
            "conclusion": "调整完善后予以支持" if subject == "XM2302" else "予以支持", "post": "局长",
        }  # fmt: skip
