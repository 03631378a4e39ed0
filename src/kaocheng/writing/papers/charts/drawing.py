"""A drawing (画布): shapes and words collected into one SVG with a title and a description."""

from __future__ import annotations

from kaocheng.kernel.papers import Chart, anchor
from kaocheng.writing.papers.marks import attribute, text
from kaocheng.writing.papers.measuring import breadth

WIDTH, HEIGHT = 440.0, 204.0
SIZE = 10.5
FAMILIES = "SimHei, 黑体, 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif"
COLOURS = ("#2F5597", "#C55A11", "#7F9A48", "#8064A2", "#3E95A8", "#B8860B", "#A94442", "#6B7785")
INK, LINE = "#222222", "#8A8A8A"


class Drawing:
    """An SVG in the making; coordinates in points from the upper left corner."""

    def __init__(self, chart: Chart, first: int) -> None:
        self.chart = chart
        self._first = first
        self._shapes: list[str] = []

    def shape(self, name: str, **attributes: object) -> None:
        """Add an element; numbers are written with two decimals at most."""
        self._shapes.append(f"<{name} {_attributes(attributes)}/>")

    def words(self, said: str, x: float, y: float, anchored: str = "middle") -> None:
        """Write words whose baseline begins, is centred or ends at a point."""
        self._shapes.append(f"<text {_at(x, y, anchored)}>{text(said)}</text>")

    def figure(self, index: int, x: float, y: float, anchored: str = "middle") -> None:
        """Write the print of the series' figure of that index."""
        name, figure = self.chart.series[index]
        mark = f'id="{anchor(self._first + index)}" class="f" data-name="{attribute(name)}"'
        self._shapes.append(f"<text {mark} {_at(x, y, anchored)}>{text(figure.text)}</text>")

    def finished(self) -> str:
        """The whole element."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" '
            f'width="{WIDTH:g}pt" height="{HEIGHT:g}pt" font-family="{FAMILIES}" '
            f'font-size="{SIZE}" fill="{INK}">'
            f"<title>{text(self.chart.caption)}</title><desc>{text(self.chart.description)}</desc>"
            f"{''.join(self._shapes)}</svg>"
        )


def _at(x: float, y: float, anchored: str) -> str:
    return _attributes({"x": x, "y": y, "text_anchor": anchored})


def _attributes(attributes: dict[str, object]) -> str:
    return " ".join(f'{k.replace("_", "-")}="{_shown(v)}"' for k, v in attributes.items())


def _shown(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def lines(said: str, room: float) -> list[str]:
    """Words broken into lines of at most `room` points."""
    broken = [""]
    for char in said:
        if broken[-1] and breadth(broken[-1] + char) * SIZE > room:
            broken.append("")
        broken[-1] += char
    return broken
