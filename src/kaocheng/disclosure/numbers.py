"""Numbers in running text (文中数字): found with their unit, and told from dates, codes and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.numerals import Number, read_number
from kaocheng.kernel.units import Unit, unit

_COUNTERS = (
    "个工作日|个百分点|平方米|平米|人次|批次|件次|场次|台套|台（套）|座（处）|万元/场|元/套|元/个|元/月"
    "|工作日|小时|公里|千米|公斤|万份|万件|万人次|万人|万户|万亩|万平方米|万吨|万头|万株|万只|万羽|万台|万公里"
    "|个|件|人|次|批|辆|台|项|家|名|套|枚|条|份|处|座|户|场|起|单|期|宗|笔|所|间|张|本|亩|吨|天|分"
    "|㎡|m2|棵|幅|篇|类|种|门|支|队|组|层|岗|股|镇|村|社区|篇次|册|盏|块|对|公顷|度|页"
)
_UNITS = re.compile(
    rf"\s?(?P<more>余|多|以上|左右)?\s?(?P<unit>亿\s?元|千万元|百万元|万\s?元|千元|仟元|元(?!旦)|万(?=[，。；、）)\s的]|$)"
    rf"|[%％‰]|(?:{_COUNTERS}))(?P<after>余|多|以上|左右)?"
)
_LONGEST = 24  # no amount has more characters
_DIGITS = re.compile(
    r"(?<!\d[.,])(?<![\dA-Za-z])"
    r"-?(?:\d{1,3}(?: \d{3})+(?=\.\d+\s?[亿万]?元)|\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?![\dA-Za-z])"
)
_HEADLESS = re.compile(r"\d[ \u3000\xa0]")  # 12 3.40 is torn: its end is no number
_OTHER = re.compile(
    r"[〔（(\[【﹝]\d{4}[〕）)\]】﹞]\s?第?\d*号?"
    r"|\d{4}\s?[-—–~至]\s?\d{4}\s?年"
    r"|\d{2,4}\s?年(?:度|初|末|底|\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?"
    r"|\d{1,2}\s?月\s?\d{1,2}\s?日?"
    r"|\d{1,2}\s?[-—–~至]\s?\d{1,2}\s?(?:月|楼|层)"
    r"|(?:\d{1,2}、)+\d{1,2}月"
    r"|\d{1,2}\s?月(?:份|底|末)?(?!\d)"
    r"|第\s?[\d、—-]+(?:批|次|条|款|项|期|届|季度|位|名)?"
    r"|(?:图|表|附件|附表|附录|公开)\s?\d+"
    r"|[（(]\s?\d{2,7}\s?[类款项]?\s?[）)](?=[^万元]|$)|[（(]\s?\d+\s?[类款项]\s?[）)]"
    r"|\d+\.\d+(?:系统|版)"
    r"|\d{5,}(?=[“”\w]*(?:热线|平台))"
    r"|\d{11,}"
    r"|(?<=单价)\d+万元(?:（含）)?以上"
    r"|\d+号(?!\w)"
    r"|(?:全国|市|省)?12345"
)
_LEADING = re.compile(r"\s*[（(]?\d{1,2}[）)]?\s?[.．、，](?!\d)|\s*[（(]\d{1,2}[）)]")
_LIST_POINT = re.compile(r"(?<=[；;。:：\s])\d{1,2}[.．、](?=[^\d\s])|[①-⑳]")

# What a sign stands behind; behind anything else a stroke joins two numbers or two words, and
# behind 减少 it mostly repeats what the word says.
_SIGNED = re.compile(r"(?:\A|[^\w)%）]|(?<!减)[增升长高加到至为是达差余额数率度幅了约])\Z")
_WIDE = str.maketrans("０１２３４５６７８９－％﹣−", "0123456789-%--")
# between full-width digits the point and the separator are full-width too; １．２０２０年 is a list
_WIDE_POINT = re.compile(r"(?<=[０-９])．(?=[０-９]{1,6}(?![０-９年]))")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: offsets of digits with unit, its value, unit, and whether it is 余/左右."""

    start: int
    end: int
    number: Number
    unit: Unit
    approximate: bool


def _taken(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _OTHER.finditer(text)]
    spans += [match.span() for match in _LIST_POINT.finditer(text)]
    if leading := _LEADING.match(text):
        spans.append(leading.span())
    return spans


def levelled(text: str) -> str:
    """The text with full-width digits, signs, points and separators made plain, offsets unchanged."""
    if "．" in text or "，" in text:
        text = _WIDE_COMMA.sub(",", _WIDE_POINT.sub(".", text))
    return text.translate(_WIDE)


def numbers(text: str) -> Iterator[Found]:
    """Every number of `text` that measures something, in order; dates, codes, ordinals left out."""
    flat = levelled(text)
    taken = _taken(flat)
    for match in _DIGITS.finditer(flat):
        start, end = match.span()
        if end - start > _LONGEST:
            continue
        if any(low <= start < high for low, high in taken) or _HEADLESS.fullmatch(
            flat[max(start - 2, 0) : start]
        ):
            continue
        if found := _with_unit(flat, start, end):
            yield found


def _with_unit(flat: str, start: int, end: int) -> Found | None:
    if flat[start] == "-" and not _SIGNED.search(flat, 0, start):
        start += 1
    number = read_number(flat[start:end])
    match = _UNITS.match(flat, end)
    if not number or not match:
        return None
    name = "万元" if match["unit"] == "万" else match["unit"]
    vague = bool(match["more"] or match["after"])
    return Found(start, match.end("unit"), number, unit(name), vague)
