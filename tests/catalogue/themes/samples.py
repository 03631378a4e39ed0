"""A made-up theme: opening a shop, of a licence, a permit that needs it, a fire check and a certificate."""

from __future__ import annotations

from kaocheng.catalogue.records import ItemVersion, Limits, Material, Necessity
from kaocheng.catalogue.themes.records import FormField, Theme, ThemeItem
from kaocheng.kernel.clocks import Budget
from tests.catalogue.versions import immediate, ordinary


def version(item: str, name: str, days: int, *materials: Material, **more: object) -> ItemVersion:
    """An item of so many promised days that asks for these materials."""
    told = {"situations": (), "requires": (), "codes": (("基本编码", f"C{item}"),)} | more
    limits = Limits(Budget(20), Budget(days))
    return ordinary(item=item, name=name, limits=limits, materials=materials, **told)


IDENTITY = Material("id", "申请人身份证明", originals=1, copies=1)
LICENCE = version(
    "L1", "营业执照设立登记", 3,
    Material("form", "设立登记申请书"), IDENTITY, Material("deed", "房屋产权证明", copies=2),
)  # fmt: skip
PERMIT = version(
    "P1", "食品经营许可", 8,
    Material("form", "食品经营许可申请表"),
    Material("lic", "营业执照副本", output_of="CL1"),
    Material("who", "居民身份证（复印件）", originals=0, copies=2),
    Material("plan", "经营场所平面图"),
)  # fmt: skip
FIRE = version(
    "F1", "公众聚集场所消防安全检查", 10,
    Material("form", "消防安全检查申请表"),
    Material("place", "场所平面布局图", standard="注明疏散通道"),
    Material("own", "不动产权证", Necessity.SUPPLIED),
)  # fmt: skip
OUTSIDE = version("H1", "健康合格证明", 5, Material("x", "体检报告"))
SIGN = version(
    "S1", "户外招牌设置", 4,
    Material("plan", "招牌设计图"), Material("lic", "营业执照", output_of="L1"),
    Material("health", "从业人员健康证明", output_of="H1"),
)  # fmt: skip
QUICK = immediate(item="Q1", materials=(IDENTITY,), codes=())
VERSIONS = (LICENCE, PERMIT, FIRE, SIGN)


def fields(*labels: str) -> tuple[FormField, ...]:
    """Text fields of these labels."""
    return tuple(FormField(label) for label in labels)


THEME = Theme(
    "T1", "开办餐饮店", "D001",
    (
        ThemeItem("L1", fields("企业名称", "法定代表人", "住所", "经营范围")),
        ThemeItem("P1", fields("单位名称", "负责人", "经营场所地址", "许可范围")),
        ThemeItem("F1", (*fields("场所名称", "经营地址"), FormField("投入使用日期", "date"))),
        ThemeItem("S1", fields("申请人", "招牌位置"), optional=True),
    ),
)  # fmt: skip
