"""Forms made of the table of moves (动作表单): what a move asks for becomes what the page asks for."""

from kaocheng.site.cases.moveforms.about import About
from kaocheng.site.cases.moveforms.form import MoveForm

__all__ = ["About", "MoveForm"]
