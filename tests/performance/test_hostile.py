"""Whatever stands in the cells, reading and judging end without an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.kernel.rulebook import rules_in
from kaocheng.performance import rules
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.readers import read_performance
from tests.performance.builders import document, grid

_RULES = tuple(rules_in(rules))
_WORDS = sorted({w for group in vocabulary().values() for words in group.values() for w in words})
_VALUES = [
    "", "—", "0", "0.00", "100%", "\uff11\uff12.5", "≥95", "＝", "定性", "万元", "%", "年",
    "5000元/月",
    "受理办件1000件以上", "满意度", "成本指标", "产出指标（50分）", "年初预算0万，实际使用1.5万元",
    "100-万元", "得分≥90分为“优”", "该项得5分", "1、预算配置（20分）", "-3",
]  # fmt: skip
_CELL = st.sampled_from(_WORDS + _VALUES * 6)
_HEADER = [
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "完成值",
    "权重",
    "得分",
]
_CARD = [
    "一级指标",
    "二级指标",
    "三级指标",
    "分值",
    "适用范围",
    "方法归类",
    "计分标准",
    "备注",
    "得分",
]
_ROW = st.lists(_CELL, min_size=9, max_size=9)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ROW, max_size=5), st.sampled_from([_HEADER, _CARD]), st.lists(_ROW, max_size=6))
def test_nothing_breaks(above: list[list[str]], header: list[str], below: list[list[str]]) -> None:
    """Rows of labels and odd values around a header: every rule runs to its end."""
    table = grid([*above, header, *below])  # type: ignore[list-item]
    performance = read_performance(document("自评得分100分。", table, *[r[0] for r in below]))
    for rule in _RULES:
        for record in performance.records(rule.of):
            said = list(rule.function(record))
            assert all(getattr(item, "code", "") == rule.code for item in said)
