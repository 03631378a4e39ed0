"""Guards at acceptance (受理的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.materials import missing
from kaocheng.catalogue.records import Material
from kaocheng.kernel.refusing import Refusal


def materials_complete(a: Attempt) -> Refusal | None:
    """齐全，或者缺的都可容缺、已承诺；补正告知书没有写的不能再要求."""
    lacking = {m.key: m for m in missing(a.case, a.version)}
    deferred, promised = set(a.facts.get("deferred", ())), set(a.facts.get("promised", ()))
    for key in sorted(deferred):
        if refused := _not_deferrable(a, key, lacking.get(key)):
            return refused
    asked = lacking.keys() - deferred - promised
    if (told := a.case.supplement) is not None:
        asked &= {key for key, _ in told.missing}
    short = [m.name for m in lacking.values() if m.key in asked]
    if not short:
        return None
    return a.refusal("incomplete", f"还缺{'、'.join(short)}", "请收齐、容缺，或一次告知补正")


def _not_deferrable(a: Attempt, key: str, lacking: Material | None) -> Refusal | None:
    if lacking is None:
        return a.refusal("not_missing", f"材料 {key} 并不缺", "请从容缺材料里去掉它")
    if lacking.deferrable:
        return None
    why = f"“{lacking.name}”不是可容缺的材料"
    return a.refusal("not_deferrable", why, "请收齐后受理，或一次告知补正")


def promise_allowed(a: Attempt) -> Refusal | None:
    """告知承诺：事项允许，并有承诺书内容."""
    if not a.facts.get("promised"):
        return None
    if not a.version.promise_allowed:
        return a.refusal("no_promise", "这个事项不实行告知承诺", "请收齐材料")
    if a.facts.get("promise"):
        return None
    return a.refusal("promise_text", "没有写明承诺的内容", "请填写承诺书内容")


def original_seen(a: Attempt) -> Refusal | None:
    """延续的原许可不是本厅签发的，受理时照原件核对编号和届满日."""
    if not a.case.renewal_of or a.case.renewal_issue:
        return None
    seen = a.facts.get("original", "")
    if seen == a.case.renewal_of:
        return None
    until = a.case.expires_on
    if not seen:
        why = f"原许可 {a.case.renewal_of} 不是本厅签发的，届满日 {until} 只是申请人所填"
        return a.refusal("original", why, "请核对原许可证件，照原件填写编号")
    why = f"原件上的编号 {seen} 与登记的 {a.case.renewal_of} 不同"
    return a.refusal("original", why, "请核对；登记有误的，退件后重新登记")


def another_unit(a: Attempt) -> Refusal | None:
    """转办要转给别的部门."""
    task = a.case.task(a.facts.get("task", ""))
    if a.facts["unit"] != (task.unit if task else a.case.unit):
        return None
    return a.refusal("same_unit", "现在就由这个部门承办", "请另选部门")
