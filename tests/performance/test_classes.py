"""Indicators under the wrong second-level class (二级指标归类): one finding that keeps each row's place."""

from __future__ import annotations

from kaocheng.disclosure.checking import check
from tests.disclosure.texts import read_text

_FORM = """
项目支出绩效自评表
项目名称	示例展厅运行费
主管部门	示例县商务局
年度预算数（万元）	年初预算	调整后预算数	预算执行数	预算执行率	权重	得分	原因
总额	100.00	100.00	100.00	100.00%	10	10	无
一级指标	二级指标	三级指标	指标性质	指标值	度量单位	完成值	权重	得分	数据来源
产出指标	数量指标	竣工时间	＝	8	月	8	20	20	台账
产出指标	质量指标	按期办结率	≥	98	%	99	10	10	台账
产出指标	数量指标	审批时限	≤	5	工作日	4	20	20	台账
效益指标	社会效益指标	营商环境	定性	有所改善		有所改善	30	30	调查
满意度指标	服务对象满意度指标	群众满意度	≥	90	%	95	10	10	问卷
合计	100	100
"""


def test_each_misplaced_row_keeps_its_place() -> None:
    """The finding stands at the first row and names the place of every other; a rate of quality is none."""
    report = check(read_text(_FORM))
    (found,) = [f for f in report.findings if f.code == "PER049"]
    rows = dict(enumerate(_FORM.splitlines(), 1))
    lines = [place.line for place in (found.place, *found.related)]
    assert ["竣工时间", "审批时限"] == [rows[line or 0].split("\t")[2] for line in lines]
    assert "“竣工时间”列为数量指标，应为时效指标；“审批时限”" in found.message
