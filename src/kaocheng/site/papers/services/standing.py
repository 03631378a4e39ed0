"""Issued papers as they stand (现行文书): by their 文号, and in the words they were issued in."""

from __future__ import annotations

import json

from kaocheng.cases.papers.encoding import decoded
from kaocheng.kernel.papers import Paper
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.sealing import unseal
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.issuing import digest_of


def standing_paper(*, county: str, number: str, lock: bool = False) -> StoredPaper:
    """The version of a paper that stands; refused where there is no such number."""
    rows = StoredPaper.objects.of(county).standing()
    row = (rows.select_for_update() if lock else rows).filter(number=number).first()
    if row is None:
        raise Refusal("paper.none", f"没有文号为 {number} 的文书。", "请核对文号。")
    return row


def words_of(row: StoredPaper) -> Paper:
    """The words of an issued paper, as they were issued; refused where they were changed since."""
    text = unseal(row.words, row.place)
    if digest_of(text) != row.digest:
        raise Refusal(
            "paper.changed", f"{row.number} 的内容与签发时不一致。", "请联系系统管理员核查。"
        )
    return decoded(json.loads(text))
