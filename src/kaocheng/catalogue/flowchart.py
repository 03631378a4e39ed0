"""The chart of a version's steps (办理流程图): layers from top to bottom, branches side by side.

Only geometry and words; a page draws them. A line that passes a layer gets a narrow place of its own
there, so it never runs through a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kaocheng.catalogue.codes import named
from kaocheng.catalogue.graphs import layers, turned
from kaocheng.catalogue.paths import graph, is_sound
from kaocheng.catalogue.records import ItemVersion, Step

START, END = "开始", "结束"
WIDE, HIGH, NARROW, TURN = 176, 92, 24, 40
"""Width and height of a box, width of a passing line, and the room between layers."""
_GAP, _ROUND, _EDGE = 28, 44, 8
_LEAD, _RISE = 20, 15
"""From line to line, and from a line's top to the foot of its letters."""
_STYLES = {"受理": "accept", "审查": "review", "决定": "decide", "送达": "issue"}
_LINE = 11
"""Characters of a name in one line of a box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step in its place (环节框): left, top, its words; `stage` colours it, `sometimes` dashes its frame."""

    key: str
    title: tuple[str, ...]
    who: str
    limit: str
    stage: str
    x: int
    y: int
    width: int = WIDE
    height: int = HIGH
    sometimes: bool = False

    @property
    def middle(self) -> int:
        """Where lines meet it."""
        return self.x + self.width // 2

    @property
    def style(self) -> str:
        """What it looks like: by its stage, or as one of the two ends."""
        return _STYLES.get(self.stage, "edge")

    @property
    def corner(self) -> int:
        """How round it is."""
        return self.height // 2 if self.style == "edge" else 8

    @property
    def texts(self) -> tuple[tuple[str, str, int], ...]:
        """Its lines of words: text, kind and height, centred in the box."""
        words = [(line, "title") for line in self.title]
        words += [(text, kind) for text, kind in ((self.who, "who"), (self.limit, "limit")) if text]
        first = self.y + (self.height - _LEAD * len(words)) // 2 + _RISE
        return tuple((text, kind, first + _LEAD * at) for at, (text, kind) in enumerate(words))


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line (连线): its corners; `arrow` where it reaches a box."""

    points: tuple[tuple[int, int], ...]
    arrow: bool

    @property
    def drawn(self) -> str:
        """The corners as SVG wants them."""
        return " ".join(f"{x},{y}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart (流程图): size, boxes, lines, and the same in sentences."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class _Plan:
    """The steps with start, end and passing places, layer by layer."""

    rows: list[list[str]]
    waits: dict[str, list[str]]
    steps: Mapping[str, Step]
    at: dict[str, tuple[int, int]] = field(default_factory=dict)


def chart(version: ItemVersion, departments: Mapping[str, str]) -> Chart | None:
    """The chart of a version; None when its steps cannot be walked, which a rule tells."""
    if not version.steps or not is_sound(version):
        return None
    plan = _planned(version)
    for _ in range(3):
        _ordered(plan)
    width, height = _placed(plan)
    boxes = tuple(
        _box(plan, name, version, departments) for row in plan.rows for name in row if _real(name)
    )
    return Chart(width, height, boxes, tuple(_lines(plan)), described(version, departments))


def described(version: ItemVersion, departments: Mapping[str, str]) -> tuple[str, ...]:
    """The way in sentences, a layer each (文字说明); for those who do not see the picture."""
    if not is_sound(version):
        return ()
    steps = {step.key: step for step in version.steps}
    told = []
    for number, layer in enumerate(layers(graph(version.steps)), 1):
        parts = [_sentence(steps[key], version, departments) for key in layer]
        together = "同时进行：" if len(parts) > 1 else ""
        told.append(f"第{number}步，{together}{'；'.join(parts)}。")
    return tuple(told)


def _sentence(step: Step, version: ItemVersion, departments: Mapping[str, str]) -> str:
    limit = f"，{step.budget}" if step.budget else ""
    said = f"{step.name}（{_who(step, version, departments)}{limit}）"
    return f"{said}，只在{_when(step, version)}时办" if step.when else said


def _when(step: Step, version: ItemVersion) -> str:
    """The answers for which a step is taken, in the words of the questions (适用情形)."""
    told = {s.key: f"“{s.question}{s.answer}”" for s in version.situations}
    return "或".join(told.get(key, key) for key in step.when)


def _who(step: Step, version: ItemVersion, departments: Mapping[str, str]) -> str:
    unit = step.unit or version.handling_body
    return f"{departments.get(unit, unit)} {named('step_role', step.role)}"


def _planned(version: ItemVersion) -> _Plan:
    waits = {key: list(after) or [START] for key, after in graph(version.steps).items()}
    followed = turned(graph(version.steps))
    waits |= {START: [], END: [key for key in followed if not followed[key]]}
    rows = [list(layer) for layer in layers(waits)]
    plan = _Plan(rows, waits, {step.key: step for step in version.steps})
    depth = {name: level for level, row in enumerate(rows) for name in row}
    for name in list(waits):
        plan.waits[name] = [_passing(plan, depth, before, name) for before in plan.waits[name]]
    return plan


def _passing(plan: _Plan, depth: Mapping[str, int], before: str, name: str) -> str:
    """The name to draw the last part of a line from: the step itself, or a passing place."""
    for level in range(depth[before] + 1, depth[name]):
        place = f"\t{before}\t{name}\t{level}"
        plan.rows[level].append(place)
        plan.waits[place] = [before]
        before = place
    return before


def _ordered(plan: _Plan) -> None:
    """Sort each layer by where its names come from, so that few lines cross."""
    for above, row in zip(plan.rows, plan.rows[1:], strict=False):
        at = {name: number for number, name in enumerate(above)}
        row.sort(key=lambda name: _mean([at[w] for w in plan.waits[name] if w in at]))


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0


def _placed(plan: _Plan) -> tuple[int, int]:
    """Give every name its place; the size of the whole."""
    widths = [sum(_size(name)[0] for name in row) + _GAP * (len(row) - 1) for row in plan.rows]
    width, top = max(widths) + 2 * _EDGE, _EDGE
    for row, wide in zip(plan.rows, widths, strict=True):
        left = (width - wide) // 2
        for name in row:
            plan.at[name] = (left, top)
            left += _size(name)[0] + _GAP
        top += max(_size(name)[1] for name in row) + TURN
    return width, top - TURN + _EDGE


def _real(name: str) -> bool:
    return not name.startswith("\t")


def _size(name: str) -> tuple[int, int]:
    if not _real(name):
        return NARROW, HIGH
    return (WIDE, _ROUND) if name in (START, END) else (WIDE, HIGH)


def _box(plan: _Plan, name: str, version: ItemVersion, departments: Mapping[str, str]) -> Box:
    (x, y), (width, height) = plan.at[name], _size(name)
    if name in (START, END):
        said = "申请人提交申请" if name == START else _ending(version)
        return Box(name, (said,), "", "", name, x, y, width, height)
    step = plan.steps[name]
    limit = str(step.budget) if step.budget else ""
    if step.when:
        limit = "　".join(word for word in (limit, "按情形") if word)
    who = _who(step, version, departments)
    sometimes = bool(step.when)
    return Box(
        name, wrapped(step.name), who, limit, str(step.stage), x, y, width, height, sometimes
    )


def _ending(version: ItemVersion) -> str:
    return "领取" + shortened(version.results[0].name, _LINE - 2) if version.results else "办结"


def _lines(plan: _Plan) -> Iterable[Line]:
    for name, waits in plan.waits.items():
        for before in waits:
            yield _line(plan, before, name)


def _line(plan: _Plan, before: str, name: str) -> Line:
    """From under one, or through its passing place, to above the other; turning between the layers."""
    (ax, ay), (bx, by) = plan.at[before], plan.at[name]
    (aw, ah), (bw, _) = _size(before), _size(name)
    start, end = ax + aw // 2, bx + bw // 2
    top, half = (ay + ah if _real(before) else ay), by - TURN // 2
    corners = ((start, top), (start, half), (end, half), (end, by))
    return Line(corners, _real(name))


def wrapped(text: str, width: int = _LINE) -> tuple[str, ...]:
    """A name in at most two lines."""
    if len(text) <= width:
        return (text,)
    return (text[:width], shortened(text[width:], width))


def shortened(text: str, width: int) -> str:
    """A text that fits, with a sign that there is more."""
    return text if len(text) <= width else f"{text[: width - 1]}…"
