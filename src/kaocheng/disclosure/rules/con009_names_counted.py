"""CON009: a number of things followed by another number of names (3个项目，包括：甲、乙)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.projects import own_name
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON009"
_COUNTERS = {"个", "家", "项", "台（套）", "台", "辆"}
_LIST = re.compile(
    r"[^，。；：、\d]{0,12}[，,](?:分别是|分别为|包括|即)[:：]\s?(?P<names>[^。；：\d]+)(?=[。；]|\Z)"
)
_AHEAD = re.compile(
    r"(?:以及|内设|下设|下辖|设立|设有|设|有|为|是|即|括|含)[:：]?(?P<names>[^，。；：:,;（(\d]+)\Z"
)
_NAME = re.compile(r"“[^“”]+”")
_QUOTED = re.compile(r"(?P<names>(?:“[^“”]+”[、和与及]?){2,})(?P<more>等)?\Z")
_OFFICE = re.compile(r"[股科室处局所站队组部办]|中心|大厅|街道|[镇乡]")
_OFFICES = re.compile(
    r"\s*(?:内设|职能|业务|下属|直属|事业)?(?:机构|股室|科室|处室|部门|单位|股|科|室|镇|乡|街道)"
)
_JOINED = re.compile(r"[和与及]")
_FEWEST = 3
_OPEN = re.compile(r"等[^、]{0,6}\Z|[和及与以]|（|\(")


@rule("列出的名称个数与数字不符", family="前后一致", of=Statement, severity="note")
def names_counted(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """A count right before or behind a closed list of names is the number of the names."""
    found = False
    projects = _projects(statement)
    for sentence in statement.sentences:
        for mention in sentence.mentions:
            names = _names(sentence, mention, projects)
            ahead = _ahead(sentence, mention)
            if names:
                found = True
                yield from _judge(mention, names)
            elif ahead:
                found = True
                yield from _judge_ahead(mention, *ahead)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出个数又逐一列名的句子")


def _projects(statement: Statement) -> frozenset[str]:
    """The names of projects that have a form of their own, which are one name each."""
    forms = statement.performance.forms if statement.performance else ()
    return frozenset(name for form in forms if (name := own_name(form)))


def _names(sentence: Sentence, mention: Mention, projects: frozenset[str]) -> list[str]:
    """The names listed behind a count, none where the list may be open or a name compound."""
    if mention.kind != "count" or mention.figure.unit.name not in _COUNTERS:
        return []
    match = _LIST.match(sentence.passage.text[mention.end : sentence.end])
    if not match:
        return []
    names = [name for name in match["names"].split("、") if name.strip()]
    unknown = [name for name in names if name not in projects]
    return [] if _OPEN.search("、".join(unknown)) else names


def _ahead(sentence: Sentence, mention: Mention) -> tuple[list[str], bool] | None:
    """The names right before their count (内设甲股、乙股2个股室), and whether 等 follows them.

    They are offices, or stand in quotation marks; a list of other things may have names with 、.
    """
    if quoted := _QUOTED.search(mention.before.strip()) if mention.kind == "count" else None:
        return (_NAME.findall(quoted["names"]), bool(quoted["more"]))
    after = sentence.passage.text[mention.end : mention.end + 8]
    if mention.figure.unit.name not in ("个", "家") or not _OFFICES.match(after):
        return None
    match = _AHEAD.search(mention.before.strip())
    said = match["names"].strip() if match else ""
    names = said.removesuffix("等").split("、")
    offices = all(_OFFICE.search(name[-2:]) for name in names)
    return (names, said.endswith("等")) if len(names) >= _FEWEST and offices else None


def _judge_ahead(mention: Mention, names: list[str], more: bool) -> Iterator[Finding | Judged]:  # noqa: FBT001
    """The last name may be two joined by 和; an open list may name fewer than there are."""
    most = len(names) + len(_JOINED.findall(names[-1]))
    number = mention.figure.value
    if len(names) <= number <= most:
        yield Judged(CODE, Outcome.HOLDS, "个数与列出的名称一致", (mention.figure,))
    elif number < len(names) or not more:
        yield from _judge(mention, names, "前面")


def _judge(mention: Mention, names: list[str], where: str = "后面") -> Iterator[Finding | Judged]:
    right = mention.figure.value == len(names)
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    yield Judged(CODE, outcome, "个数与列出的名称一致", (mention.figure,))
    if not right:
        yield Finding(
            code=CODE,
            place=mention.figure.place,
            quote=mention.figure.text,
            written=mention.figure.text,
            expected=f"{len(names)}{mention.figure.unit.name}",
            message=f"写的是{mention.figure.text}，{where}列出的名称有{len(names)}个："
            f"{'、'.join(names)}。",
        )
