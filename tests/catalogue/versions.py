"""Item versions for tests (测试用实施清单): three made-up ones, and any one (hypothesis)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from kaocheng.catalogue.records import (
    Fee,
    ItemVersion,
    Limits,
    Material,
    Necessity,
    Result,
    Situation,
    Stage,
    Step,
)
from kaocheng.kernel.clocks import Budget, Span

BUREAU, HOUSING, FIRE = "D001", "D002", "D003"
"""Codes of three departments of the made-up county: 行政审批局, 住建局, 消防大队."""
SINCE = date(2026, 1, 1)


def ordinary(**changes: object) -> ItemVersion:
    """A permit (承诺件) with two review steps side by side: item P001, 20 days by law, 10 promised."""
    materials = (
        Material("form", "经营许可申请表", kind="1", origin="10", blank="空白表格"),
        Material("identity", "经办人身份证明", kind="2", origin="20", copies=1),
        Material("plan", "场所平面图", kind="9", origin="10"),
        Material(
            "lease", "场所租赁合同", Necessity.CONDITIONAL, condition="场所为租赁", origin="10"
        ),
        Material(
            "deed", "不动产权证书", Necessity.CONDITIONAL, condition="场所为自有", origin="20"
        ),
    )
    situations = (
        Situation("owned", "经营场所如何取得？", "自有", ("deed",)),
        Situation("rented", "经营场所如何取得？", "租赁", ("lease",)),
    )
    steps = (
        Step("accept", "受理", "window_clerk", BUREAU, budget=Budget(1), stage=Stage.ACCEPT),
        Step("house", "场所审查", "approver", HOUSING, ("accept",), Budget(5), ("plan", "lease", "deed")),
        Step("fire", "消防意见", "approver", FIRE, ("accept",), Budget(6), ("plan",)),
        Step("decide", "决定", "chief_representative", BUREAU, ("house", "fire"), Budget(2),
             stage=Stage.DECIDE),
        Step("issue", "制证送达", "issuer", BUREAU, ("decide",), Budget(1), stage=Stage.ISSUE),
    )  # fmt: skip
    version = ItemVersion(
        item="P001",
        version=1,
        name="公共场所经营许可（示范）",
        kind="01",
        level="4",
        body=BUREAU,
        handling_body=BUREAU,
        limits=Limits(Budget(20), Budget(10)),
        immediate=False,
        max_visits=1,
        channels=("1", "2"),
        materials=materials,
        steps=steps,
        valid_from=SINCE,
        situations=situations,
        fees=(Fee("工本费", Decimal("10.00"), "示范价费〔2026〕1号"),),
        results=(Result("10", "公共场所经营许可证"),),
        conditions="有固定场所，并符合消防要求。",
        bases=("《中华人民共和国行政许可法》",),
        special=("现场勘验",),
        codes=(("基本编码", "000199001001"), ("实施编码", "1151000000000000XT4000199001001")),
        elements=ELEMENTS,
        applicants=("1", "2"),
        themes=("设立变更",),
        keywords=("开店", "场所"),
    )
    return _changed(version, changes)


def immediate(**changes: object) -> ItemVersion:
    """A certificate given at the counter (即办件): item P002, one step, no fee."""
    version = ItemVersion(
        item="P002",
        version=1,
        name="从业登记证明（示范）",
        kind="20",
        level="4",
        body=BUREAU,
        handling_body=BUREAU,
        limits=Limits(None, Budget(30, Span.MINUTE)),
        immediate=True,
        max_visits=1,
        channels=("1",),
        materials=(Material("identity", "申请人身份证明", kind="2", origin="20"),),
        steps=(Step("handle", "受理并当场办结", "window_clerk", BUREAU, stage=Stage.DECIDE),),
        valid_from=SINCE,
        results=(Result("20", "从业登记证明"),),
        conditions="已在本县登记从业信息。",
        bases=("示范县公共服务事项目录",),
        codes=(("基本编码", "002099002001"),),
        elements=ELEMENTS,
        applicants=("1",),
    )
    return _changed(version, changes)


def tolerant(**changes: object) -> ItemVersion:
    """A permit with a material that may follow in 10 days and a promise instead of proof: item P003."""
    permit = ordinary(
        item="P003",
        name="临时设施建设许可（示范）",
        situations=(),
        materials=(
            Material("form", "临时设施申请表", kind="1", origin="10"),
            Material("drawing", "设施设计图", kind="9", origin="30", deferrable=True, deferrable_days=10),
            Material("pledge", "告知承诺书", kind="1", origin="10"),
        ),
        steps=(
            Step("accept", "受理", "window_clerk", BUREAU, budget=Budget(1), stage=Stage.ACCEPT),
            Step("review", "审查", "approver", HOUSING, ("accept",), Budget(5), ("drawing",)),
            Step("decide", "决定", "chief_representative", BUREAU, ("review",), Budget(2),
                 stage=Stage.DECIDE),
        ),
        promise_allowed=True,
        codes=(("基本编码", "000199003001"),),
    )  # fmt: skip
    return _changed(permit, changes)


def renewing(**changes: object) -> ItemVersion:
    """The renewal of the permit P001 (延续): item P004, asked for with its number and its last day."""
    more = {
        "item": "P004",
        "name": "公共场所经营许可延续（示范）",
        "codes": (("基本编码", "000199001004"),),
    }
    return ordinary(**{**more, "elements": (*ELEMENTS, ("renewal", "是")), **changes})


ELEMENTS = (
    ("link_way", "0000-12345"),
    ("supervise_way", "0000-12345 转 2"),
    ("transact_addr", "示范县政务服务中心一楼"),
    ("transact_time", "工作日 9:00–12:00，13:30–17:00"),
)


def _changed(version: ItemVersion, changes: dict[str, object]) -> ItemVersion:
    kept = {name: getattr(version, name) for name in ItemVersion.__dataclass_fields__}
    return ItemVersion(**{**kept, **changes})


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
budgets = st.builds(Budget, st.integers(0, 400), st.sampled_from(Span))
versions = st.builds(
    ItemVersion,
    item=texts,
    version=st.integers(1, 99),
    name=texts,
    limits=st.builds(Limits, st.none() | budgets, budgets, texts, texts),
    materials=st.lists(st.from_type(Material), max_size=3).map(tuple),
    steps=st.lists(st.from_type(Step), max_size=3).map(tuple),
    fees=st.lists(
        st.builds(Fee, texts, st.none() | st.decimals(0, 99999, places=2), texts), max_size=2
    ).map(tuple),
)
"""Any version at all, sensible or not; texts of fields that are not named are any text too."""
