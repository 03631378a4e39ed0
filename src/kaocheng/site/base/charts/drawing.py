"""A drawing (画布): shapes in the order drawn, escaped once, read by nobody but the browser."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaocheng.writing.papers.marks import attribute, text

WIDTH = 560.0
LETTER = 13.0
"""The size of letters, as charts.css sets it."""


@dataclass(slots=True)
class Drawing:
    """An SVG in the making."""

    height: float
    width: float = WIDTH
    _shapes: list[str] = field(default_factory=list)

    def shape(self, name: str, **attributes: object) -> None:
        """Add an element; `css` is its class, `said` the words shown when pointed at."""
        said = attributes.pop("said", "")
        inner = f"<title>{text(str(said))}</title>" if said else ""
        self._shapes.append(f"<{name} {_attributes(attributes)}>{inner}</{name}>")

    def words(self, said: str, x: float, y: float, anchored: str = "middle", css: str = "") -> None:
        """Write words whose base line begins, is centred or ends at a point."""
        place = _attributes({"x": x, "y": y, "text_anchor": anchored, "css": css or None})
        self._shapes.append(f"<text {place}>{text(said)}</text>")

    def finished(self, title: str) -> str:
        """The whole element, named by `title` for those who do not see it."""
        return (
            f'<svg viewBox="0 0 {self.width:g} {self.height:g}" role="img" '
            f'aria-label="{attribute(title)}">{"".join(self._shapes)}</svg>'
        )


def _attributes(attributes: dict[str, object]) -> str:
    named = {("class" if key == "css" else key): value for key, value in attributes.items()}
    return " ".join(
        f'{key.replace("_", "-")}="{_said(value)}"'
        for key, value in named.items()
        if value is not None
    )


def _said(value: object) -> str:
    return (
        f"{value:.1f}".rstrip("0").rstrip(".")
        if isinstance(value, float)
        else attribute(str(value))
    )
