"""PER059: one project code on forms of different projects, or one project on two forms."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Performance, SelfEvaluation
from kaocheng.performance.wording import short, skipped

_CODE = "PER059"


@rule("项目代码或项目名称重复", family="前后一致", of=Performance)
def duplicate_project(performance: Performance) -> Iterator[Said]:
    """每个项目代码只属于一个项目，每个项目只应有一张自评表。"""
    named = [f for f in performance.forms if f.name and f.project and not f.whole and _scored(f)]
    if len(named) < 2:
        yield skipped(_CODE, "没有两张以上的项目自评表")
    seen: dict[str, SelfEvaluation] = {}
    for form in named:
        for key in {form.code, form.project} - {""}:
            earlier = seen.setdefault(key, form)
            if earlier is not form and form.name and earlier.name:
                yield Finding(
                    _CODE,
                    form.name.place,
                    form.name.words,
                    key,
                    "各项目互不相同",
                    f"“{short(form.project)}”与“{short(earlier.project)}”的"
                    f"{'项目代码' if key == form.code else '项目名称'}相同：{key}。",
                    remedy="核对项目代码和名称，删去重复的表。",
                    related=(earlier.name.place,),
                )
                break


def _scored(form: SelfEvaluation) -> bool:
    """Whether it is a self-evaluation and not the project's sheet of goals."""
    return any(i.score or i.actual for i in form.indicators)
