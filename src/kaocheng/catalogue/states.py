"""Where an item stands on its way into the catalogue (事项状态), and what a stored version is."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """The state of an item's current round of work (事项状态).

    A published version stays in force while the next one is filled and reviewed: the state tells of
    the work, the dates of the versions tell what applies.
    """

    UNASSIGNED = "待指派"
    CLAIMED = "已认领"
    FILLING = "填报中"
    REVIEW = "待审"
    PUBLISHED = "发布"
    WITHDRAWN = "停用"


class Standing(StrEnum):
    """What a stored version is (版本性质): a draft, one that was published, one given up before."""

    DRAFT = "草稿"
    PUBLISHED = "已发布"
    DISCARDED = "已作废"
