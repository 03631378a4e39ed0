"""Reading and changing the law's data on the site (法定数据服务)."""

from kaocheng.site.law.services.calendars import calendar_in_force
from kaocheng.site.law.services.deciding import Effect, approve_notice, effect_of, reject_notice
from kaocheng.site.law.services.owning import figures_of, own_values
from kaocheng.site.law.services.proposing import propose_file, propose_words
from kaocheng.site.law.services.setting import approve_figure, propose_figure, reject_figure

__all__ = [
    "Effect", "approve_figure", "approve_notice", "calendar_in_force", "effect_of", "figures_of",
    "own_values", "propose_figure", "propose_file", "propose_words", "reject_figure", "reject_notice",
]  # fmt: skip
