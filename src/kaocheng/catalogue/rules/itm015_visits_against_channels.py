"""ITM015 到现场次数与办理形式不符."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("到现场次数与办理形式不符", family="准确", of=ItemVersion)
def visits_against_channels(version: ItemVersion) -> Iterator[Flaw]:
    """一次不跑的要能网上或快递办；全程网办的不用跑；要跑的要有窗口。"""
    visits, channels = version.max_visits, set(version.channels)
    distant = bool(channels & _DISTANT)
    whole = version.element("online_handle_depth") == _WHOLE
    if visits == 0 and channels and not distant:
        yield _told(visits, "不用到现场，却没有网上或快递的办理形式", "请补上办理形式，或改次数")
    if visits > 0 and whole:
        yield _told(visits, "全程网办，却要到现场", "请改成 0 次，或改网上办理深度")
    if visits > 0 and channels and _WINDOW not in channels and not whole:
        yield _told(visits, "要到现场，却没有窗口办理", "请补上窗口办理，或改成 0 次")


_WINDOW, _DISTANT, _WHOLE = "1", frozenset({"2", "3", "4"}), "5"


def _told(visits: int, message: str, remedy: str) -> Flaw:
    return of_element("max_visits", str(visits), message, remedy)
