"""Whether an item can be applied for online (是否开通网上办理): asked by the guide and by the portal alike."""

from __future__ import annotations

from kaocheng.cases.lists import channel_kinds
from kaocheng.cases.states import Channel
from kaocheng.catalogue.records import ItemVersion


def open_online(version: ItemVersion) -> bool:
    """Whether its list of channels names the network, or names none."""
    return not version.channels or bool(
        set(channel_kinds()[Channel.ONLINE].codes) & set(version.channels)
    )
