"""Faces and stars of the levels (等级图示), drawn beside the words, never instead of them."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.feedback.levels import Level

_MOUTHS = {
    Level.VERY_SATISFIED: "M14 27 Q24 42 34 27 Z",
    Level.SATISFIED: "M14 29 Q24 38 34 29",
    Level.FAIRLY_SATISFIED: "M15 31 H33",
    Level.DISSATISFIED: "M15 35 Q24 27 33 35",
    Level.VERY_DISSATISFIED: "M14 37 Q24 24 34 37 Z",
}


@dataclass(frozen=True, slots=True)
class Face:
    """A level as a rater sees it (等级按钮)."""

    level: Level
    mouth: str

    @property
    def key(self) -> str:
        """The level's key."""
        return self.level.value

    @property
    def title(self) -> str:
        """The level's name."""
        return self.level.title

    @property
    def stars(self) -> str:
        """As many full stars as the level has, of five."""
        return "★" * self.level.stars + "☆" * (5 - self.level.stars)


FACES = tuple(Face(level, mouth) for level, mouth in _MOUTHS.items())
"""Best to worst."""


def face_of(level: Level) -> Face:
    """The face of one level."""
    return next(face for face in FACES if face.level is level)
