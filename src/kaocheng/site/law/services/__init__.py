"""Reading and changing the law's data on the site (法定数据服务)."""

from kaocheng.site.law.services.calendars import calendar_in_force

__all__ = ["calendar_in_force"]
