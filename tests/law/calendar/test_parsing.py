"""The words of published notices read into days, equal to the files; slips in a copy are told."""

from __future__ import annotations

import pytest

from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar import notices
from kaocheng.law.calendar.parsing import read_notice

TEXTS = {
    2010: """
一、元旦：1月1日至3日放假公休，共3天。
二、春节：2月13日至19日放假调休，共7天。2月20日（星期六）、21日（星期日）上班。
三、清明节：4月3日至5日放假公休，共3天。
四、劳动节：5月1日至3日放假公休，共3天。
五、端午节：6月14日至16日放假调休，共3天。6月12日（星期六）、13日（星期日）上班。
六、中秋节：9月22日至24日放假调休，共3天。9月19日（星期日）、25日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。""",
    2014: """
一、元旦：1月1日放假1天。
二、春节：1月31日至2月6日放假调休，共7天。1月26日（星期日）、2月8日（星期六）上班。
三、清明节：4月5日放假，4月7日（星期一）补休。
四、劳动节：5月1日至3日放假调休，共3天。5月4日（星期日）上班。
五、端午节：6月2日放假，与周末连休。
六、中秋节：9月8日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月28日（星期日）、10月11日（星期六）上班。""",
    2017: """
一、元旦:1月1日放假,1月2日(星期一)补休。
二、春节:1月27日至2月2日放假调休,共7天。1月22日(星期日)、2月4日(星期六)上班。
三、清明节:4月2日至4日放假调休,共3天。4月1日(星期六)上班。
四、劳动节:5月1日放假,与周末连休。
五、端午节:5月28日至30日放假调休,共3天。5月27日(星期六)上班。
六、中秋节、国庆节:10月1日至8日放假调休,共8天。9月30日(星期六)上班。""",
    2019: """
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日放假。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2026: """
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


def weekdays_off(notice: Notice) -> set[object]:
    """The days off that are not weekend days anyway; newer files name the weekend days too."""
    return {day for day, _ in notice.days_off if day.weekday() < 5}


@pytest.mark.parametrize("year", TEXTS)
def test_published_words_give_the_days_of_the_file(year: int) -> None:
    """Every working day off and every make-up day, nothing more, and no fault."""
    draft = read_notice(year, TEXTS[year])
    (kept, *_) = [notice for notice in notices() if notice.year == year]
    assert [] == draft.faults
    off = {day for holiday in draft.holidays for day in holiday.off if day.weekday() < 5}
    assert weekdays_off(kept) == off
    assert {d for d, _ in kept.make_ups} == {d for h in draft.holidays for d in h.make_up}


def test_occasions_are_named() -> None:
    """As the notice names them."""
    draft = read_notice(2017, TEXTS[2017])
    assert [h.occasion for h in draft.holidays][-2:] == ["端午节", "中秋节、国庆节"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("一、元旦：1月1日（周三）至3日放假，共3天。", "2026-01-01是星期四，通知写的是星期三"),
        ("一、元旦：1月1日至3日放假，共4天。", "写着共4天，读出3天"),
        ("一、元旦：1月3日至1日放假，共3天。", "不是一段假期"),
        ("一、元旦：2月30日放假。", "“2月30日”不是一个日期"),
        ("一、元旦1月1日放假。", "没有节日名称和冒号"),
        ("元旦放假三天。", "没有读出任何节日"),
        ("一、元旦：将1月3日、4日两个公休日调至1月5日、6日。", "请改用文件录入"),
    ],
)
def test_what_does_not_fit_is_told(text: str, says: str) -> None:
    """A weekday, a sum, a range, a day, the form."""
    assert any(says in fault for fault in read_notice(2026, text).faults)


@pytest.mark.parametrize("change", ["至4日", "共2天", "1月5日（周日）", "（周五）至3日"])
def test_a_slip_in_copying_does_not_pass(change: str) -> None:
    """One character wrong in a real text gives a fault."""
    old = {
        "至4日": "至3日",
        "共2天": "共3天",
        "1月5日（周日）": "1月4日（周日）",
        "（周五）至3日": "（周四）至3日",
    }
    draft = read_notice(2026, TEXTS[2026].replace(old[change], change, 1))
    assert draft.faults
