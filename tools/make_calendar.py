"""Write `law/calendar/<year>.toml` anew from two published packages, and say where they disagree.

Run by hand when a notice has come out and both packages know it: `python tools/make_calendar.py`.
The days come from `chinesecalendar`; `holidays` is compared day by day. They differ on 2005-12-31 only, which the
notice for 2006 made a working day. Document numbers and dates of issue stand in the table below; those of
2006 to 2026 were compared with published texts, those of 2004 and 2005 are not known and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from chinese_calendar.constants import Holiday
from chinese_calendar.constants import holidays as off_days
from chinese_calendar.constants import workdays as make_up_days
from holidays import CN

FOLDER = Path(__file__).parents[1] / "src" / "kaocheng" / "law" / "calendar"
YEARS = range(2004, 2027)
LATER_CONFIRMED = date(2005, 12, 31)
ISSUED: dict[int, tuple[str, date]] = {
    2006: ("国办发明电〔2005〕35号", date(2005, 12, 16)),
    2007: ("国办发明电〔2006〕49号", date(2006, 12, 14)),
    2008: ("国办发明电〔2007〕52号", date(2007, 12, 15)),
    2009: ("国办发明电〔2008〕42号", date(2008, 12, 4)),
    2010: ("国办发明电〔2009〕27号", date(2009, 12, 7)),
    2011: ("国办发明电〔2010〕40号", date(2010, 12, 10)),
    2012: ("国办发明电〔2011〕45号", date(2011, 12, 6)),
    2013: ("国办发明电〔2012〕33号", date(2012, 12, 8)),
    2014: ("国办发明电〔2013〕28号", date(2013, 12, 11)),
    2015: ("国办发明电〔2014〕28号", date(2014, 12, 16)),
    2016: ("国办发明电〔2015〕18号", date(2015, 12, 10)),
    2017: ("国办发明电〔2016〕17号", date(2016, 12, 1)),
    2018: ("国办发明电〔2017〕12号", date(2017, 11, 30)),
    2019: ("国办发明电〔2018〕15号", date(2018, 12, 4)),
    2020: ("国办发明电〔2019〕16号", date(2019, 11, 21)),
    2021: ("国办发明电〔2020〕27号", date(2020, 11, 25)),
    2022: ("国办发明电〔2021〕11号", date(2021, 10, 25)),
    2023: ("国办发明电〔2022〕16号", date(2022, 12, 8)),
    2024: ("国办发明电〔2023〕7号", date(2023, 10, 25)),
    2025: ("国办发明电〔2024〕12号", date(2024, 11, 12)),
    2026: ("国办发明电〔2025〕7号", date(2025, 11, 4)),
}
Days = dict[str, tuple[list[date], list[date]]]


def main() -> None:
    """Write every year's file after the comparison."""
    for day in differing():
        print(f"{day} differs between the packages")
    for year in YEARS:
        (FOLDER / f"{year}.toml").write_text(page(year), "utf-8")


def differing() -> list[date]:
    """Days the two packages judge differently, the one decided above left out."""
    other = CN(years=YEARS)
    day, found = date(YEARS[0], 1, 1), []
    while day.year in YEARS:
        plain = day.weekday() < 5
        first = day in make_up_days or (plain and day not in off_days)
        if first != other.is_working_day(day) and day != LATER_CONFIRMED:
            found.append(day)
        day += timedelta(days=1)
    return found


def page(year: int) -> str:
    """The file of a year: its notice, and the notice that changed it where there is one."""
    first, later = split(year, arranged(year))
    number, issued = ISSUED.get(year, ("", None))
    parts = [
        f"year = {year}",
        notice(f"国务院办公厅关于{year}年部分节假日安排的通知", number, issued, first),
    ]
    if later:
        parts.append(notice(*CHANGED[year][:3], later))
    return "\n\n".join(parts) + "\n"


def arranged(year: int) -> Days:
    """Days off and make-up days by occasion; New Year's days of December belong to the next year."""
    found: Days = {}
    for kind, days in enumerate((off_days, with_the_notice(make_up_days))):
        for day, name in sorted(days.items()):
            new_year = name == Holiday.new_years_day.value and day.month == 12
            if day.year + new_year == year:
                occasion = OCCASIONS[Holiday(name).chinese]
                found.setdefault(occasion, ([], []))[kind].append(day)
    return found


def with_the_notice(days: Mapping[date, str]) -> dict[date, str]:
    """The make-up days, with the one `chinesecalendar` leaves out."""
    return {**days, LATER_CONFIRMED: Holiday.new_years_day.value}


OCCASIONS = {
    "元旦": "元旦",
    "春节": "春节",
    "清明": "清明节",
    "劳动节": "劳动节",
    "端午": "端午节",
    "国庆节": "国庆节",
    "中秋": "中秋节",
    Holiday.anti_fascist_70th_day.chinese: Holiday.anti_fascist_70th_day.chinese,
}
# what a later notice of the same year arranged, and what had been arranged for that occasion before
CHANGED: dict[int, tuple[str, str, date, str, tuple[list[date], list[date]] | None]] = {
    2015: (
        "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知",
        "国发明电〔2015〕1号",
        date(2015, 5, 13),
        Holiday.anti_fascist_70th_day.chinese,
        None,
    ),
    2019: (
        "国务院办公厅关于调整2019年劳动节假期安排的通知",
        "国办发明电〔2019〕3号",
        date(2019, 3, 22),
        "劳动节",
        ([date(2019, 5, 1)], []),
    ),
    2020: (
        "国务院办公厅关于延长2020年春节假期的通知",
        "国办发明电〔2020〕1号",
        date(2020, 1, 26),
        "春节",
        (
            [date(2020, 1, day) for day in range(24, 31)],
            [date(2020, 1, 19), date(2020, 2, 1)],
        ),
    ),
}


def split(year: int, days: Days) -> tuple[Days, Days]:
    """What the year's notice arranged, and what a later one did."""
    if year not in CHANGED:
        return days, {}
    occasion, before = CHANGED[year][3:]
    first = {name: value for name, value in days.items() if name != occasion}
    if before is not None:
        first = {name: before if name == occasion else value for name, value in days.items()}
    return first, {occasion: days[occasion]}


def notice(title: str, number: str, issued: date | None, days: Days) -> str:
    """One notice as it stands in the file."""
    lines = ["[[notice]]", f'title = "{title}"']
    if number:
        lines += [f'number = "{number}"', f"issued = {issued}"]
    lines += [
        f"number_confirmed = {str(bool(number)).lower()}",
        'days_confirmed = "holidays 0.109 与 chinesecalendar 1.11.0 逐日相同"',
    ]
    for occasion, (off, make_up) in sorted(days.items(), key=lambda item: min(item[1][0])):
        lines += ["", "[[notice.holiday]]", f'occasion = "{occasion}"', f"off = {listed(off)}"]
        if make_up:
            lines.append(f"make_up = {listed(make_up)}")
    return "\n".join(lines)


def listed(days: Iterable[date]) -> str:
    """Days as TOML writes them."""
    return f"[{', '.join(day.isoformat() for day in days)}]"


if __name__ == "__main__":
    main()
