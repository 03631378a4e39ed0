"""Published items for tests (测试用已发布事项): ready to open a case on.

`publish_ordinary(county)` gives P001 (two review steps side by side), `publish_immediate` P002
(即办件), `publish_tolerant` P003 (可容缺 and 告知承诺); `publish(county, version)` any other.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.catalogue.services import adopt_version
from tests.catalogue.versions import BUREAU, FIRE, HOUSING, immediate, ordinary, tolerant

AT = datetime(2026, 1, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DEPARTMENTS = {BUREAU: "行政审批局", HOUSING: "住房和城乡建设局", FIRE: "消防救援大队"}


def publish(county: str, version: ItemVersion) -> ItemVersion:
    """Store the departments and the item, published from its own first day."""
    for code, name in DEPARTMENTS.items():
        StoredDepartment.objects.get_or_create(county=county, code=code, defaults={"name": name})
    adopt_version(county=county, version=version, at=AT)
    return version


def publish_ordinary(county: str, **changes: object) -> ItemVersion:
    """P001: 受理, then 场所审查 and 消防意见 side by side, 决定, 送达; 10 working days promised."""
    return publish(county, ordinary(**changes))


def publish_immediate(county: str, **changes: object) -> ItemVersion:
    """P002: given at the counter within 30 minutes."""
    return publish(county, immediate(**changes))


def publish_tolerant(county: str, **changes: object) -> ItemVersion:
    """P003: the drawing may follow within 10 working days; a promise is allowed."""
    return publish(county, tolerant(**changes))
