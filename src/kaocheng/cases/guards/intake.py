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
