"""The faults put into the second example: what is right, what is written instead."""

from __future__ import annotations

FAULTS: tuple[tuple[str, str], ...] = (
    # 公开01表: two digits of the closing balance changed places
    ("年末结转和结余\t59\t6,300.50", "年末结转和结余\t59\t3,600.50"),
    # 公开02表: a 款 differs from the sum of its 项
    (
        "20805\t\t\t行政事业单位养老支出\t283,282.56\t283,282.56\t\t\t\t\t\t",
        "20805\t\t\t行政事业单位养老支出\t283,282.56\t238,282.56\t\t\t\t\t\t",
    ),
    # 公开03表: project expenditure ten times too large
    (
        "2010302\t\t\t一般行政管理事务\t2,897,600.00\t\t2,897,600.00",
        "2010302\t\t\t一般行政管理事务\t2,897,600.00\t\t28,976,000.00",
    ),
    # 公开06表: one item changed, its heading not
    ("差旅费\t21,873.50", "差旅费\t12,873.50"),
    # 公开08表: empty, and nobody says why
    (
        (
            "注：青禾县行政审批局2020年度没有国有资本经营预算财政拨款收入，"
            "也没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。\n"
        ),
        "\n",
    ),
    # a share that does not follow from its amounts
    ("占总支出的43.13%", "占总支出的41.13%"),
    # 减少 where the figure has risen
    (
        "一般公共预算财政拨款支出增加49.30万元，增长7.98%",
        "一般公共预算财政拨款支出减少49.30万元，增长7.98%",
    ),
    # the sentence and the table give different amounts
    ("2020年度机关运行经费支出43.55万元", "2020年度机关运行经费支出45.35万元"),
    # parts that do not make their whole
    ("政府采购服务支出58.25万元", "政府采购服务支出52.85万元"),
    # 万元 left out of a list, so that the amount is ten thousand times smaller
    ("固定资产163.75万元", "固定资产163.75元"),
    # a completion rate that does not follow from its counts
    ("办结58214件，办结率99.58%", "办结58214件，办结率99.85%"),
    # the year of the report before
    ("第三部分 2020年度部门决算情况说明\n\n一、", "第三部分 2019年度部门决算情况说明\n\n一、"),
    # a place in the template that was never filled in
    ("国内公务接待12批次，64人次", "国内公务接待XX批次，64人次"),
    # doubled punctuation
    ("主要用于缴纳住房公积金。", "主要用于缴纳住房公积金。。"),
)
